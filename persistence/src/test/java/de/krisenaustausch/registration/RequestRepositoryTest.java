package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Sha256;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestRepositoryTest extends DatabaseTest {

    private RequestRepository requests;
    private AdmissionRepository admission;
    private Municipality ulm;

    @BeforeEach
    void set() {
        requests = on(new RequestRepository());
        admission = on(new AdmissionRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
    }

    private AccessRequest waiting(String email, String family, Instant received) {
        AccessRequest request = AccessRequest.write(new EmailAddress(email), "de", received);
        request.tell(new Applicant("Erika", family, "Ulm", ulm, "Hauptamt", null, Set.of(), null), received);
        request.await(received);
        requests.add(request);
        return request;
    }

    @Test
    void anAddressHasOneOpenRequestInAnyCase() {
        waiting("Erika@ulm.de", "Muster", Fixtures.NOW);
        em.flush();
        requests.add(AccessRequest.begin(new EmailAddress("erika@ulm.de"), "de", Fixtures.NOW));
        assertThatThrownBy(() -> em.flush()).isInstanceOf(PersistenceException.class);
    }

    @Test
    void findsTheOpenOneAndTheNewest() {
        AccessRequest old = waiting("erika@ulm.de", "Muster", Fixtures.NOW);
        old.decline(null, null, Fixtures.NOW);
        flushAndClear();
        assertThat(requests.findOpen("ERIKA@ulm.de")).isEmpty();
        assertThat(requests.findNewest("ERIKA@ulm.de")).contains(old);
    }

    @Test
    void listsFromAKeyOnInAFixedNumberOfStatements() {
        for (int i = 0; i < 5; i++) {
            waiting("a" + i + "@ulm.de", "Muster" + i, Fixtures.NOW.plusSeconds(i / 2));
        }
        flushAndClear();
        List<AccessRequest> first = requests.list(AccessRequest.State.WAITING, Instant.EPOCH, 0, 3);
        AccessRequest last = first.get(2);
        List<AccessRequest> second = requests.list(AccessRequest.State.WAITING, last.getReceivedAt(), last.getId(), 3);
        assertThat(first).extracting(AccessRequest::getEmail).containsExactly("a0@ulm.de", "a1@ulm.de", "a2@ulm.de");
        assertThat(second).extracting(AccessRequest::getEmail).containsExactly("a3@ulm.de", "a4@ulm.de");
        assertThat(statements(() -> requests.list(AccessRequest.State.WAITING, Instant.EPOCH, 0, 5)
            .forEach(request -> request.getSpaces().size() )) ).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void saysWhoMightBeTheSamePerson() {
        AccessRequest request = waiting("erika@web.de", "Zwilling", Fixtures.NOW);
        given.member("Zwilling", ulm);
        waiting("e.zwilling@ulm.de", "zwilling", Fixtures.NOW);
        flushAndClear();
        assertThat(requests.alike(List.of(request.getId())).get(request.getId())).extracting(RequestRepository.Likeness::member).containsExactly(true, false);
    }

    @Test
    void findsALinkByItsHashOnly() {
        AccessRequest request = waiting("erika@ulm.de", "Muster", Fixtures.NOW);
        Sha256 hash = new Sha256("d".repeat(64));
        requests.add(new PersonalLink(request, PersonalLink.Purpose.ENTER, hash, Fixtures.NOW, Duration.ofDays(1)));
        flushAndClear();
        assertThat(requests.findLink(hash)).map(PersonalLink::getRequest).contains(request);
        assertThat(requests.takeLink(new Sha256("e".repeat(64)))).isEmpty();
    }

    @Test
    void aMunicipalitysOwnRuleGoesBeforeThatForAll() {
        assertThat(admission.isAtOnce(ulm.getId())).isFalse();
        admission.add(new AdmissionRule(null, true));
        em.flush();
        assertThat(admission.isAtOnce(ulm.getId())).isTrue();
        admission.add(new AdmissionRule(ulm, false));
        em.flush();
        assertThat(admission.isAtOnce(ulm.getId())).isFalse();
    }

    @Test
    void forgetsWhatLedToNothing() {
        AccessRequest gone = waiting("gone@ulm.de", "Muster", Fixtures.NOW);
        gone.decline(null, null, Fixtures.NOW);
        requests.add(new PersonalLink(gone, PersonalLink.Purpose.CONFIRM, new Sha256("f".repeat(64)), Fixtures.NOW, Duration.ofDays(1)));
        AccessRequest stays = waiting("stays@ulm.de", "Muster", Fixtures.NOW);
        em.flush();
        assertThat(requests.forget(Fixtures.NOW.plusSeconds(1))).isEqualTo(1);
        em.clear();
        assertThat(requests.find(gone.getId())).isEmpty();
        assertThat(requests.find(stays.getId())).isPresent();
    }
}
