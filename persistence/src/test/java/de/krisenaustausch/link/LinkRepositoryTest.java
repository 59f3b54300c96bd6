package de.krisenaustausch.link;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkRepositoryTest extends DatabaseTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private LinkRepository links;
    private Municipality ulm;
    private Member erika;
    private Topic personnel;
    private Space space;

    @BeforeEach
    void given() {
        links = on(new LinkRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
        erika = given.member("Muster", ulm);
        personnel = given.topic("Personal (Links)");
        space = given.space("links", personnel);
    }

    private Link share(String path, Instant when, Topic... topics) {
        Link link = Link.share(space, erika, new Link.Description(new WebAddress("https://rki.example/" + path), "Titel " + path, List.of(topics), "Warum"), when);
        links.add(link);
        return link;
    }

    private List<Long> ids(String topic, ListKey after, int limit) {
        return links.newest(new LinkRepository.Filter(space.getId(), topic), after, limit).stream().map(LinkRow::id).toList();
    }

    @Test
    void listsTheNewestFirstByKey() {
        Link first = share("1", NOW);
        Link second = share("2", NOW);
        Link third = share("3", LATER, personnel);
        share("4", LATER.plusSeconds(9)).delete(LATER);
        flushAndClear();

        assertThat(ids(null, null, 2)).containsExactly(third.getId(), second.getId());
        assertThat(ids(null, new ListKey(NOW, second.getId()), 2)).containsExactly(first.getId());
        assertThat(ids(personnel.getSlug(), null, 9)).containsExactly(third.getId());
        assertThat(ids(personnel.getSlug(), new ListKey(LATER, third.getId()), 9)).isEmpty();
        assertThat(ids("gibt-es-nicht", null, 9)).isEmpty();
        assertThat(statements(() -> ids(null, null, 9))).hasSize(1);
        LinkRow row = links.newest(new LinkRepository.Filter(space.getId(), personnel.getSlug()), null, 1).get(0);
        assertThat(row).isEqualTo(new LinkRow(third.getId(), "Titel 3", new WebAddress("https://rki.example/3"), "Warum", "Stadt Ulm", ulm.getState(), 126_000, LATER, false));
    }

    @Test
    void findsTheSamePageInTheSpace() {
        Link there = share("a", NOW);
        flushAndClear();

        assertThat(links.findSame(space.getId(), new WebAddress("http://RKI.example/a/?utm_source=x#y"))).contains(there);
        assertThat(links.findSame(space.getId(), new WebAddress("http://rki.example/b"))).isEmpty();
        assertThat(links.findSame(given.space("anderswo").getId(), there.getAddress())).isEmpty();
        em.find(Link.class, there.getId()).delete(NOW);
        flushAndClear();
        assertThat(links.findSame(space.getId(), there.getAddress())).isEmpty();
    }

    @Test
    void theDatabaseTakesNoPageTwice() {
        share("a", NOW);
        assertThatThrownBy(() -> share("a#b", NOW)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void whoeverHoldsAnAddressMayHoldItAgain() {
        links.hold(new WebAddress("https://rki.example/"));
        links.hold(new WebAddress("https://rki.example/"));
    }

    @Test
    void claimsWhatWasLookedAtLongestAgo() {
        Link old = share("alt", NOW);
        Link older = share("aelter", NOW.minusSeconds(60));
        share("neu", LATER);
        share("weg", NOW).delete(NOW);
        flushAndClear();

        assertThat(links.claim(LATER, LATER, 1)).containsExactly(new LinkRepository.Due(older.getId(), "https://rki.example/aelter"));
        assertThat(links.claim(LATER, LATER, 9)).extracting(LinkRepository.Due::id).containsExactly(old.getId());
        assertThat(links.claim(LATER, LATER, 9)).isEmpty();
        assertThat(em.find(Link.class, old.getId()).getVersion()).as("no editor is disturbed").isEqualTo(old.getVersion());
    }

    @Test
    void aBinHoldsWhatWasOnesOwnOrStoodWhereOneModerates() {
        Link first = share("zuerst", NOW);
        Link second = share("danach", NOW);
        share("da", NOW);
        first.delete(NOW);
        second.delete(LATER);
        Member colleague = given.member("Kollege", ulm);
        Member moves = given.member("Zieht um", given.municipality("Stadt Neu-Ulm", 60_000));
        Member moderator = given.member("Leitung", moves.getMunicipality());
        em.persist(de.krisenaustausch.space.Membership.moderate(space, moderator, NOW));
        Member member = given.member("Mitglied", moves.getMunicipality());
        em.persist(de.krisenaustausch.space.Membership.join(space, member, NOW));
        flushAndClear();

        assertThat(bin(erika, false)).containsExactly(second.getId(), first.getId());
        assertThat(links.bin(erika.getId(), moves.getMunicipality().getId(), false, 9)).as("also when she works elsewhere").hasSize(2);
        assertThat(bin(colleague, false)).hasSize(2);
        assertThat(bin(moderator, false)).hasSize(2);
        assertThat(bin(member, false)).isEmpty();
        assertThat(bin(member, true)).hasSize(2);
        assertThat(links.bin(member.getId(), null, false, 9)).isEmpty();
        assertThat(statements(() -> bin(erika, false))).hasSize(1);
    }

    private List<Long> bin(Member reader, boolean everywhere) {
        return links.bin(reader.getId(), reader.getMunicipality().getId(), everywhere, 9).stream()
            .map(link -> link.getSpace().getName().isEmpty() ? -1L : link.getId()).toList();
    }

    @Test
    void purgesWhatWasDeletedLongAgo() {
        Link gone = share("weg", NOW, personnel);
        gone.delete(NOW);
        Link kept = share("da", NOW, personnel);
        flushAndClear();

        assertThat(links.purge(NOW)).isZero();
        assertThat(links.purge(LATER)).isEqualTo(1);
        assertThat(links.find(gone.getId())).isEmpty();
        assertThat(links.find(kept.getId())).isPresent();
    }

    @Test
    void goesOverToTheSuccessor() {
        Link link = share("a", NOW);
        Municipality successor = given.municipality("Stadt Neu-Ulm", 60_000);
        flushAndClear();

        links.moveAll(ulm.getId(), successor.getId());
        em.clear();
        assertThat(links.idsOfMunicipality(successor.getId())).containsExactly(link.getId());
    }
}
