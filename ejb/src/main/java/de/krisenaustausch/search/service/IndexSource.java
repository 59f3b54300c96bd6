package de.krisenaustausch.search.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.Passage;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.search.service.index.Entry;
import de.krisenaustausch.search.service.index.IndexShelf;
import de.krisenaustausch.space.Topic;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads documents for the index, many in a few statements. Called by the portal itself, not for a person. */
@Stateless
@LocalBean
@PermitAll
public class IndexSource implements IndexShelf.Source {

    @Inject
    private DocumentRepository documents;

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return documents.idsAfter(id, limit);
    }

    @Override
    public List<Entry> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Document> found = documents.forIndex(ids);
        List<Long> released = found.stream().map(Document::getCurrent).filter(IndexSource::isReleased).map(DocumentVersion::getId).toList();
        Map<Long, List<Passage>> passages = released.isEmpty() ? Map.of()
            : documents.passages(released).stream().collect(Collectors.groupingBy(passage -> passage.getDocumentVersion().getId()));
        return found.stream().filter(document -> document.getCurrent() != null)
            .map(document -> entry(document, passages.getOrDefault(document.getCurrent().getId(), List.of()))).toList();
    }

    /** Waits for changes to these documents that are being committed. */
    public void awaitDocuments(Collection<Long> ids) {
        documents.awaitDocuments(ids);
    }

    /** The same for their versions and texts. */
    public void awaitVersions(Collection<Long> ids) {
        documents.awaitVersions(ids);
    }

    @Override
    public long count() {
        return documents.count();
    }

    /** What was not found clean is not found by its text either. */
    private static boolean isReleased(DocumentVersion version) {
        return version != null && version.getCheckState().isReleased();
    }

    private static Entry entry(Document document, List<Passage> passages) {
        DocumentVersion version = document.getCurrent();
        Municipality home = document.getMunicipality();
        Entry.Facts facts = new Entry.Facts(document.getSpace().getId(), document.getType().getSlug(),
            document.getTopics().stream().map(Topic::getSlug).toList(), version.getKind(), document.getSharedAt(),
            new Entry.Place(home.getId(), home.getName(), home.getKind(), home.getState(), home.getSizeClass(), home.getPopulation()));
        List<String> words = new ArrayList<>(List.of(document.getType().getName(), home.getName(), version.getFileName()));
        document.getTopics().forEach(topic -> words.add(topic.getName()));
        List<Entry.Page> pages = passages.stream().map(passage -> new Entry.Page(passage.getPage(), passage.getText())).toList();
        return new Entry(document.getId(), facts,
            new Entry.Text(document.getTitle(), document.getDescription(), words, pages, version.isRealPages()));
    }
}
