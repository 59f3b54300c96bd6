package de.krisenaustausch.registration.web;

import de.krisenaustausch.member.web.PersonForm;
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
public class CorrectRequest extends PersonForm {

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
    private String organisation;
    private String words;

    @PostConstruct
    void load() {
        row = desk.get(route.getId());
        version = row.version();
        fill(row.givenName(), row.familyName(), row.municipalityId() == null ? null : directory.find(row.municipalityId()).orElse(null), row.office(), row.function());
        organisation = getMunicipality() == null ? row.organisation() : null;
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
                new Correction(getGivenName(), getFamilyName(), municipalityId(), organisation, getOffice(), getFunction()), verdict, words);
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

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
