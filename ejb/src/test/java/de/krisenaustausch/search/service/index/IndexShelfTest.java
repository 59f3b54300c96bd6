package de.krisenaustausch.search.service.index;

import static de.krisenaustausch.search.service.index.Entries.entry;
import static de.krisenaustausch.search.service.index.Entries.ids;
import static de.krisenaustausch.search.service.index.Entries.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexShelfTest {

    @TempDir
    Path folder;

    private final Rows rows = new Rows();
    private IndexShelf shelf;

    @BeforeEach
    void open() {
        shelf = new IndexShelf(folder, Clock.systemUTC());
        shelf.open();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void answersFromTheFirstDocumentOnThoughNothingIsBuiltYet() {
        rows.put("Lage");
        shelf.follow(List.of(1L), rows);

        assertThat(found("Lage")).containsExactly(1L);
        assertThat(shelf.needsBuilding()).isTrue();
        assertThat(shelf.isComplete()).isFalse();
    }

    @Test
    void buildsAllAndKeepsItOverARestart() {
        for (int i = 0; i < 120; i++) {
            rows.put("Lage");
        }
        shelf.build(rows);
        shelf.close();
        open();

        assertThat(shelf.isComplete()).isTrue();
        assertThat(shelf.needsBuilding()).isFalse();
        assertThat(shelf.status().documents()).isEqualTo(120);
    }

    @Test
    void answersWhileItIsBuiltAndMissesNoChangeMadeMeanwhile() {
        for (int i = 0; i < 120; i++) {
            rows.put("Lage");
        }
        shelf.build(rows);
        rows.meanwhile = () -> {
            assertThat(shelf.status().building()).isNotNull();
            assertThat(found("Lage")).isNotEmpty();
            rows.titles.put(1L, "Entwarnung");
            rows.titles.remove(2L);
            shelf.follow(List.of(1L, 2L), rows);
        };

        assertThat(shelf.build(rows)).isTrue();

        assertThat(found("Entwarnung")).containsExactly(1L);
        assertThat(shelf.status().documents()).isEqualTo(119);
        assertThat(shelf.status().built().failure()).isNull();
        assertThat(folders()).hasSize(1);
    }

    @Test
    void keepsTheOldIndexWhenBuildingFails() {
        rows.put("Lage");
        shelf.build(rows);
        rows.meanwhile = () -> {
            throw new IllegalStateException("the database is away");
        };

        shelf.build(rows);

        assertThat(found("Lage")).containsExactly(1L);
        assertThat(shelf.status().built().failure()).isEqualTo("the database is away");
        assertThat(shelf.status().building()).isNull();
        assertThat(folders()).hasSize(1);
    }

    @Test
    void noticesAtStartThatTheIndexIsMissing() throws IOException {
        rows.put("Lage");
        shelf.build(rows);
        shelf.close();
        Files.delete(folder.resolve("current"));
        open();

        assertThat(shelf.needsBuilding()).isTrue();
        shelf.build(rows);
        assertThat(found("Lage")).containsExactly(1L);
    }

    @Test
    void noticesAtStartThatTheIndexCannotBeOpened() throws IOException {
        rows.put("Lage");
        shelf.build(rows);
        shelf.close();
        spoil("segments_");
        open();

        assertThat(shelf.needsBuilding()).isTrue();
        assertThat(found("Lage")).isEmpty();
        shelf.build(rows);
        assertThat(found("Lage")).containsExactly(1L);
    }

    @Test
    void noticesDamageInsideTheFiles() throws IOException {
        rows.put("Lage");
        shelf.build(rows);
        shelf.close();
        spoil(".fdt", ".cfs");
        open();
        shelf.verify();

        assertThat(shelf.needsBuilding()).isTrue();
        shelf.build(rows);
        assertThat(shelf.needsBuilding()).isFalse();
        assertThat(found("Lage")).containsExactly(1L);
    }

    private List<Long> found(String text) {
        return ids(shelf.use(index -> index.ask(question(text, 10L))).hits());
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Turns a byte in the middle of files whose names have such a part. */
    private void spoil(String... parts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> Stream.of(parts).anyMatch(path.getFileName().toString()::contains)).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
    }

    /** Stands for the database: titles by id. */
    private static final class Rows implements IndexShelf.Source {

        private final TreeMap<Long, String> titles = new TreeMap<>();
        /** Happens once, in the middle of the next building. */
        private Runnable meanwhile;

        void put(String title) {
            titles.put(titles.size() + 1L, title);
        }

        @Override
        public List<Long> idsAfter(long id, int limit) {
            if (id > 0 && meanwhile != null || titles.size() == 1 && meanwhile != null) {
                Runnable now = meanwhile;
                meanwhile = null;
                now.run();
            }
            return titles.tailMap(id, false).keySet().stream().limit(limit).toList();
        }

        @Override
        public List<Entry> read(Collection<Long> ids) {
            return ids.stream().filter(titles::containsKey).map(id -> entry(id, 10, titles.get(id), "Text")).toList();
        }

        @Override
        public long count() {
            return titles.size();
        }
    }
}
