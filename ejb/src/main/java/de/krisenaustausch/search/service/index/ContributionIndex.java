package de.krisenaustausch.search.service.index;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.search.service.language.TypedAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.index.LuceneIndexManager;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/**
 * One index in one folder. Hibernate Search writes, commits and refreshes it; questions go to Lucene directly, since
 * one pass over the hits that counts all dimensions is several times faster than its aggregations.
 */
public final class ContributionIndex implements AutoCloseable {

    /** Raised with every change of fields or analysis: an index of another format is built anew. */
    public static final int FORMAT = 2;
    private static final IndexingPlanSynchronizationStrategy WRITTEN = context -> {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(CompletableFuture::join);
    };

    private final CloseableSearchMapping mapping;
    private final Dictionaries dictionaries = new Dictionaries();

    /** A contribution's title, for a suggestion. */
    public record Title(long id, long spaceId, ContributionKind kind, String title) {
    }

    /** A municipality that shared something. */
    public record Sharer(long id, String name) {
    }

    private ContributionIndex(CloseableSearchMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * @param folder is created when it is not there
     * @throws RuntimeException when what lies there is no index of this format or is damaged
     */
    public static ContributionIndex open(Path folder) {
        EntryMapping entries = new EntryMapping();
        CloseableSearchMapping mapping = SearchMapping.builder(AnnotatedTypeSource.empty()).properties(Map.ofEntries(
            Map.entry("hibernate.search.mapping.configurer", entries),
            Map.entry("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false),
            Map.entry("hibernate.search.backend.analysis.configurer", entries),
            Map.entry("hibernate.search.backend.directory.root", folder.toString()),
            Map.entry("hibernate.search.backend.lucene_version", "LATEST"),
            // the queues hold whole documents, and there is little heap
            Map.entry("hibernate.search.backend.indexing.queue_count", 4),
            Map.entry("hibernate.search.backend.indexing.queue_size", 50),
            Map.entry("hibernate.search.backend.io.writer.ram_buffer_size", 48),
            // whoever must know that it is on disk commits; the interval only bounds what a long building could lose
            Map.entry("hibernate.search.backend.io.commit_interval", 30_000),
            Map.entry("hibernate.search.backend.io.refresh_interval", 1000))).build();
        ContributionIndex index = new ContributionIndex(mapping);
        try {
            index.warm();
        } catch (RuntimeException damaged) {
            index.close();
            throw damaged;
        }
        return index;
    }

    /** Takes entries over, and takes others out; durable only after the next {@link #commit}. */
    public void write(Collection<Entry> entries, Collection<Long> gone) {
        try (SearchSession session = mapping.createSessionWithOptions().indexingPlanSynchronizationStrategy(WRITTEN).build()) {
            entries.forEach(session.indexingPlan()::addOrUpdate);
            gone.forEach(id -> session.indexingPlan().purge(Entry.class, id, null));
        }
    }

    /** What was written is on disk and can be found after this. */
    public void commit() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().flush();
            session.workspace().refresh();
        }
        warm();
    }

    /** Makes one part of many: searching then costs half. Reads and writes the whole index. */
    public void merge() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().mergeSegments();
        }
        commit();
    }

    public Answer ask(Inquiry question) {
        return read(reader -> new Asking(reader, dictionaries, question).answer());
    }

    /** @return what may already answer what somebody is about to ask, the best first: questions, polls, documents */
    public List<Answer.Hit> help(Plea plea) {
        return read(reader -> new Helping(reader, dictionaries, plea).hits());
    }

    /** @return contributions whose titles have words that begin as typed */
    public List<Title> suggestTitles(Set<Long> readable, String typed, int limit) {
        return read(reader -> new Suggesting(reader, dictionaries, readable, typed).titles(limit));
    }

    /** @param names of all topics by slug @return slugs of those that begin as typed and are in use where the reader sees it */
    public List<String> suggestTopics(Set<Long> readable, String typed, Map<String, String> names, int limit) {
        return read(reader -> new Suggesting(reader, dictionaries, readable, typed).topics(names, limit));
    }

    /** @return municipalities whose names begin as typed and that shared something where the reader sees it */
    public List<Sharer> suggestPlaces(Set<Long> readable, String typed, int limit) {
        return read(reader -> new Suggesting(reader, dictionaries, readable, typed).places(limit));
    }

    /** @return whether every word that was typed begins some word of the name, as suggestions understand it */
    public static boolean begins(String name, String typed) {
        return TypedAnalyzer.begins(name, TypedAnalyzer.words(typed));
    }

    /** @return how many contributions it holds */
    public int count() {
        return read(IndexReader::numDocs);
    }

    /** @return bytes on disk */
    public long size() {
        return mapping.indexManager("contributions").unwrap(LuceneIndexManager.class).computeSizeInBytes();
    }

    /** Reads every byte once and compares checksums, which also brings the index into the system's memory. @throws UncheckedIOException when it is damaged */
    public void verify() {
        read(reader -> {
            for (LeafReaderContext part : reader.leaves()) {
                part.reader().checkIntegrity();
            }
            return null;
        });
    }

    @Override
    public void close() {
        mapping.close();
    }

    private void warm() {
        read(reader -> {
            reader.leaves().forEach(part -> dictionaries.columns(part.reader()));
            return null;
        });
    }

    private interface Work<T> {
        T on(IndexReader reader) throws IOException;
    }

    private <T> T read(Work<T> work) {
        try (IndexReader reader = mapping.scope(Entry.class).extension(LuceneExtension.get()).openIndexReader()) {
            return work.on(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
