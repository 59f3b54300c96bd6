package de.krisenaustausch.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpaceRepositoryTest extends DatabaseTest {

    private SpaceRepository spaces;

    @BeforeEach
    void create() {
        spaces = on(new SpaceRepository());
    }

    @Test
    void openSpacesAndOnesOwnAreReadable() {
        Member reader = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        Member other = given.member("Anders", reader.getMunicipality());
        Space open = given.space("offen");
        Space mine = given.space("meiner", Visibility.ON_REQUEST);
        Space secret = given.space("geheim", Visibility.INVITED);
        Space requested = given.space("beantragt", Visibility.ON_REQUEST);
        Space invited = given.space("eingeladen", Visibility.INVITED);
        Space foreign = given.space("fremd", Visibility.ON_REQUEST);
        activate(Membership.join(mine, reader, Fixtures.NOW));
        activate(Membership.invite(secret, reader, Fixtures.NOW));
        em.persist(Membership.join(requested, reader, Fixtures.NOW));
        em.persist(Membership.invite(invited, reader, Fixtures.NOW));
        activate(Membership.join(foreign, other, Fixtures.NOW));
        flushAndClear();

        assertThat(spaces.readableIds(reader.getId())).contains(open.getId(), mine.getId(), secret.getId())
            .doesNotContain(requested.getId(), invited.getId(), foreign.getId());
        assertThat(spaces.readableIds(other.getId())).contains(open.getId(), foreign.getId()).doesNotContain(mine.getId(), secret.getId());
        assertThat(spaces.allIds()).contains(open.getId(), mine.getId(), secret.getId(), requested.getId(), invited.getId(), foreign.getId());
    }

    @Test
    void bringsTheMembershipAlong() {
        Member reader = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        given.space("leer");
        em.persist(Membership.moderate(given.space("voll"), reader, Fixtures.NOW));

        assertThat(statements(() -> assertThat(spaces.enter("voll", reader.getId()).orElseThrow().membership().isModerator()).isTrue())).hasSize(1);
        assertThat(spaces.enter("leer", reader.getId()).orElseThrow().membership()).isNull();
        assertThat(spaces.enter("nirgends", reader.getId())).isEmpty();
        assertThat(spaces.enter("voll", -1).orElseThrow().membership()).isNull();
    }

    @Test
    void listsAllWithTheirAssociationsInOneStatement() {
        given.space("beta");
        given.space("alpha");

        assertThat(statements(() -> assertThat(spaces.all()).extracting(space -> space.getAssociation().getShortName())
            .containsSubsequence("V-alpha", "V-beta"))).hasSize(1);
        assertThat(statements(() -> spaces.find("alpha").orElseThrow().getAssociation().getName())).hasSize(1);
        assertThatThrownBy(() -> spaces.get("nirgends")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void keepsTheOrderOfItsTopics() {
        Topic third = given.topic("Vergaberecht");
        Topic first = given.topic("Personal");
        Topic second = given.topic("Gewerbesteuer");
        given.space("corona", first, second, third);
        flushAndClear();
        assertThat(spaces.get("corona").getTopics()).containsExactly(first, second, third);

        spaces.get("corona").draw(List.of(third, first, third));
        flushAndClear();
        assertThat(spaces.get("corona").getTopics()).containsExactly(third, first);
    }

    @Test
    void findsTopicsOfTheTaxonomy() {
        given.topic("Öffentlichkeitsarbeit");
        given.topic("Zivilschutz");
        given.topic("Bauordnungsrecht").retire();
        em.flush();

        assertThat(spaces.topics()).extracting(Topic::getName).containsSubsequence("Bauordnungsrecht", "Öffentlichkeitsarbeit", "Zivilschutz");
        assertThat(spaces.topics(List.of("zivilschutz", "nirgends"))).extracting(Topic::getName).containsExactly("Zivilschutz");
        assertThat(spaces.topics(List.of())).isEmpty();
        assertThat(spaces.findTopic("oeffentlichkeitsarbeit")).isPresent();
        assertThat(spaces.findTopicByName("ÖFFENTLICHKEITSARBEIT")).isPresent();
    }

    @Test
    void anAddressLeadsToOneSpace() {
        given.space("corona");
        em.persist(new Space("corona", "Noch einer", "Wozu", given.association("X"), Visibility.ALL_MEMBERS, Fixtures.NOW));

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    private void activate(Membership membership) {
        membership.activate(Fixtures.NOW);
        em.persist(membership);
    }
}
