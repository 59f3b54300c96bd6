package de.krisenaustausch.link.web;

import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The links in the bin: the reader's own, her municipality's, and those of spaces that she moderates. */
@Named
@RequestScoped
public class DeletedLinks {

    @Inject
    private LinkService links;

    @Inject
    private RouteBean route;

    private List<LinkService.BinRow> rows;

    public List<LinkService.BinRow> getRows() {
        if (rows == null) {
            rows = links.bin();
        }
        return rows;
    }

    /** Takes a link back and goes to it. @param id as the button names it */
    public void restore(String id) {
        long link = Parameters.id(id).orElse(0);
        route.goTelling("/bereiche/" + links.restore(link) + "/links/" + link, "linkRestored");
    }
}
