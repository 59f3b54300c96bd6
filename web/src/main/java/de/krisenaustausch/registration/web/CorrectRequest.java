package de.krisenaustausch.registration.web;

import de.krisenaustausch.municipality.Place;
import de.krisenaustausch.municipality.service.DirectoryService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.registration.Uncertainty;
import de.krisenaustausch.registration.service.RequestDesk;
import de.krisenaustausch.registration.service.RequestDesk.Choice;
import de.krisenaustausch.registration.service.RequestDesk.Correction;
import de.krisenaustausch.registration.service.RequestDesk.Verdict;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.web.Format;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * One request for access, where what was recognised is put right before it is decided on. Of two people at it at once the
 * second is told, keeps what she typed, and sees what the first one saved.
 */
@Named
@RequestScoped
public class CorrectRequest {

    @Inject
    private RequestDesk desk;

    @Inject
    private DirectoryService directory;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    private RequestDesk.RequestRow row;
    private boolean overtaken;
    private int version;
    private String givenName;
    private String familyName;
    private Place municipality;
    private String organisation;
    private String office;
    private String function;
    private String words;

    @PostConstruct
    void load() {
        row = desk.get(route.getId());
        version = row.version();
        givenName = row.givenName();
        familyName = row.familyName();
        municipality = row.municipalityId() == null ? null : directory.find(row.municipalityId()).orElse(null);
        organisation = municipality == null ? row.organisation() : null;
        office = row.office();
        function = row.function();
    }

    public void save() {
        correct(null, "accessCorrected");
    }

    public void approve() {
        correct(Verdict.APPROVE, "accessApproved");
    }

    public void ask() {
        correct(Verdict.ASK, "accessAsked");
    }

    public void decline() {
        correct(Verdict.DECLINE, "accessDeclined");
    }

    /** Stays here as long as there is something left to decide. */
    private void correct(Verdict verdict, String done) {
        try {
            boolean hers = desk.correct(new Choice(row.id(), version),
                new Correction(givenName, familyName, municipality == null ? null : municipality.id(), organisation, office, function), verdict, words);
            route.goTelling(hers && verdict == null ? "/zugaenge/" + row.id() : "/zugaenge?zustand=" + row.state(), hers ? done : "accessHandedOn");
        } catch (ChangedMeanwhileException second) {
            row = desk.get(row.id());
            version = row.version();
            overtaken = true;
        }
    }

    /** @return the request as it is now */
    public RequestDesk.RequestRow getRow() {
        return row;
    }

    /** @return whether somebody else saved while this form was open */
    public boolean isOvertaken() {
        return overtaken;
    }

    /** @return where she works, in full, as it is now; null when nobody knows */
    public String getPlace() {
        return row.municipalityId() == null ? row.organisation() : directory.find(row.municipalityId()).map(Place::label).orElse(row.municipality());
    }

    /** @return what to look at in a field: that it was only guessed, and, where it says more, what she wrote herself; "" when all is plain */
    public String hint(Uncertainty doubt) {
        String guessed = row.uncertain().contains(doubt) ? format.text("request.guessed") : "";
        boolean more = doubt == Uncertainty.MUNICIPALITY && row.municipality() != null && row.organisation() != null && !row.organisation().equals(row.municipality());
        return more ? (format.text("request.written", row.organisation()) + " " + guessed).strip() : guessed;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public Place getMunicipality() {
        return municipality;
    }

    public void setMunicipality(Place municipality) {
        this.municipality = municipality;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
