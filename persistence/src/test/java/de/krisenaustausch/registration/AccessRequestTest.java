package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRequestTest {

    private static final Instant NOW = Fixtures.NOW;
    private final Fixtures given = Fixtures.inMemory();
    private final Municipality ulm = given.municipality("Stadt Ulm", 126_000);
    private final AccessRequest request = AccessRequest.write(new EmailAddress("e.muster@ulm.de"), "de", NOW);

    @Test
    void isCompletedByWhatIsToldLater() {
        request.tell(new Applicant("Erika", null, null, null, "Hauptamt", null, Set.of(), null), NOW);
        assertThat(request.getMissing()).containsExactlyInAnyOrder(Missing.FAMILY_NAME, Missing.ORGANISATION);

        request.tell(new Applicant(null, "Muster", "Ulm", ulm, null, null, null, null), NOW);

        assertThat(request.getMissing()).isEmpty();
        assertThat(request.getName()).isEqualTo("Erika Muster");
        assertThat(request.getOffice()).isEqualTo("Hauptamt");
    }

    @Test
    void forgetsTheMunicipalityWhenAnotherPlaceIsNamed() {
        request.tell(new Applicant("E", "M", "Ulm", ulm, "Hauptamt", null, null, null), NOW);
        request.tell(new Applicant(null, null, "Zweckverband Wasser", null, null, null, null, null), NOW);
        assertThat(request.getMunicipality()).isNull();
        assertThat(request.getOrganisation()).isEqualTo("Zweckverband Wasser");
    }

    @Test
    void keepsToOneLineWhatIsTyped() {
        request.tell(new Applicant("Erika\r\nBcc: x@y.de", "Muster", null, ulm, "A", null, null, null), NOW);
        assertThat(request.getGivenName()).isEqualTo("Erika Bcc: x@y.de");
    }

    @Test
    void isPutRightByAPersonWhoAnswersForAllOfIt() {
        request.tell(new Applicant("Muster", "Erika", "Gde. Ulm", null, "Mit freundlichen Grüßen", "Leitung", null, "Bitte bald"), NOW);
        request.await(NOW);
        request.doubt(Set.of(Uncertainty.GIVEN_NAME, Uncertainty.MUNICIPALITY, Uncertainty.OFFICE, Uncertainty.FREE_MAIL));

        request.correct(new Applicant("Erika", "Muster", null, ulm, "Haupt-\namt", null, null, null), NOW);

        assertThat(request.getName()).isEqualTo("Erika Muster");
        assertThat(request.getMunicipality()).isEqualTo(ulm);
        assertThat(request.getOrganisation()).as("what she wrote").isEqualTo("Gde. Ulm");
        assertThat(request.getOffice()).isEqualTo("Haupt- amt");
        assertThat(request.getFunction()).as("was none").isNull();
        assertThat(request.getMessage()).isEqualTo("Bitte bald");
        assertThat(request.getUncertain()).containsExactly(Uncertainty.FREE_MAIL);
    }

    @Test
    void whatWaitsLacksNothingAfterItIsPutRight() {
        request.tell(new Applicant("E", "M", "Ulm", ulm, "Hauptamt", null, null, null), NOW);
        request.await(NOW);
        assertThatThrownBy(() -> request.correct(new Applicant("E", "M", null, ulm, " ", null, null, null), NOW)).hasMessageContaining("field.office");
        assertThatThrownBy(() -> request.correct(new Applicant("E", "M", null, null, "Hauptamt", null, null, null), NOW)).hasMessageContaining("field.municipality");
    }

    @Test
    void waitsOnceAPersonCompletesIt() {
        request.tell(new Applicant("E", "M", "Ulm", ulm, null, null, null, null), NOW);
        request.correct(new Applicant("E", "Muster", null, ulm, null, null, null, null), NOW);
        assertThat(request.getState()).isEqualTo(AccessRequest.State.INCOMPLETE);
        request.correct(new Applicant("E", "Muster", null, ulm, "Hauptamt", null, null, null), NOW);
        assertThat(request.getState()).isEqualTo(AccessRequest.State.WAITING);

        request.askBack("Seit wann?", NOW);
        request.correct(new Applicant("Erika", "Muster", null, ulm, "Hauptamt", null, null, null), NOW);
        assertThat(request.getState()).as("the question still stands").isEqualTo(AccessRequest.State.INCOMPLETE);
    }

    @Test
    void whatIsDecidedIsNotPutRight() {
        request.approve(null, null, NOW);
        assertThatThrownBy(() -> request.correct(new Applicant("E", "M", null, ulm, "Hauptamt", null, null, null), NOW)).hasMessageContaining("access.decided");
    }

    @Test
    void isDecidedOnce() {
        request.tell(new Applicant("E", "M", "Ulm", ulm, "Hauptamt", null, null, null), NOW);
        request.await(NOW);
        request.decline(given.member("Walter", ulm), "kein Amt", NOW);
        assertThatThrownBy(() -> request.approve(null, null, NOW)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> request.tell(new Applicant("X", null, null, null, null, null, null, null), NOW)).isInstanceOf(BusinessException.class);
    }

    @Test
    void anApprovalIsTakenBackOnlyBeforeSheIsIn() {
        request.approve(null, null, NOW);
        request.finish(NOW);
        assertThatThrownBy(() -> request.revoke(null, null, NOW)).isInstanceOf(BusinessException.class);
    }
}
