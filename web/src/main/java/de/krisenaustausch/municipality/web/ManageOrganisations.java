package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.Place;
import de.krisenaustausch.municipality.service.DirectoryKeeping;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The administrators' list of organisations: what was searched for, or those whose successor is to be named. */
@Named
@RequestScoped
public class ManageOrganisations {

    @Inject
    private DirectoryKeeping directory;

    private List<Place> rows;
    private int count;

    public void load() {
        count = directory.count();
        rows = isGone() ? directory.withoutSuccessor(after()) : directory.search(getQuery());
    }

    /** @return organisations in all */
    public int getCount() {
        return count;
    }

    public List<Place> getRows() {
        return rows == null ? List.of() : rows;
    }

    /** @return what is searched for; "" for nothing */
    public String getQuery() {
        String query = parameter("q");
        return query == null ? "" : query.strip();
    }

    /** @return whether the list shows those that are gone without a successor */
    public boolean isGone() {
        return "entfallen".equals(parameter("zustand"));
    }

    /** @return address of the next page; "" when this was the last */
    public String getNext() {
        return !isGone() || rows.size() < DirectoryKeeping.PAGE ? "" : "/verwaltung/kommunen?zustand=entfallen&ab=" + rows.get(rows.size() - 1).id();
    }

    private static long after() {
        String key = parameter("ab");
        return key != null && key.matches("[0-9]{1,18}") ? Long.parseLong(key) : 0;
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }
}
