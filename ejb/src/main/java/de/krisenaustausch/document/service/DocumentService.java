package de.krisenaustausch.document.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentRow;
import de.krisenaustausch.document.DocumentType;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.document.TextState;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reading documents: lists, one document with its versions, its text. */
@Stateless
@RolesAllowed({"member", "admin"})
public class DocumentService {

    /** Rows on one page of a list. */
    public static final int PAGE = 20;
    private static final int PREVIEW_PASSAGES = 5;

    @Inject
    private DocumentRepository documents;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    /** One page of a list; {@code next} is null on the last. */
    public record DocumentPage(List<DocumentRow> rows, ListKey next) {
    }

    /** A managed type as pages use it. */
    public record TypeView(String slug, String name, boolean retired) {
    }

    /**
     * @param topic a slug, or null for all; unknown ones give an empty list
     * @param after the last row of the page before, or null
     * @throws NotFoundException when the reader may not see into the space
     */
    public DocumentPage list(String space, String topic, String type, ListKey after, int limit) {
        return page(new DocumentRepository.Filter(access.read(space).space().getId(), topic, type), after, limit);
    }

    private DocumentPage page(DocumentRepository.Filter filter, ListKey after, int limit) {
        List<DocumentRow> rows = documents.newest(filter, after, limit + 1);
        if (rows.size() <= limit) {
            return new DocumentPage(rows, null);
        }
        DocumentRow last = rows.get(limit - 1);
        return new DocumentPage(List.copyOf(rows.subList(0, limit)), new ListKey(last.sharedAt(), last.id()));
    }

    /** A page, or a page-sized piece, of a document's text. */
    public record PassageView(int page, String text) {
    }

    /**
     * A document opened to be read.
     *
     * @param found the page that was asked for; empty when there is none such
     * @param beginning the first pages, where there are no images of them
     */
    public record Reading(DocumentView document, List<PassageView> found, List<PassageView> beginning) {
    }

    /**
     * @return the document with its versions
     * @throws NotFoundException when it does not exist in this space, is in the bin, or may not be seen
     */
    public DocumentView view(String space, long id) {
        SpaceAccess.Entry entry = access.read(space);
        Document document = documents.findWhole(id)
            .filter(found -> !found.isDeleted() && found.getSpace().equals(entry.space())).orElseThrow(NotFoundException::new);
        return DocumentView.of(document, documents.versions(id), mayEdit(entry, document));
    }

    /**
     * The same with text of its newest version.
     *
     * @param page which page is wanted, from 1; 0 for none
     */
    public Reading read(String space, long id, int page) {
        DocumentView view = view(space, id);
        DocumentView.VersionView version = view.current();
        boolean readable = version.checkState().isReleased() && version.textState() == TextState.SEARCHABLE;
        List<PassageView> found = !readable || page < 1 ? List.of()
            : passages(version, page, PREVIEW_PASSAGES).stream().filter(passage -> passage.page() == page).toList();
        return new Reading(view, found, readable && version.previews() == 0 ? passages(version, 1, PREVIEW_PASSAGES) : List.of());
    }

    private List<PassageView> passages(DocumentView.VersionView version, int from, int limit) {
        return documents.passages(version.id(), from, limit).stream().map(passage -> new PassageView(passage.getPage(), passage.getText())).toList();
    }

    /** @return all types by name; retired ones can't be chosen any more */
    public List<TypeView> types() {
        return documents.types().stream().map(DocumentService::view).toList();
    }

    private boolean mayEdit(SpaceAccess.Entry entry, Document document) {
        return entry.moderator() || document.isOwnedBy(current.member());
    }

    private static TypeView view(DocumentType type) {
        return new TypeView(type.getSlug(), type.getName(), type.isRetired());
    }
}
