package de.krisenaustausch.search.web;

import de.krisenaustausch.search.service.SearchAdministration;
import de.krisenaustausch.search.service.SearchAdministration.IndexState;
import de.krisenaustausch.search.service.index.IndexShelf;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The administrators' view of the search index. {@link RebuildIndexServlet} takes its form. */
@Named
@RequestScoped
public class ManageIndex {

    private static final int ALL = 100;

    @Inject
    private SearchAdministration administration;

    private IndexState state;

    public void load() {
        state = administration.state();
    }

    public IndexShelf.Status getIndex() {
        return state().index();
    }

    /** @return how many documents the index should hold */
    public long getDocuments() {
        return state().documents();
    }

    public boolean isBuilding() {
        return state().index().building() != null;
    }

    /** @return per cent of the building under way */
    public int getPercent() {
        IndexShelf.Building building = state().index().building();
        return building == null || building.total() == 0 ? 0 : (int) (building.done() * ALL / building.total());
    }

    /** @return whether documents are missing in it, or ones that are gone are still in it */
    public boolean isBehind() {
        return state().index().complete() && state().index().documents() != state().documents();
    }

    /** @return seconds that the last building took */
    public long getSeconds() {
        return state().index().built().took().toSeconds();
    }

    /** Reads when the page did not, as after a form that it does not have. */
    private IndexState state() {
        if (state == null) {
            load();
        }
        return state;
    }
}
