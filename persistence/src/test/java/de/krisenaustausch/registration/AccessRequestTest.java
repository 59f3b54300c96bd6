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
