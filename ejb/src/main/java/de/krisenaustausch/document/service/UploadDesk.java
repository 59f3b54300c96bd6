package de.krisenaustausch.document.service;

import de.krisenaustausch.document.StoredFile;
import de.krisenaustausch.document.Upload;
import de.krisenaustausch.document.UploadRepository;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The short transactions around the long way of a file into the store. */
@Stateless
@RolesAllowed({"member", "admin"})
public class UploadDesk {

    @Inject
    private UploadRepository uploads;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    /** @throws BusinessException when the reader's profile is incomplete: nobody would know whose file it is */
    public void admit() {
        if (!current.get().complete()) {
            throw new BusinessException("error.profileIncomplete");
        }
    }

    /** Notes a file that is safe in the store. */
    public UploadService.UploadView register(StoredFile file, String warning) {
        Upload upload = new Upload(current.member(), file, warning, clock.instant());
        uploads.add(upload);
        return UploadService.UploadView.of(upload);
    }

    /** @return those of the ids that the reader sent */
    public List<Upload> find(List<Long> ids) {
        return uploads.find(current.get().memberId(), ids);
    }

    /** Forgets a waiting file; the sweeper takes its bytes when nobody else needs them. */
    public void discard(long id) {
        find(List.of(id)).forEach(uploads::remove);
    }
}
