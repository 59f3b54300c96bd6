package de.krisenaustausch.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberTest {

    private final Fixtures given = Fixtures.inMemory();
    private final Member member = new Member("subject", new EmailAddress("e.mutig@ulm.example"), Fixtures.NOW);

    @Test
    void isCompleteOnceAllIsKnown() {
        assertThat(member.isComplete()).isFalse();
        assertThat(member.getName()).isEqualTo("e.mutig@ulm.example");

        member.refresh("Erika", "Mutig", new EmailAddress("e.mutig@ulm.example"));
        assertThat(member.isComplete()).isFalse();
        assertThat(member.getName()).isEqualTo("Erika Mutig");

        member.introduce("Erika", "Mutig", given.municipality("Stadt Ulm", 126_000), "Hauptamt");
        assertThat(member.isComplete()).isTrue();
    }

    @Test
    void aSignInWithoutNamesKeepsThoseThatWereTyped() {
        member.introduce("Erika", "Mutig", given.municipality("Stadt Ulm", 126_000), "Hauptamt");
        member.refresh(" ", null, new EmailAddress("neu@ulm.example"));

        assertThat(member.getName()).isEqualTo("Erika Mutig");
        assertThat(member.getEmail()).isEqualTo("neu@ulm.example");
    }

    @Test
    void hasToSayAllFour() {
        assertThatThrownBy(() -> member.introduce("Erika", "Mutig", null, "Hauptamt")).hasMessageContaining("field.municipality");
        assertThatThrownBy(() -> member.introduce("Erika", "Mutig", given.municipality("Stadt Ulm", 1), " ")).hasMessageContaining("field.office");
        assertThat(member.isComplete()).isFalse();
        assertThatThrownBy(() -> new Member("", new EmailAddress("a@example.org"), Fixtures.NOW)).isInstanceOf(BusinessException.class);
    }

    @Test
    void aNameHoldsOnlyWhatItsAccountTakesToo() {
        for (String name : List.of("<u>Erika", "Erika \"Eri\"", "Erika (Vertretung)", "Mutig/Muster", "Erika;", "#{name}")) {
            assertThatThrownBy(() -> member.introduce(name, "Mutig", given.municipality("Stadt Ulm", 1), "Hauptamt"))
                .as(name).hasMessageContaining("error.personName").hasMessageContaining("field.givenName");
        }
        member.introduce("Zoë-Anne", "von der O’Mutig geb. d'Aîné, M.A.", given.municipality("Stadt Ulm", 1), "Hauptamt");
        assertThat(member.getName()).isEqualTo("Zoë-Anne von der O’Mutig geb. d'Aîné, M.A.");
    }

    @Test
    void isBlockedUntilUnblocked() {
        member.block("Ausgeschieden");
        assertThat(member.isBlocked()).isTrue();
        member.unblock();
        assertThat(member.isBlocked()).isFalse();
    }

    @Test
    void isNotMergedIntoHerselfOrAClosedAccount() {
        Member other = Fixtures.inMemory().member("Andere", Fixtures.inMemory().municipality("Stadt Neu", 1));
        assertThatThrownBy(() -> member.mergeInto(member)).isInstanceOf(BusinessException.class);
        member.mergeInto(other);
        assertThat(member.isBlocked()).isTrue();
        assertThatThrownBy(() -> member.mergeInto(other)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> other.mergeInto(member)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(member::unblock).isInstanceOf(BusinessException.class);
    }

    @Test
    void movesUnlessADirectorySaysWhereSheWorks() {
        var town = Fixtures.inMemory().municipality("Stadt Neu", 1);
        member.move(town);
        assertThat(member.getMunicipality()).isSameAs(town);
        member.follow("KGSt", "Stadt Neu", town, "Hauptamt");
        assertThatThrownBy(() -> member.move(town)).isInstanceOf(BusinessException.class);
    }
}
