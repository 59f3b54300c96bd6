package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.ApprovalDelegate;
import de.krisenaustausch.shared.NotAllowedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** On whose requests the present reader decides: administrators on all, delegates on those of their association, Land or municipality. */
@RequestScoped
public class Competence {

    @Inject
    private CurrentReader current;

    @Inject
    private AdmissionRepository admission;

    private List<ApprovalDelegate> delegations;

    boolean isAll() {
        return current.get().administrator();
    }

    boolean isAny() {
        return isAll() || !delegations().isEmpty();
    }

    /** @throws NotAllowedException when the reader decides on nothing */
    void require() {
        if (!isAny()) {
            throw new NotAllowedException();
        }
    }

    boolean covers(AccessRequest request) {
        return isAll() || delegations().stream().anyMatch(delegation -> covers(delegation, request));
    }

    static boolean covers(ApprovalDelegate delegation, AccessRequest request) {
        if (delegation.getAssociation() != null) {
            return request.getSpaces().stream().anyMatch(space -> space.getAssociation().equals(delegation.getAssociation()));
        }
        if (request.getMunicipality() == null) {
            return false;
        }
        return delegation.getState() != null ? request.getMunicipality().getState() == delegation.getState()
            : request.getMunicipality().equals(delegation.getMunicipality());
    }

    private List<ApprovalDelegate> delegations() {
        if (delegations == null) {
            delegations = admission.delegations(current.get().memberId());
        }
        return delegations;
    }
}
