package de.krisenaustausch.document.web;

import de.krisenaustausch.document.service.SharingService;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The bin of the reader's municipality, and the way back for what was deleted just now. */
@Named
@RequestScoped
public class ViewBin {

    @Inject
    private SharingService sharing;

    @Inject
    private RouteBean route;

    private List<SharingService.BinRow> rows;

    public List<SharingService.BinRow> getRows() {
        if (rows == null) {
            rows = sharing.bin();
        }
        return rows;
    }

    /** Takes a document back and goes to it. @param id as the button names it */
    public void restore(String id) {
        long document = Parameters.id(id).orElse(0);
        route.goTelling("/bereiche/" + sharing.restore(document) + "/dokumente/" + document, "documentRestored");
    }

    /** @return the document that was deleted just now, which may be one of another municipality; 0 for none */
    public long getDeleted() {
        return Parameters.id(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("dokument")).orElse(0);
    }
}
