package de.krisenaustausch.search.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.Passage;
import de.krisenaustausch.search.service.index.Entry;
import de.krisenaustausch.space.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Documents for the index: by their descriptions, and by their texts once their files are released. */
@ApplicationScoped
public class DocumentEntries implements KindEntries {

    @Inject
    private DocumentRepository documents;

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return documents.idsAfter(id, limit);
    }

    @Override
    public List<Entry> read(Collection<Long> ids) {
        List<Document> found = documents.forIndex(ids);
        List<Long> released = found.stream().map(Document::getCurrent).filter(DocumentEntries::isReleased).map(DocumentVersion::getId).toList();
        Map<Long, List<Passage>> passages = released.isEmpty() ? Map.of()
            : documents.passages(released).stream().collect(Collectors.groupingBy(passage -> passage.getDocumentVersion().getId()));
        return found.stream().filter(document -> document.getCurrent() != null)
            .map(document -> entry(document, passages.getOrDefault(document.getCurrent().getId(), List.of()))).toList();
    }

    @Override
    public long count() {
        return documents.count();
    }

    @Override
    public List<Consumer<Collection<Long>>> waits() {
        return List.of(documents::awaitDocuments, documents::awaitVersions);
    }

    /** What was not found clean is not found by its text either. */
    private static boolean isReleased(DocumentVersion version) {
        return version != null && version.getCheckState().isReleased();
    }

    private static Entry entry(Document document, List<Passage> passages) {
        DocumentVersion version = document.getCurrent();
        Entry.Facts facts = new Entry.Facts(document.getSpace().getId(), Entry.Nature.document(document.getType().getSlug(), version.getKind()),
            document.getTopics().stream().map(Topic::getSlug).toList(), document.getSharedAt(), Places.of(document.getMunicipality()));
        List<String> words = new ArrayList<>(List.of(document.getType().getName(), document.getMunicipality().getName(), version.getFileName()));
        document.getTopics().forEach(topic -> words.add(topic.getName()));
        List<Entry.Page> pages = passages.stream().map(passage -> new Entry.Page(passage.getPage(), passage.getText())).toList();
        return new Entry(document.getId(), facts,
            new Entry.Text(document.getTitle(), document.getDescription(), words, pages, version.isRealPages()));
    }
}
