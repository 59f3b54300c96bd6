package de.krisenaustausch.document.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Gives out files to those who may have them, never before the check released them. Who sends the bytes is not its matter. */
@Stateless
@RolesAllowed({"member", "admin"})
public class DownloadService {

    /** How many files one archive may hold. */
    public static final int PACKAGE = 100;

    @Inject
    private DocumentRepository documents;

    @Inject
    private SpaceAccess access;

    @Inject
    private FileStore files;

    /**
     * A file to be sent.
     *
     * @param size bytes
     * @param since when it came in
     */
    public record FileView(long documentId, String fileName, long size, String mediaType, Sha256 sha256, Instant since, Path path) {
    }

    /**
     * The files of an archive.
     *
     * @param missing titles of documents whose file is held back
     * @param unknown how many of the ids are no documents of this space (any more)
     */
    public record PackageView(String spaceName, List<FileView> files, List<String> missing, int unknown) {
    }

    /**
     * @return the newest version's file
     * @throws NotFoundException when there is no such document for this reader
     * @throws HeldBackException when it is not released
     */
    public FileView open(String space, long id) {
        return released(find(space, id).getCurrent());
    }

    /** The same for one of its versions. */
    public FileView open(String space, long id, int number) {
        return released(version(find(space, id), number));
    }

    /** @return the image of a page, from 1. @throws NotFoundException also when there is no image of that page */
    public Path preview(String space, long id, int number, int page) {
        DocumentVersion version = version(find(space, id), number);
        if (!version.getCheckState().isReleased() || page < 1 || page > version.getPreviewCount()) {
            throw new NotFoundException();
        }
        try {
            Path image = files.derived(version.getSha256()).resolve(page + ".png");
            if (!Files.isReadable(image)) {
                throw new NotFoundException();
            }
            return image;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** @return those of the documents that can be packed, in one statement. @throws NotFoundException when none is */
    public PackageView pack(String space, Collection<Long> ids) {
        SpaceAccess.Entry entry = access.read(space);
        List<Document> found = documents.inSpace(entry.space().getId(), ids);
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        List<FileView> released = found.stream().map(Document::getCurrent).filter(version -> version.getCheckState().isReleased())
            .map(this::view).toList();
        List<String> held = found.stream().filter(document -> !document.getCurrent().getCheckState().isReleased())
            .map(Document::getTitle).toList();
        return new PackageView(entry.space().getName(), released, held, ids.size() - found.size());
    }

    /** Notes that the file was fetched from its beginning. */
    public void count(long documentId) {
        documents.countDownload(documentId);
    }

    private Document find(String space, long id) {
        SpaceAccess.Entry entry = access.read(space);
        return documents.find(id).filter(found -> !found.isDeleted() && found.getSpace().equals(entry.space()))
            .orElseThrow(NotFoundException::new);
    }

    private static DocumentVersion version(Document document, int number) {
        return document.getCurrent().getNumber() == number ? document.getCurrent()
            : document.getVersions().stream().filter(version -> version.getNumber() == number).findFirst().orElseThrow(NotFoundException::new);
    }

    private FileView released(DocumentVersion version) {
        if (!version.getCheckState().isReleased()) {
            throw new HeldBackException(version.getCheckState());
        }
        return view(version);
    }

    private FileView view(DocumentVersion version) {
        return new FileView(version.getDocument().getId(), version.getFileName(), version.getSize(), version.getMediaType(),
            version.getSha256(), version.getUploadedAt(), files.path(version.getSha256()));
    }
}
