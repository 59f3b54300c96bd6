package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Slug;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps the directory of organisations, for administrators. */
@Stateless
@RolesAllowed("admin")
public class DirectoryKeeping {

    @Inject
    private MunicipalityRepository directory;

    @Inject
    private Event<DirectoryChanged> changed;

    /**
     * A municipality as an administrator enters it.
     *
     * @param name with what it is: "Stadt Ulm", "Gemeinde Waldhausen"
     * @param county the Kreis, or null for a kreisfreie Stadt
     * @param population inhabitants
     */
    public record MunicipalityDraft(String name, MunicipalityKind kind, String county, FederalState state, int population) {
    }

    /** An association as an administrator enters it. */
    public record AssociationDraft(String shortName, String name) {
    }

    /**
     * Enters municipalities; one that is there under its name, in the same Kreis and Land, has its inhabitants counted anew.
     *
     * @return how many are new
     * @throws BusinessException when a name or kind is missing, or a population is negative; nothing is entered then
     */
    public int enter(List<MunicipalityDraft> drafts) {
        int added = 0;
        for (MunicipalityDraft draft : drafts) {
            if (draft.kind() == null || draft.state() == null || draft.population() < 0) {
                throw new BusinessException("error.required", "field.municipality");
            }
            Optional<Municipality> known = draft.name() == null ? Optional.empty() : directory.namesakes(draft.name()).stream()
                .filter(namesake -> namesake.getState() == draft.state() && Objects.equals(namesake.getCounty(), draft.county())).findFirst();
            if (known.isPresent()) {
                known.get().countPeople(draft.population());
            } else {
                directory.add(new Municipality(draft.name(), draft.kind(), draft.county(), draft.state(), draft.population()));
                added++;
            }
        }
        changed.fire(new DirectoryChanged());
        return added;
    }

    /** Enters an association; does nothing when it is there. @return its slug */
    public String enter(AssociationDraft draft) {
        Association association = new Association(draft.shortName(), draft.name());
        if (directory.findAssociation(Slug.of(association.getShortName())).isEmpty()) {
            directory.add(association);
        }
        return association.getSlug();
    }
}
