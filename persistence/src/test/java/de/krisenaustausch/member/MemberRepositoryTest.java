package de.krisenaustausch.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberRepositoryTest extends DatabaseTest {

    private MemberRepository members;

    @BeforeEach
    void create() {
        members = on(new MemberRepository());
    }

    @Test
    void findsWhoSignsInWithHerMunicipalityInOneStatement() {
        String subject = given.member("Mutig", given.municipality("Stadt Ulm", 126_000)).getSubject();

        assertThat(statements(() -> {
            Member found = members.findBySubject(subject).orElseThrow();
            assertThat(found.getMunicipality().getName()).isEqualTo("Stadt Ulm");
            assertThat(found.isComplete()).isTrue();
            assertThat(found.getCreatedAt()).isEqualTo(Fixtures.NOW);
        })).hasSize(1);
        assertThat(members.findBySubject("somebody-else")).isEmpty();
    }

    @Test
    void findsWhoHasNoMunicipalityYet() {
        String subject = given.stranger("Neu").getSubject();
        flushAndClear();

        assertThat(members.findBySubject(subject)).hasValueSatisfying(member -> assertThat(member.getMunicipality()).isNull());
    }

    @Test
    void findsAnAddressInAnyCase() {
        members.add(new Member("subject-of-mail", new EmailAddress("Erika.Müller@Ulm.example"), Fixtures.NOW));
        flushAndClear();

        assertThat(members.findByEmail("erika.MÜLLER@ulm.EXAMPLE")).isPresent();
        assertThat(members.findByEmail("erika@ulm.example")).isEmpty();
    }

    @Test
    void aSubjectIsOnePerson() {
        members.add(new Member("twice", new EmailAddress("a@example.org"), Fixtures.NOW));
        members.add(new Member("twice", new EmailAddress("b@example.org"), Fixtures.NOW));

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void theLongestProfileFits() {
        Member member = new Member("s".repeat(Member.SUBJECT_LENGTH), new EmailAddress("a@" + "b".repeat(244) + ".example"), Fixtures.NOW);
        member.introduce("ä".repeat(Member.NAME_LENGTH), "ß".repeat(Member.NAME_LENGTH), given.municipality("Stadt Ulm", 1), "ü".repeat(Member.OFFICE_LENGTH));
        members.add(member);
        flushAndClear();

        assertThat(members.findBySubject("s".repeat(Member.SUBJECT_LENGTH)).orElseThrow().getOffice()).hasSize(Member.OFFICE_LENGTH);
    }

    @Test
    void allPeopleOfAMunicipalityGoOverToAnother() {
        var small = given.municipality("Gemeinde Klein", 300);
        var large = given.municipality("Stadt Groß", 30_000);
        Member moved = given.member("Umzug", small);
        Member stays = given.member("Bleibt", given.municipality("Gemeinde Anderswo", 1));
        em.flush();

        on(new MemberRepository()).moveAll(small.getId(), large.getId());
        em.clear();

        assertThat(em.find(Member.class, moved.getId()).getMunicipality().getName()).isEqualTo("Stadt Groß");
        assertThat(em.find(Member.class, stays.getId()).getMunicipality().getName()).isEqualTo("Gemeinde Anderswo");
    }

    @Test
    void anAddressOfAClosedAccountLeadsToTheOneThatStands() {
        Member closed = given.member("Doppelt", given.municipality("Stadt Ulm", 1));
        Member stands = given.member("Einfach", given.municipality("Stadt Ulm", 1));
        closed.mergeInto(stands);
        flushAndClear();

        assertThat(members.findByEmail(closed.getEmail())).contains(stands);
    }

    @Test
    void knowsAddressesOfPeopleWhoAreBlocked() {
        Member blocked = given.member("Gesperrt", given.municipality("Stadt Ulm", 1));
        Member free = given.member("Frei", given.municipality("Stadt Ulm", 1));
        Member again = new Member("again", new EmailAddress(blocked.getEmail().toUpperCase(java.util.Locale.ROOT)), Fixtures.NOW);
        blocked.block("Ausgeschieden");
        flushAndClear();
        assertThat(members.blockedAmong(java.util.List.of(blocked.getEmail(), free.getEmail(), "niemand@example.org"))).containsExactly(blocked.getEmail());

        members.add(again);
        flushAndClear();
        assertThat(members.blockedAmong(java.util.List.of(blocked.getEmail()))).as("the address has another account").isEmpty();
    }

    @Test
    void administratorsAreThoseWhoAreNotBlocked() {
        Member active = given.member("Aktiv", given.municipality("Stadt Ulm", 1));
        Member blocked = given.member("Gesperrt", given.municipality("Stadt Ulm", 1));
        active.administrate(true);
        blocked.administrate(true);
        blocked.block("Ausgeschieden");
        flushAndClear();

        assertThat(members.lockAdministrators()).contains(active).doesNotContain(blocked);
    }
}
