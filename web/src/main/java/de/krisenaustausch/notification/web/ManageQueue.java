package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.Delivery;
import de.krisenaustausch.notification.DeliveryRow;
import de.krisenaustausch.notification.service.PostOffice;
import de.krisenaustausch.platform.messaging.DeadLetters;
import de.krisenaustausch.platform.web.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The administrators' view of the post: what failed or waits, and dead letters. {@link PostOfficeServlet} takes its forms. */
@Named
@RequestScoped
public class ManageQueue {

    @Inject
    private PostOffice office;

    private PostOffice.Figures figures;
    private List<DeliveryRow> rows;
    private List<DeadLetters.DeadLetter> dead;
    private Long failures;

    /** Reads all that the page shows. */
    public void load() {
        figures = office.figures();
        rows = office.list(isWaiting() ? Delivery.State.QUEUED : Delivery.State.FAILED, before());
        dead = office.deadLetters();
    }

    public PostOffice.Figures getFigures() {
        return figures;
    }

    public List<DeliveryRow> getRows() {
        return rows;
    }

    public List<DeadLetters.DeadLetter> getDead() {
        return dead;
    }

    /** @return mails that failed for good, for a mark beside the link that leads here */
    public long getFailures() {
        if (failures == null) {
            failures = office.failures();
        }
        return failures;
    }

    /** @return number of the thing that an event is about */
    public String number(String event) {
        return event.substring(event.indexOf(':') + 1);
    }

    /** @return whether the list shows what waits, and not what failed */
    public boolean isWaiting() {
        return "wartend".equals(parameter("zustand"));
    }

    /** @return address of the next page; "" when this was the last */
    public String getNext() {
        return rows.size() < PostOffice.PAGE ? ""
            : "/verwaltung/post?zustand=" + (isWaiting() ? "wartend" : "gescheitert") + "&ab=" + rows.get(rows.size() - 1).id();
    }

    private static long before() {
        return Parameters.id(parameter("ab")).orElse(Long.MAX_VALUE);
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }
}
