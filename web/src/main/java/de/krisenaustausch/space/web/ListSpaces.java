package de.krisenaustausch.space.web;

import de.krisenaustausch.space.service.SpaceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The spaces: all that the reader may know of, or on the start page all that everybody may know of. */
@Named
@RequestScoped
public class ListSpaces {

    @Inject
    private SpaceService spaces;

    private List<SpaceService.SpaceRow> rows;
    private List<SpaceService.SpaceRow> open;

    /** @return the reader's spaces, by name */
    public List<SpaceService.SpaceRow> getRows() {
        if (rows == null) {
            rows = spaces.list();
        }
        return rows;
    }

    /** @return the spaces that the public start page names */
    public List<SpaceService.SpaceRow> getOpen() {
        if (open == null) {
            open = spaces.listPublic();
        }
        return open;
    }
}
