package de.krisenaustausch.registration.web;

import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.service.RequestDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** Requests for access as administrators and delegates see them. {@link DecideRequestsServlet} takes the form. */
@Named
@RequestScoped
public class ListRequests {

    @Inject
    private RequestDesk desk;

    private AccessRequest.State state = AccessRequest.State.WAITING;
    private List<RequestDesk.RequestRow> rows;
    private Long waiting;
    private RequestDesk.Mark mark;

    public void load() {
        String wanted = parameter("zustand");
        for (AccessRequest.State each : AccessRequest.State.values()) {
            state = each.name().equals(wanted) ? each : state;
        }
        String key = parameter("ab");
        boolean on = key != null && key.matches("\\d{1,18}-\\d{1,18}");
        rows = desk.list(state, on ? moment(Long.parseLong(key.substring(0, key.indexOf('-')))) : Instant.EPOCH,
            on ? Long.parseLong(key.substring(key.indexOf('-') + 1)) : 0);
    }

    public List<RequestDesk.RequestRow> getRows() {
        return rows;
    }

    public AccessRequest.State getState() {
        return state;
    }

    public List<AccessRequest.State> getStates() {
        return List.of(AccessRequest.State.WAITING, AccessRequest.State.INCOMPLETE, AccessRequest.State.APPROVED, AccessRequest.State.DONE, AccessRequest.State.DECLINED);
    }

    /** @return whether those in the list can be decided on */
    public boolean isDecidable() {
        return state == AccessRequest.State.WAITING || state == AccessRequest.State.INCOMPLETE;
    }

    /** @return how many wait for the reader, 0 when she decides on none */
    public long getWaiting() {
        if (waiting == null) {
            waiting = desk.waiting();
        }
        return waiting;
    }

    /** @return what the navigation of any page says of this one */
    public RequestDesk.Mark getMark() {
        if (mark == null) {
            mark = desk.mark();
        }
        return mark;
    }

    /** @return address of the next page; "" when this was the last */
    public String getNext() {
        if (rows.size() < RequestDesk.PAGE) {
            return "";
        }
        RequestDesk.RequestRow last = rows.get(rows.size() - 1);
        Instant received = last.receivedAt();
        return "/zugaenge?zustand=" + state + "&ab=" + (received.getEpochSecond() * 1_000_000 + received.getNano() / 1000) + "-" + last.id();
    }

    public String joined(List<String> names) {
        return String.join(", ", names);
    }

    private static Instant moment(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }
}
