package de.krisenaustausch.municipality.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Slug;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Keeping the associations that host spaces, for administrators. */
@Stateless
@RolesAllowed("admin")
public class AssociationKeeping {

    @Inject
    private MunicipalityRepository directory;

    @Inject
    private AuditLog audit;

    /** An association as an administrator enters it. */
    public record AssociationDraft(String shortName, String name) {
    }

    /** @param slug names it in addresses, and its group in Keycloak */
    public record AssociationView(String slug, String shortName, String name) {
    }

    /** @return all, by short name */
    public List<AssociationView> list() {
        return directory.associations().stream().map(each -> new AssociationView(each.getSlug(), each.getShortName(), each.getName())).toList();
    }

    /** Enters an association; does nothing when it is there. @return its slug */
    public String enter(AssociationDraft draft) {
        Association association = new Association(draft.shortName(), draft.name());
        if (directory.findAssociation(association.getSlug()).isEmpty()) {
            keep(association);
        }
        return association.getSlug();
    }

    /** @throws BusinessException when one has this short name, or one that reads the same in an address */
    public void add(AssociationDraft draft) {
        Association association = new Association(draft.shortName(), draft.name());
        refuseTaken(association, null);
        keep(association);
    }

    /** Addresses and groups keep the name that they had. @throws BusinessException when another has this short name */
    public void rename(String slug, AssociationDraft draft) {
        Association association = directory.findAssociation(slug).orElseThrow(NotFoundException::new);
        String before = association.getShortName() + ", " + association.getName();
        refuseTaken(new Association(draft.shortName(), draft.name()), association);
        association.rename(draft.shortName(), draft.name());
        audit.record("associationRename", before, association.getShortName() + ", " + association.getName());
    }

    private void refuseTaken(Association wanted, Association self) {
        for (Association other : directory.associations()) {
            boolean alike = other.getShortName().equalsIgnoreCase(wanted.getShortName()) || other.getSlug().equals(wanted.getSlug());
            if (alike && !other.equals(self)) {
                throw new BusinessException("association.taken", wanted.getShortName());
            }
        }
    }

    private void keep(Association association) {
        if (association.getSlug().isEmpty()) {
            throw new BusinessException("error.nameless");
        }
        directory.add(association);
        audit.record("associationAdd", association.getShortName(), association.getName());
    }
}
