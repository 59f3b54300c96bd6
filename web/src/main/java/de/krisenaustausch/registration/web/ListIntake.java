package de.krisenaustausch.registration.web;

import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.registration.IntakeMail;
import de.krisenaustausch.registration.service.intake.IntakeOffice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The administrators' view of the mailbox for access: what could not be read, what was left out, what became a request. */
@Named
@RequestScoped
public class ListIntake {

    private static final Map<String, IntakeMail.Outcome> OUTCOMES = Map.of("uebergangen", IntakeMail.Outcome.IGNORED, "antraege", IntakeMail.Outcome.REQUEST);

    @Inject
    private IntakeOffice office;

    private List<IntakeMail> rows;
    private String address;

    /** Reads all that the page shows. */
    public void load() {
        rows = office.list(getOutcome(), before());
        address = office.address().orElse("");
    }

    public List<IntakeMail> getRows() {
        return rows;
    }

    /** @return the mailbox's address; "" when none is read */
    public String getAddress() {
        return address;
    }

    public IntakeMail.Outcome getOutcome() {
        return OUTCOMES.getOrDefault(String.valueOf(parameter("zustand")), IntakeMail.Outcome.UNREADABLE);
    }

    /** @return address of the next page; "" when this was the last */
    public String getNext() {
        String outcome = OUTCOMES.containsKey(String.valueOf(parameter("zustand"))) ? parameter("zustand") : "unlesbar";
        return rows.size() < IntakeOffice.PAGE ? "" : "/verwaltung/posteingang?zustand=" + outcome + "&ab=" + rows.get(rows.size() - 1).getId();
    }

    private static long before() {
        return Parameters.id(parameter("ab")).orElse(Long.MAX_VALUE);
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }
}
