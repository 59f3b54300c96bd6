package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.municipality.Municipality;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people edit the same document: the second is told, and nothing of the first is lost. These commit, and clean up. */
class EditingTest extends DatabaseTest {

    private long id;

    @BeforeEach
    void share() {
        id = committed(other -> {
            Fixtures fixtures = new Fixtures(other);
            Municipality ulm = fixtures.municipality("Stadt Ulm", 126_000);
            return fixtures.document(fixtures.space("zwei"), fixtures.member("Mutig", ulm), fixtures.type("Zweisamkeit"), "Anweisung", Fixtures.NOW).getId();
        });
    }

    @AfterEach
    void clean() {
        committed(other -> {
            on(new DocumentRepository(), other).purge(id);
            for (String table : List.of("space", "association", "member", "municipality", "topic", "document_type where id > 0")) {
                other.createNativeQuery("delete from " + table).executeUpdate();
            }
            return null;
        });
    }

    /** The second opens before the first saves, and saves after him. */
    private void race(Consumer<Document> first, Consumer<Document> second) {
        Document mine = em.find(Document.class, id);
        mine.getVersions();
        committed(other -> {
            first.accept(other.find(Document.class, id));
            return null;
        });
        second.accept(mine);
        em.getTransaction().commit();
    }

    private static void describe(Document document, String title) {
        document.describe(new Document.Description(title, document.getType(), document.getTopics(), null, ReuseTerms.FREE, null));
    }

    private String title() {
        return saved().getTitle();
    }

    private Document saved() {
        return committed(other -> {
            Document document = other.find(Document.class, id);
            document.getVersions();
            return document;
        });
    }

    @Test
    void theSecondDescriptionIsRefused() {
        assertThatThrownBy(() -> race(one -> describe(one, "erst"), two -> describe(two, "zweit")))
            .isInstanceOf(RollbackException.class).hasCauseInstanceOf(OptimisticLockException.class);
        assertThat(title()).isEqualTo("erst");
    }

    @Test
    void theSecondVersionIsRefused() {
        assertThatThrownBy(() -> race(one -> one.addVersion(given.file("erst"), null, one.getSharedBy(), Fixtures.NOW),
            two -> two.addVersion(given.file("zweit"), null, two.getSharedBy(), Fixtures.NOW)))
            .isInstanceOf(RollbackException.class).hasCauseInstanceOf(OptimisticLockException.class);
        assertThat(saved().getVersions().get(0).getFileName()).isEqualTo("erst");
    }

    @Test
    void whatWasDeletedMeanwhileIsNotDescribed() {
        assertThatThrownBy(() -> race(one -> one.delete(Fixtures.NOW), two -> describe(two, "zweit")))
            .isInstanceOf(RollbackException.class).hasCauseInstanceOf(OptimisticLockException.class);
        assertThat(title()).isEqualTo("Anweisung");
    }

    @Test
    void aDownloadDisturbsNoEditor() {
        Document mine = em.find(Document.class, id);
        committed((EntityManager other) -> {
            on(new DocumentRepository(), other).countDownload(id);
            return null;
        });
        describe(mine, "neu");
        em.getTransaction().commit();

        assertThat(title()).isEqualTo("neu");
        assertThat(saved().getDownloads()).isEqualTo(1);
    }
}
