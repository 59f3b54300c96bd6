package de.krisenaustausch.municipality.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MailDomain;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.municipality.Place;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keeps the directory of organisations, for administrators. */
@Stateless
@RolesAllowed("admin")
public class DirectoryKeeping {

    @Inject
    private MunicipalityRepository directory;

    @Inject
    private DirectoryIndex index;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<DirectoryChanged> changed;

    @Inject
    private Event<OrganisationsMerged> merged;

    /**
     * A municipality as an administrator enters it.
     *
     * @param name with what it is: "Stadt Ulm", "Gemeinde Waldhausen"
     * @param county the Kreis, or null for a kreisfreie Stadt
     * @param population inhabitants
     */
    public record MunicipalityDraft(String name, MunicipalityKind kind, String county, FederalState state, int population) {
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
        audit.record("directoryEnter", null, added + " / " + drafts.size());
        changed.fire(new DirectoryChanged());
        return added;
    }

    /** Rows on one page of a list. */
    public static final int PAGE = 50;

    /** An organisation as the back office shows it. @param successor null where there is none @param domains in order */
    public record OrganisationView(Place place, SizeClass sizeClass, Place successor, List<String> domains) {
    }

    /** @return what was found for the text, the likeliest first */
    public List<Place> search(String text) {
        return index.get().suggest(text == null ? "" : text, PAGE).stream().map(PlaceIndex.Hit::place).toList();
    }

    /** @return how many organisations there are, without those that are gone */
    public int count() {
        return index.get().entries().size();
    }

    /** @return those that are gone and whose successor nobody named, from after that number on */
    public List<Place> withoutSuccessor(long after) {
        return directory.withoutSuccessor(after, PAGE).stream().map(Municipality::place).toList();
    }

    /** @throws NotFoundException when there is none */
    public OrganisationView organisation(long id) {
        Municipality found = get(id);
        return new OrganisationView(found.place(), found.getSizeClass(), found.getSuccessor() == null ? null : found.getSuccessor().place(),
            directory.domains(found).stream().map(MailDomain::getDomain).toList());
    }

    /**
     * Sets the mail domains of an organisation.
     *
     * @param typed all of them, one a line or with blanks or commas between
     * @throws BusinessException when one is none, or belongs to another organisation: it is named
     */
    public void keepDomains(long id, String typed) {
        Municipality organisation = get(id);
        Set<String> wanted = new LinkedHashSet<>();
        for (String each : (typed == null ? "" : typed).split("[\\s,;]+")) {
            if (!each.isEmpty()) {
                wanted.add(MailDomain.normal(each));
            }
        }
        for (MailDomain known : directory.domains(organisation)) {
            if (!wanted.remove(known.getDomain())) {
                directory.remove(known);
            }
        }
        for (String domain : wanted) {
            directory.findDomain(domain).ifPresent(other -> {
                throw new BusinessException("directory.domainTaken", domain, other.getMunicipality().place().label());
            });
            directory.add(new MailDomain(domain, organisation));
        }
        audit.record("directoryDomains", organisation.place().label(), String.join(", ", directory.domains(organisation).stream().map(MailDomain::getDomain).toList()));
    }

    /**
     * Says whom an organisation that is gone became part of: its people, documents and mail domains go over.
     *
     * @throws BusinessException when it is still there, or the successor is not
     */
    public void succeed(long id, long successorId) {
        directory.lock();
        Municipality gone = get(id);
        Municipality successor = get(successorId);
        if (!gone.isGone() || gone.getSuccessor() != null) {
            throw new BusinessException("directory.noSuccessor");
        }
        gone.mergeInto(successor);
        directory.handDomains(gone, successor);
        audit.record("directorySucceed", gone.place().label(), successor.place().label());
        merged.fire(new OrganisationsMerged(id, successorId));
        changed.fire(new DirectoryChanged());
    }

    private Municipality get(long id) {
        return directory.find(id).orElseThrow(NotFoundException::new);
    }
}
