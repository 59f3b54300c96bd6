package de.krisenaustausch.document.web;

import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentView;
import de.krisenaustausch.document.service.SharingService;
import de.krisenaustausch.document.service.UploadService;
import de.krisenaustausch.document.service.UploadService.UploadView;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A newer file for a document, with a word on what is new. Of several that came in the last counts. */
@Named
@RequestScoped
public class AddVersion {

    @Inject
    private UploadForm form;

    @Inject
    private UploadService uploads;

    @Inject
    private DocumentService documents;

    @Inject
    private SharingService sharing;

    @Inject
    private RouteBean route;

    private DocumentView document;
    private List<FileRow> rows;
    private String changeNote;

    @PostConstruct
    void load() {
        document = documents.view(route.getSlug(), route.getId());
        if (!document.editable()) {
            throw new NotAllowedException();
        }
        List<Long> dropped = form.dropped();
        rows = uploads.waiting(form.files()).stream().map(upload -> new FileRow(upload.id(), upload, null, dropped.contains(upload.id()))).toList();
    }

    /** @throws BusinessException when no file came in */
    public void save() {
        List<UploadView> waiting = rows.stream().filter(row -> !row.isDropped()).map(FileRow::getUpload).toList();
        if (waiting.isEmpty() && (rows.size() > 0 || form.files().isEmpty())) {
            throw new BusinessException("share.noFiles");
        }
        try {
            if (!waiting.isEmpty()) {
                sharing.addVersion(route.getSlug(), route.getId(), waiting.get(waiting.size() - 1).id(), changeNote);
            }
        } catch (NotFoundException sentTwice) {
            // the first sending made the version
        }
        route.goTelling(getHome(), "versionAdded");
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/dokumente/" + route.getId();
    }

    public DocumentView getDocument() {
        return document;
    }

    public List<FileRow> getRows() {
        return rows;
    }

    public String getChangeNote() {
        return changeNote;
    }

    public void setChangeNote(String changeNote) {
        this.changeNote = changeNote;
    }
}
