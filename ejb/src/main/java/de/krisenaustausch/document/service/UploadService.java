package de.krisenaustausch.document.service;

import de.krisenaustausch.document.FileName;
import de.krisenaustausch.document.StoredFile;
import de.krisenaustausch.document.Upload;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes files in. They wait, seen by nobody else, until their sender describes and shares them. */
@Stateless
@RolesAllowed({"member", "admin"})
public class UploadService {

    private static final Logger LOG = Logger.getLogger(UploadService.class.getName());

    @Inject
    private FileStore files;

    @Inject
    private Inspector inspector;

    @Inject
    private UploadDesk desk;

    @Inject
    private Configuration configuration;

    /** A file that waits, as the sender sees it. */
    public record UploadView(long id, String fileName, long size, String kind, String title, String warning) {
        static UploadView of(Upload upload) {
            return new UploadView(upload.getId(), upload.getFileName(), upload.getSize(), upload.getKind(),
                FileName.title(upload.getFileName()), upload.getWarning());
        }
    }

    /**
     * Streams a file into the store. When this returns, the bytes are on disk and their row is committed.
     * No transaction is open while bytes come in, since a slow line may take an hour.
     *
     * @param rawName as the browser sent it
     * @param declaredSize bytes that were announced, or -1; a stream that ends elsewhere was cut off and is refused
     * @throws BusinessException when the file is empty, too large, cut off, or of a kind that is not taken; says why;
     *         also when the store failed, which is logged
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UploadView receive(String rawName, long declaredSize, InputStream in) {
        String name = FileName.clean(rawName);
        desk.admit();
        FileStore.Staged staged = stage(in, declaredSize);
        boolean kept = false;
        try {
            if (staged.size() == 0) {
                throw new BusinessException("upload.empty", name);
            }
            Inspector.Finding finding = inspector.inspect(staged.path(), name);
            files.keep(staged);
            kept = true;
            return desk.register(new StoredFile(name, staged.size(), staged.sha256(), finding.mediaType(), finding.kind()), finding.warning());
        } catch (IOException broken) {
            throw storeFailed(broken);
        } finally {
            if (!kept) {
                files.discard(staged);
            }
        }
    }

    /** @return those of the ids that the reader sent and not yet shared */
    public List<UploadView> waiting(List<Long> ids) {
        return desk.find(ids).stream().map(UploadView::of).toList();
    }

    /** Throws a waiting file away; does nothing when it is not there. */
    public void discard(long id) {
        desk.discard(id);
    }

    private FileStore.Staged stage(InputStream in, long declaredSize) {
        long limit = configuration.uploadMaxBytes();
        if (declaredSize > limit) {
            throw tooLarge(limit);
        }
        SenderStream sender = new SenderStream(in);
        FileStore.Staged staged;
        try {
            staged = files.stage(sender, limit);
        } catch (FileStore.TooLargeException tooLong) {
            throw tooLarge(limit);
        } catch (IOException broken) {
            throw sender.isBroken() ? new BusinessException("upload.cutOff") : storeFailed(broken);
        }
        if (declaredSize >= 0 && staged.size() != declaredSize) {
            files.discard(staged);
            throw new BusinessException("upload.cutOff");
        }
        return staged;
    }

    /** Cancelling is everyday, a full disk is not: who of the two broke off decides what is said and logged. */
    private static final class SenderStream extends FilterInputStream {

        private boolean broken;

        SenderStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return in.read(buffer, from, length);
            } catch (IOException gone) {
                broken = true;
                throw gone;
            }
        }

        boolean isBroken() {
            return broken;
        }
    }

    private static BusinessException storeFailed(IOException cause) {
        LOG.log(Level.SEVERE, "A file could not be stored.", cause);
        return new BusinessException("upload.storeFailed");
    }

    private static BusinessException tooLarge(long limit) {
        return new BusinessException("upload.tooLarge", limit / 1024 / 1024);
    }
}
