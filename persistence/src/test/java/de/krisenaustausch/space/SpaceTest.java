package de.krisenaustausch.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceTest {

    private static final Instant NOW = Fixtures.NOW;

    private final Fixtures given = Fixtures.inMemory();
    private final Member member = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
    private final Space space = given.space("corona");

    @ParameterizedTest
    @ValueSource(strings = {"", "Corona", "mit leer", "ü", "-a", "a-", "a--b", "a/b", "../x", "a\n"})
    void itsAddressIsASlug(String slug) {
        assertThatThrownBy(() -> given.space(slug)).isInstanceOf(BusinessException.class).hasMessageContaining("error.slug");
    }

    @Test
    void saysWhatItIsFor() {
        assertThatThrownBy(() -> space.describe("", "Wozu", Visibility.INVITED)).hasMessageContaining("field.name");
        assertThatThrownBy(() -> space.describe("Name", " ", Visibility.INVITED)).hasMessageContaining("field.purpose");
        assertThatThrownBy(() -> space.describe("Name", "Wozu", null)).hasMessageContaining("field.visibility");

        space.describe("Name", "Wozu", Visibility.INVITED);
        assertThat(space.getVisibility()).isEqualTo(Visibility.INVITED);
        assertThat(space.getSlug()).isEqualTo("corona");
    }

    @Test
    void drawsEachTopicOnce() {
        Topic personnel = given.topic("Personal");
        Topic tax = given.topic("Gewerbesteuer");
        space.draw(List.of(tax, personnel, tax));

        assertThat(space.getTopics()).containsExactly(tax, personnel);
        assertThatThrownBy(() -> space.getTopics().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTopicKeepsItsAddressWhenItIsRenamed() {
        Topic topic = new Topic("Öffentlichkeitsarbeit");
        topic.rename("Presse und Öffentlichkeit");

        assertThat(topic.getSlug()).isEqualTo("oeffentlichkeitsarbeit");
        topic.retire();
        assertThat(topic.isRetired()).isTrue();
        topic.revive();
        assertThat(topic.isRetired()).isFalse();
    }

    @Test
    void whoComesIsInOnlyWhereItIsOpen() {
        assertThat(Membership.join(space, member, NOW).isActive()).isTrue();
        assertThat(Membership.join(given.space("zu", Visibility.ON_REQUEST), member, NOW).getState()).isEqualTo(Membership.State.REQUESTED);
        assertThat(Membership.join(given.space("geheim", Visibility.INVITED), member, NOW).getState()).isEqualTo(Membership.State.REQUESTED);
        assertThat(Membership.invite(space, member, NOW).isActive()).isFalse();
    }

    @Test
    void aMembershipBecomesActiveOnce() {
        Membership membership = Membership.invite(space, member, NOW);
        membership.activate(NOW.plusSeconds(1));
        membership.activate(NOW.plusSeconds(2));

        assertThat(membership.getSince()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void onlyAnActiveModeratorModerates() {
        Membership membership = Membership.invite(space, member, NOW);
        assertThat(membership.isModerator()).isFalse();
        membership.promote();
        assertThat(membership.isModerator()).isTrue();
        membership.demote();
        assertThat(membership.isModerator()).isFalse();
        assertThat(membership.isActive()).isTrue();
        assertThat(Membership.moderate(space, member, NOW).isModerator()).isTrue();
    }

    @Test
    void looksCloseTogetherAreOneVisit() {
        Visit visit = new Visit(space, member, NOW);
        assertThat(visit.getNewSince()).isEqualTo(NOW);

        Instant later = NOW.plus(Duration.ofMinutes(20));
        assertThat(visit.isStale(NOW.plus(Duration.ofMinutes(5)))).isFalse();
        assertThat(visit.isStale(later)).isTrue();
        visit.look(later);
        assertThat(visit.getNewSince()).isEqualTo(NOW);

        Instant muchLater = later.plus(Duration.ofMinutes(31));
        visit.look(muchLater);
        assertThat(visit.getNewSince()).isEqualTo(later);
        visit.look(muchLater.plus(Duration.ofMinutes(30)));
        assertThat(visit.getNewSince()).isEqualTo(later);
    }
}
