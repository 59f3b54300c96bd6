package de.krisenaustausch.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.platform.files.FileStore.Staged;
import de.krisenaustausch.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileStoreTest {

    private static final long LIMIT = 1_000_000;

    @TempDir
    private Path root;

    private LocalFileStore store;

    @BeforeEach
    void open() {
        store = new LocalFileStore(root);
        store.sweep();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** @return how many files lie anywhere in the store */
    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {(int) LIMIT - 1, (int) LIMIT})
    void takesWhatIsWithinTheLimit(int size) throws Exception {
        byte[] content = bytes(size);
        Staged staged = store.stage(new ByteArrayInputStream(content), LIMIT);

        assertThat(staged.size()).isEqualTo(size);
        assertThat(staged.sha256()).isEqualTo(Sha256.of(MessageDigest.getInstance("SHA-256").digest(content)));
        store.keep(staged);
        assertThat(store.path(staged.sha256())).hasBinaryContent(content);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void refusesOneByteMoreAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store.stage(new ByteArrayInputStream(bytes((int) LIMIT + 1)), LIMIT)).isInstanceOf(FileStore.TooLargeException.class);
        assertThat(files()).isZero();
    }

    @Test
    void stopsReadingWhatNeverEnds() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }
        };

        assertThatThrownBy(() -> store.stage(endless, LIMIT)).isInstanceOf(FileStore.TooLargeException.class);
        assertThat(files()).isZero();
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes(600_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        InputStream failing = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("time is over");
            }
        };

        assertThatThrownBy(() -> store.stage(broken, LIMIT)).hasMessage("connection reset");
        assertThatThrownBy(() -> store.stage(failing, LIMIT)).hasMessage("time is over");
        assertThat(files()).isZero();
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        assertThat(store.stage(stream(""), LIMIT).size()).isZero();
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        Staged first = store.stage(stream("Dienstanweisung"), LIMIT);
        Staged second = store.stage(stream("Dienstanweisung"), LIMIT);
        assertThat(second.sha256()).isEqualTo(first.sha256());

        store.keep(first);
        store.keep(second);
        store.discard(second);

        assertThat(files()).isEqualTo(1);
        assertThat(store.path(first.sha256())).hasContent("Dienstanweisung");
    }

    @Test
    void discardsWhatWasNotKept() throws IOException {
        Staged staged = store.stage(stream("weg"), LIMIT);
        store.discard(staged);
        store.discard(staged);

        assertThat(files()).isZero();
    }

    @Test
    void sweepsWhatWasCutOffAndNothingElse() throws IOException {
        Staged kept = store.stage(stream("da"), LIMIT);
        store.keep(kept);
        store.stage(stream("abgeschnitten"), LIMIT);
        assertThat(files()).isEqualTo(2);

        new LocalFileStore(root).sweep();

        assertThat(files()).isEqualTo(1);
        assertThat(store.path(kept.sha256())).hasContent("da");
    }

    @Test
    void removesAFileWithWhatWasMadeFromIt() throws IOException {
        Staged staged = store.stage(stream("Satzung"), LIMIT);
        Staged other = store.stage(stream("Anderes"), LIMIT);
        store.keep(staged);
        store.keep(other);
        Files.writeString(store.derived(staged.sha256()).resolve("1.png"), "Bild");
        Files.writeString(store.derived(other.sha256()).resolve("1.png"), "Bild");

        store.removeOlderThan(staged.sha256(), Instant.now().plusSeconds(60));
        store.removeOlderThan(staged.sha256(), Instant.now().plusSeconds(60));

        assertThat(store.path(staged.sha256())).doesNotExist();
        assertThat(files()).isEqualTo(2);
        assertThat(store.derived(other.sha256()).resolve("1.png")).exists();
    }

    @Test
    void leavesWhatCameInAgainMeanwhile() throws IOException {
        FileStore.Staged staged = store.stage(new ByteArrayInputStream(new byte[] {7}), 10);
        store.keep(staged);
        store.removeOlderThan(staged.sha256(), Instant.now().minusSeconds(60));
        assertThat(store.path(staged.sha256())).exists();
    }

    @Test
    void walksOverAllOlderFilesInBatches() throws IOException {
        Set<Sha256> kept = new HashSet<>();
        for (byte content = 1; content <= 5; content++) {
            FileStore.Staged staged = store.stage(new ByteArrayInputStream(new byte[] {content}), 10);
            store.keep(staged);
            kept.add(staged.sha256());
        }
        List<List<Sha256>> batches = new ArrayList<>();
        store.forEachOlderThan(Instant.now().plusSeconds(60), 2, batches::add);
        assertThat(batches).hasSize(3);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(kept);
        store.forEachOlderThan(Instant.now().minusSeconds(60), 2, none -> fail("nothing is as old: " + none));
    }
}
