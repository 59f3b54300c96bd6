package de.krisenaustausch.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipRepositoryTest extends DatabaseTest {

    private MembershipRepository memberships;
    private Municipality ulm;
    private Space space;

    @BeforeEach
    void create() {
        memberships = on(new MembershipRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
        space = given.space("corona");
    }

    private Member joined(String familyName) {
        Member member = given.member(familyName, ulm);
        memberships.add(Membership.join(space, member, Fixtures.NOW));
        return member;
    }

    @Test
    void findsTheOneOfAMemberInASpace() {
        Member member = joined("Mutig");
        flushAndClear();

        Membership found = memberships.find(space.getId(), member.getId()).orElseThrow();
        assertThat(memberships.find(found.getId())).contains(found);
        assertThat(memberships.find(space.getId(), -1)).isEmpty();
        assertThat(statements(() -> assertThat(memberships.ofMember(member.getId())).extracting(one -> one.getSpace().getName())
            .containsExactly("Bereich corona"))).hasSize(1);
    }

    @Test
    void nobodyIsTwiceInASpace() {
        Member member = joined("Mutig");
        memberships.add(Membership.invite(space, member, Fixtures.NOW));

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void pagesThroughPeopleByNameOfWhomSomeHaveTheSame() {
        for (int i = 0; i < 25; i++) {
            joined(i % 5 == 0 ? "Müller" : "Name" + (char) ('a' + i % 7));
        }
        joined("Özdemir");
        joined("Zander");
        memberships.add(Membership.invite(space, given.member("Gast", ulm), Fixtures.NOW));
        flushAndClear();

        List<String> names = new ArrayList<>();
        List<Membership> page = memberships.ofSpace(space.getId(), Membership.State.ACTIVE, "", 0, 4);
        while (!page.isEmpty()) {
            page.forEach(one -> names.add(one.getMember().getFamilyName()));
            Membership last = page.get(page.size() - 1);
            page = memberships.ofSpace(space.getId(), Membership.State.ACTIVE, last.getMember().getFamilyName(), last.getId(), 4);
        }

        assertThat(names).hasSize(27).endsWith("Özdemir", "Zander").startsWith("Müller").doesNotContain("Gast");
        assertThat(memberships.ofSpace(space.getId(), Membership.State.INVITED, "", 0, 4)).hasSize(1);
    }

    @Test
    void aPageOfPeopleTakesOneStatement() {
        for (int i = 0; i < 10; i++) {
            memberships.add(Membership.join(space, given.member("Name" + i, given.municipality("Stadt " + i, i)), Fixtures.NOW));
        }
        memberships.add(Membership.join(space, given.stranger("Neu"), Fixtures.NOW));

        assertThat(statements(() -> memberships.ofSpace(space.getId(), Membership.State.ACTIVE, "", 0, 50)
            .forEach(one -> one.getMember().getMunicipality()))).hasSize(1);
    }

    @Test
    void namesModeratorsWhoAreReallyIn() {
        Member zander = given.member("Zander", ulm);
        Member oezdemir = given.member("Özdemir", ulm);
        memberships.add(Membership.moderate(space, zander, Fixtures.NOW));
        memberships.add(Membership.moderate(space, oezdemir, Fixtures.NOW));
        joined("Mutig");

        assertThat(statements(() -> assertThat(memberships.moderators(space.getId()))
            .extracting(one -> one.getName() + ", " + one.getMunicipality().getName())
            .containsExactly("Erika Özdemir, Stadt Ulm", "Erika Zander, Stadt Ulm"))).hasSize(1);
    }

    @Test
    void twoFirstLooksMakeOneVisit() {
        Member member = given.member("Mutig", ulm);
        em.flush();
        memberships.addVisit(space.getId(), member.getId(), Fixtures.NOW);
        memberships.addVisit(space.getId(), member.getId(), Fixtures.NOW.plusSeconds(1));

        assertThat(memberships.findVisit(space.getId(), member.getId()).orElseThrow().getNewSince()).isEqualTo(Fixtures.NOW);
        assertThat(select("select count(*) from space_visit where member_id = ?1", member.getId())).containsExactly(1L);
    }

    @Test
    void anIdOfAVisitIsNoOtherRows() {
        Member member = given.member("Mutig", ulm);
        em.flush();
        memberships.addVisit(space.getId(), member.getId(), Fixtures.NOW);
        for (int i = 0; i < 200; i++) {
            em.persist(new Visit(given.space("s" + i), member, Fixtures.NOW));
        }
        em.flush();

        assertThat(select("select count(*) from space_visit where member_id = ?1", member.getId())).containsExactly(201L);
    }

    @Test
    void whoLeavesIsGone() {
        Member member = joined("Mutig");
        em.flush();
        memberships.remove(memberships.find(space.getId(), member.getId()).orElseThrow());
        flushAndClear();

        assertThat(memberships.find(space.getId(), member.getId())).isEmpty();
    }
}
