package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.Place;
import de.krisenaustausch.municipality.service.DirectoryKeeping;
import de.krisenaustausch.municipality.service.DirectoryKeeping.OrganisationView;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One organisation for administrators: its mail domains, and its successor when it is gone. */
@Named
@RequestScoped
public class EditOrganisation {

    @Inject
    private DirectoryKeeping directory;

    @Inject
    private RouteBean route;

    private OrganisationView organisation;
    private String domains;
    private Place successor;

    /** Asks for the organisation before anything is written, so that one that is not there is a 404. */
    public void load() {
        getOrganisation();
    }

    public void saveDomains() {
        directory.keepDomains(route.getId(), domains);
        route.goTelling("/verwaltung/kommunen/" + route.getId(), "domainsSaved");
    }

    public void saveSuccessor() {
        directory.succeed(route.getId(), successor.id());
        route.goTelling("/verwaltung/kommunen/" + route.getId(), "successorSaved");
    }

    public OrganisationView getOrganisation() {
        if (organisation == null) {
            organisation = directory.organisation(route.getId());
        }
        return organisation;
    }

    /** @return whether a person must say who came after it */
    public boolean isOpen() {
        return getOrganisation().place().gone() && getOrganisation().successor() == null;
    }

    public String getDomains() {
        return domains == null ? String.join("\n", getOrganisation().domains()) : domains;
    }

    public void setDomains(String domains) {
        this.domains = domains;
    }

    public Place getSuccessor() {
        return successor;
    }

    public void setSuccessor(Place successor) {
        this.successor = successor;
    }
}
