package de.krisenaustausch.document.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentType;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.Upload;
import de.krisenaustausch.document.UploadRepository;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.service.ContributionChanged;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sharing documents and changing what was shared. Every change commits with its event: a version is checked, read,
 * indexed and announced by those who hear of it.
 */
@Stateless
@RolesAllowed({"member", "admin"})
public class SharingService {

    private static final int BIN_SIZE = 200;

    @Inject
    private DocumentRepository documents;

    @Inject
    private UploadRepository uploads;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Events events;

    @Inject
    private Event<SharedFor> sharedFor;

    @Inject
    private Clock clock;

    /** What people say of a document; type and topics are slugs. */
    public record Description(String title, String type, List<String> topics, String text, ReuseTerms reuse, String contact) {
    }

    /** A document of the space whose file has the same name as one that is to be shared. */
    public record Namesake(long documentId, String title, String municipality, boolean editable) {
    }

    /** A line of the bin. */
    public record BinRow(long id, String title, String space, String fileName, java.time.Instant deletedAt, java.time.Instant goneAt) {
    }

    /**
     * One file of a batch.
     *
     * @param documentId the document whose newest version the file becomes, or null for a document of its own
     * @param description of a document of its own
     * @param changeNote of a newest version
     */
    public record Item(long uploadId, Long documentId, Description description, String changeNote) {
    }

    /** @return the newest document of the space with a file of each name, as far as there is one; by name in lower case */
    public Map<String, Namesake> namesakes(String space, Collection<String> fileNames) {
        SpaceAccess.Entry entry = access.read(space);
        Map<String, Namesake> found = new HashMap<>();
        for (Document document : documents.findByFileNames(entry.space().getId(), fileNames)) {
            found.putIfAbsent(document.getCurrent().getFileName().toLowerCase(Locale.ROOT),
                new Namesake(document.getId(), document.getTitle(), document.getMunicipality().getName(), mayEdit(entry, document)));
        }
        return found;
    }

    /**
     * Shares several files at once: all of them, or none when one is refused.
     *
     * @return ids of the documents, in the order of the items
     * @throws NotFoundException when one of the uploads is not there (any more), as after sending the same form twice
     */
    public List<Long> shareAll(String space, List<Item> items) {
        List<Long> ids = new ArrayList<>();
        for (Item item : items) {
            if (item.documentId() == null) {
                ids.add(share(space, item.uploadId(), item.description()));
            } else {
                addVersion(space, item.documentId(), item.uploadId(), item.changeNote());
                ids.add(item.documentId());
            }
        }
        return ids;
    }

    /** The same for another contribution of the space, which gets the documents. @param contribution its id */
    public List<Long> shareAllFor(String space, long contribution, List<Item> items) {
        List<Long> ids = shareAll(space, items);
        sharedFor.fire(new SharedFor(space, contribution, ids));
        return ids;
    }

    /**
     * Shares a file that came in. Sharing the same upload a second time finds nothing to share.
     *
     * @return the new document's id
     * @throws NotFoundException when the space or the upload is not the reader's to use
     * @throws BusinessException when the description breaks a limit
     */
    public long share(String space, long uploadId, Description description) {
        SpaceAccess.Entry entry = access.read(space);
        Upload upload = take(uploadId);
        Member by = current.member();
        Document document = Document.share(entry.space(), by, resolve(description), clock.instant());
        DocumentVersion version = document.addVersion(upload.file(), null, by, clock.instant());
        documents.add(document);
        events.publish(Queues.DOCUMENT, new VersionAdded(document.getId(), version.getId()));
        return document.getId();
    }

    /** Adds an upload as the newest version of a document. */
    public void addVersion(String space, long documentId, long uploadId, String changeNote) {
        Document document = edit(space, documentId);
        Upload upload = take(uploadId);
        documents.hold(document.getCurrent());
        DocumentVersion version = document.addVersion(upload.file(), changeNote, current.member(), clock.instant());
        documents.add(document);
        events.publish(Queues.DOCUMENT, new VersionAdded(document.getId(), version.getId()));
    }

    /** @throws ChangedMeanwhileException when somebody else changed it since the form was opened */
    public void describe(String space, long documentId, int revision, Description description) {
        Document document = edit(space, documentId);
        if (document.getVersion() != revision) {
            throw new ChangedMeanwhileException();
        }
        document.describe(resolve(description));
        events.publish(Queues.INDEX, new ContributionChanged(documentId));
    }

    /** Puts a document into its municipality's bin. */
    public void delete(String space, long documentId) {
        edit(space, documentId).delete(clock.instant());
        events.publish(Queues.INDEX, new ContributionChanged(documentId));
    }

    /** Takes a document out of the bin. @return its space's slug. @throws BusinessException when its 30 days are over */
    public String restore(long documentId) {
        Document document = documents.find(documentId).filter(Document::isDeleted).orElseThrow(NotFoundException::new);
        SpaceAccess.Entry entry = access.read(document.getSpace().getSlug());
        if (!mayEdit(entry, document)) {
            throw new NotFoundException();
        }
        document.restore(clock.instant());
        events.publish(Queues.INDEX, new ContributionChanged(documentId));
        return document.getSpace().getSlug();
    }

    /** @return what lies in the bin of the reader's municipality, the last deleted first, 200 at most */
    public List<BinRow> bin() {
        Long municipality = current.get().municipalityId();
        return municipality == null ? List.of() : inReadableSpaces(documents.bin(municipality, BIN_SIZE))
            .map(document -> new BinRow(document.getId(), document.getTitle(), document.getSpace().getName(),
                document.getCurrent().getFileName(), document.getDeletedAt(), document.getDeletedAt().plus(Document.BIN)))
            .toList();
    }

    /** A colleague does not learn from the bin what lay in a space that is closed to her. */
    private Stream<Document> inReadableSpaces(List<Document> found) {
        Set<Long> readable = Set.copyOf(access.readableIds());
        return found.stream().filter(document -> readable.contains(document.getSpace().getId()));
    }

    private Document edit(String space, long documentId) {
        SpaceAccess.Entry entry = access.read(space);
        Document document = documents.find(documentId)
            .filter(found -> !found.isDeleted() && found.getSpace().equals(entry.space())).orElseThrow(NotFoundException::new);
        if (!mayEdit(entry, document)) {
            throw new NotAllowedException();
        }
        return document;
    }

    private boolean mayEdit(SpaceAccess.Entry entry, Document document) {
        return entry.moderator() || document.isOwnedBy(current.member());
    }

    private Upload take(long uploadId) {
        Upload upload = uploads.take(current.get().memberId(), uploadId).orElseThrow(NotFoundException::new);
        uploads.remove(upload);
        return upload;
    }

    private Document.Description resolve(Description description) {
        DocumentType type = description.type() == null ? null : documents.findType(description.type()).orElse(null);
        List<Topic> topics = spaces.getTopics(description.topics());
        return new Document.Description(description.title(), type, topics, description.text(), description.reuse(), description.contact());
    }
}
