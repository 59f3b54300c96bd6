package de.krisenaustausch.space.web;

import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.SpaceRow;
import de.krisenaustausch.space.service.SpaceService.Standing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The spaces: all that the reader may know of, hers first; or on the start page all that everybody may know of. */
@Named
@RequestScoped
public class ListSpaces {

    @Inject
    private SpaceService spaces;

    private List<SpaceRow> rows;
    private List<SpaceRow> open;

    /** Reads before the page is written, so that a failure is still an error page. */
    public void load() {
        rows = spaces.list();
    }

    /** @return the spaces that the reader may know of, by name */
    public List<SpaceRow> getRows() {
        if (rows == null) {
            load();
        }
        return rows;
    }

    /** @return those she belongs to, asked to come into, or is asked into */
    public List<SpaceRow> getMine() {
        return getRows().stream().filter(row -> row.standing() != Standing.GUEST).toList();
    }

    public List<SpaceRow> getOthers() {
        return getRows().stream().filter(row -> row.standing() == Standing.GUEST).toList();
    }

    /** @return the spaces that the public start page names */
    public List<SpaceRow> getOpen() {
        if (open == null) {
            open = spaces.listPublic();
        }
        return open;
    }
}
