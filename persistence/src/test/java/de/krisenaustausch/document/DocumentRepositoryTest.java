package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Corpus;
import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.database.Statements;
import de.krisenaustausch.document.DocumentRepository.Filter;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRepositoryTest extends DatabaseTest {

    private static final Instant NOW = Fixtures.NOW;

    private DocumentRepository documents;
    private Member by;
    private Topic personnel;
    private Topic tax;
    private DocumentType letter;
    private DocumentType form;
    private Space space;

    @BeforeEach
    void create() {
        documents = on(new DocumentRepository());
        by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        personnel = given.topic("Personal");
        tax = given.topic("Gewerbesteuer");
        letter = given.type("Brief");
        form = given.type("Vordruck");
        space = given.space("corona", personnel, tax);
    }

    private Document share(String title, Instant at, Topic... topics) {
        return given.document(space, by, letter, title, at, topics);
    }

    private Filter all() {
        return new Filter(space.getId(), null, null);
    }

    private List<String> titles(Filter filter) {
        return documents.newest(filter, null, 100).stream().map(DocumentRow::title).toList();
    }

    private List<Long> everyPage(Filter filter, int size) {
        List<Long> ids = new ArrayList<>();
        List<DocumentRow> page = documents.newest(filter, null, size);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.id()));
            DocumentRow last = page.get(page.size() - 1);
            // as an address carries it
            page = documents.newest(filter, ListKey.parse(new ListKey(last.sharedAt(), last.id()).toString()).orElseThrow(), size);
        }
        return ids;
    }

    @Test
    void saysOfADocumentWhatAListShows() {
        Document document = given.document(space, by, form, "Stundung", NOW, tax);
        documents.countDownload(document.getId());
        flushAndClear();

        assertThat(documents.newest(all(), null, 10)).containsExactly(new DocumentRow(document.getId(), "Stundung", "Worum es geht", "Vordruck", "PDF",
            "Stadt Ulm", by.getMunicipality().getState(), 126_000, by.getMunicipality().getSizeClass(), NOW, 1, CheckState.CLEAN, TextState.SEARCHABLE));
    }

    @Test
    void listsTheNewestFirstAndNoneFromTheBin() {
        share("alt", NOW.minusSeconds(10));
        share("weg", NOW.minusSeconds(5)).delete(NOW);
        share("neu", NOW);
        given.document(given.space("anderswo"), by, letter, "fremd", NOW);
        flushAndClear();

        assertThat(titles(all())).containsExactly("neu", "alt");
    }

    @Test
    void filtersByTopicAndType() {
        share("beides", NOW, personnel, tax);
        share("Steuer", NOW.minusSeconds(1), tax);
        share("nichts", NOW.minusSeconds(2));
        given.document(space, by, form, "Vordruck zur Steuer", NOW.minusSeconds(3), tax);
        share("weg", NOW.minusSeconds(4), tax).delete(NOW);
        given.document(given.space("anderswo", tax), by, letter, "fremd", NOW, tax);
        flushAndClear();
        long id = space.getId();

        assertThat(titles(new Filter(id, "gewerbesteuer", null))).containsExactly("beides", "Steuer", "Vordruck zur Steuer");
        assertThat(titles(new Filter(id, "personal", null))).containsExactly("beides");
        assertThat(titles(new Filter(id, null, "vordruck"))).containsExactly("Vordruck zur Steuer");
        assertThat(titles(new Filter(id, "gewerbesteuer", "vordruck"))).containsExactly("Vordruck zur Steuer");
        assertThat(titles(new Filter(id, "personal", "vordruck"))).isEmpty();
        assertThat(titles(new Filter(id, "nirgends", null))).isEmpty();
        assertThat(titles(new Filter(id, null, "nirgends"))).isEmpty();
    }

    @Test
    void aChangeOfTopicsMovesItInTheList() {
        Document document = share("Erlass", NOW, personnel);
        flushAndClear();
        Document found = documents.find(document.getId()).orElseThrow();
        found.describe(new Document.Description("Erlass", letter, List.of(em.merge(tax)), null, ReuseTerms.FREE, null));
        flushAndClear();

        assertThat(titles(new Filter(space.getId(), "personal", null))).isEmpty();
        assertThat(titles(new Filter(space.getId(), "gewerbesteuer", null))).containsExactly("Erlass");
    }

    @Test
    void pagesShowEveryRowOnceAlsoWhereTimesAreEqual() {
        List<Long> shared = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            shared.add(0, share("Dokument " + i, NOW.plusSeconds(i / 7), tax).getId());
        }
        flushAndClear();

        for (int size : new int[] {1, 2, 5, 7, 23, 50}) {
            assertThat(everyPage(all(), size)).isEqualTo(shared);
            assertThat(everyPage(new Filter(space.getId(), "gewerbesteuer", null), size)).isEqualTo(shared);
            assertThat(everyPage(new Filter(space.getId(), null, "brief"), size)).isEqualTo(shared);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 1000})
    void aPageTakesOneStatementHoweverManyThereAre(int many) {
        Corpus.write(em, many * 2);

        for (Filter filter : List.of(new Filter(Corpus.SPACE, null, null), new Filter(Corpus.SPACE, Corpus.TOPIC, Corpus.TYPE))) {
            assertThat(statements(() -> documents.newest(filter, null, 20))).hasSize(1);
        }
        assertThat(documents.newest(new Filter(Corpus.SPACE, null, null), null, 20)).hasSize(Math.min(many, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12})
    void aDocumentTakesFourStatementsHoweverManyVersionsOfManyPeopleItHas(int versions) {
        Document document = share("Dienstanweisung", NOW, personnel, tax);
        for (int number = 2; number <= versions; number++) {
            document.addVersion(given.file("v" + number), "neu", given.member("M" + number, given.municipality("Stadt " + number, number)), NOW);
        }

        assertThat(statements(() -> {
            Document found = documents.findWhole(document.getId()).orElseThrow();
            assertThat(found.getTopics()).extracting(Topic::getName).containsExactly("Gewerbesteuer", "Personal");
            assertThat(found.getVersions()).hasSize(versions).first().isSameAs(found.getCurrent());
            assertThat(found.getVersions()).extracting(version -> version.getUploadedBy().getName() + version.getMunicipality().getName())
                .contains("Erika MutigStadt Ulm", "Erika M2Stadt 2");
            assertThat(found.getSpace().getName() + found.getType().getName() + found.getSharedBy().getOffice()).isNotBlank();
        })).hasSize(4);
    }

    @Test
    void theCurrentVersionIsTheLast() {
        Document document = share("Dienstanweisung", NOW);
        documents.add(document);
        flushAndClear();

        Document found = documents.find(document.getId()).orElseThrow();
        found.addVersion(given.file("zwei.pdf"), "Frist verlängert", by, NOW.plusSeconds(1));
        flushAndClear();

        Document again = documents.find(document.getId()).orElseThrow();
        assertThat(again.getCurrent().getFileName()).isEqualTo("zwei.pdf");
        assertThat(again.getVersions()).extracting(DocumentVersion::getNumber).containsExactly(2, 1);
        assertThat(titles(all())).containsExactly("Dienstanweisung");
        sql("set constraints all immediate");
    }

    @Test
    void namesakesAreFoundInAnyCaseAndByTheCurrentFileOnly() {
        Document document = share("Übersicht", NOW);
        share("weg", NOW).delete(NOW);
        given.document(given.space("anderswo"), by, letter, "fremd", NOW);
        flushAndClear();

        assertThat(documents.findByFileNames(space.getId(), List.of("ÜBERSICHT.PDF", "weg.pdf", "fremd.pdf"))).containsExactly(document);
        assertThat(documents.findByFileNames(space.getId(), List.of())).isEmpty();

        documents.find(document.getId()).orElseThrow().addVersion(given.file("neu.pdf"), null, by, NOW);
        flushAndClear();
        assertThat(documents.findByFileNames(space.getId(), List.of("übersicht.pdf"))).isEmpty();
        assertThat(documents.findByFileNames(space.getId(), List.of("neu.pdf"))).containsExactly(document);
    }

    @Test
    void onlyWhatIsInTheSpaceIsTaken() {
        Document here = share("hier", NOW);
        Document gone = share("weg", NOW);
        gone.delete(NOW);
        Document foreign = given.document(given.space("anderswo"), by, letter, "fremd", NOW);
        List<Long> ids = List.of(here.getId(), gone.getId(), foreign.getId());

        assertThat(statements(() -> assertThat(documents.inSpace(space.getId(), ids)).extracting(one -> one.getCurrent().getFileName())
            .containsExactly("hier.pdf"))).hasSize(1);
    }

    @Test
    void theBinBelongsToTheMunicipality() {
        Document first = share("erst", NOW);
        Document last = share("zuletzt", NOW);
        first.delete(NOW);
        last.delete(NOW.plusSeconds(1));
        share("da", NOW);
        Member other = given.member("Anders", given.municipality("Stadt Neu-Ulm", 60_000));
        given.document(space, other, letter, "fremd", NOW).delete(NOW);

        assertThat(statements(() -> assertThat(documents.bin(by.getMunicipality().getId(), 10))
            .extracting(one -> one.getTitle() + " " + one.getSpace().getName() + " " + one.getCurrent().getFileName())
            .containsExactly("zuletzt Bereich corona zuletzt.pdf", "erst Bereich corona erst.pdf"))).hasSize(1);
        assertThat(documents.deletedBefore(NOW.plusSeconds(1), 10)).contains(first.getId()).doesNotContain(last.getId());
        assertThat(documents.find(first.getId()).orElseThrow().isDeleted()).isTrue();
    }

    @Test
    void purgingLeavesNothing() {
        Document document = share("weg", NOW, personnel);
        DocumentVersion second = document.addVersion(given.file("zwei.pdf"), null, by, NOW);
        em.flush();
        documents.add(new Passage(second, 1, "Text"));
        Document stays = share("bleibt", NOW, personnel);
        flushAndClear();

        documents.purge(document.getId());
        sql("set constraints all immediate");

        long id = document.getId();
        assertThat(documents.find(id)).isEmpty();
        assertThat(select("select id from document_version where document_id = ?1", id)).isEmpty();
        assertThat(select("select topic_id from document_topic where document_id = ?1", id)).isEmpty();
        assertThat(select("select id from document_passage where version_id = ?1", second.getId())).isEmpty();
        assertThat(documents.find(stays.getId()).orElseThrow().getTopics()).hasSize(1);
    }

    @Test
    void aFileIsNeededWhileAnyVersionOrUploadHasIt() {
        Document document = share("Original", NOW);
        StoredFile same = document.getCurrent() == null ? null : given.file("Original.pdf");
        Document copy = given.document(given.space("anderswo"), by, letter, "Original", NOW);
        Upload upload = new Upload(by, same, null, NOW);
        em.persist(upload);
        flushAndClear();

        documents.purge(document.getId());
        assertThat(documents.neededFiles(List.of(same.sha256()))).containsExactly(same.sha256());
        documents.purge(copy.getId());
        assertThat(documents.neededFiles(List.of(same.sha256()))).containsExactly(same.sha256());
        em.remove(em.find(Upload.class, upload.getId()));
        assertThat(documents.neededFiles(List.of(same.sha256()))).isEmpty();
    }

    @Test
    void readingAgainLeavesOneText() {
        DocumentVersion version = share("Text", NOW).getCurrent();
        DocumentVersion other = share("Anderer", NOW).getCurrent();
        documents.add(new Passage(version, 2, "zwei"));
        documents.add(new Passage(version, 1, "eins"));
        documents.add(new Passage(other, 1, "anderer"));
        flushAndClear();

        assertThat(documents.passages(version.getId(), 1, 5)).extracting(Passage::getText).containsExactly("eins", "zwei");
        assertThat(documents.passages(version.getId(), 1, 1)).hasSize(1);
        assertThat(statements(() -> assertThat(documents.passages(List.of(version.getId(), other.getId()))).hasSize(3))).hasSize(1);

        documents.clearPassages(version.getId());
        assertThat(documents.passages(version.getId(), 1, 5)).isEmpty();
        assertThat(documents.passages(other.getId(), 1, 5)).hasSize(1);
    }

    @Test
    void theIndexIsFedInTwoStatements() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(given.document(space, given.member("M" + i, given.municipality("Stadt " + i, i)), letter, "D" + i, NOW, tax, personnel).getId());
        }
        Document gone = share("weg", NOW);
        gone.delete(NOW);
        ids.add(gone.getId());

        assertThat(statements(() -> {
            List<Document> found = documents.forIndex(ids);
            assertThat(found).hasSize(30).allSatisfy(one -> {
                assertThat(one.getTopics()).hasSize(2);
                assertThat(one.getCurrent().getFileName()).endsWith(".pdf");
                assertThat(one.getMunicipality().getName() + one.getSpace().getName() + one.getType().getName()).isNotBlank();
            });
        })).hasSize(2);
        assertThat(documents.idsAfter(ids.get(0), 5)).isEqualTo(ids.subList(1, 6));
        assertThat(documents.idsAfter(ids.get(29), 5)).isEmpty();
    }

    @Test
    void downloadsAreCountedPastTheEditor() {
        Document document = share("beliebt", NOW);
        flushAndClear();
        int revision = documents.find(document.getId()).orElseThrow().getVersion();
        documents.countDownload(document.getId());
        documents.countDownload(document.getId());
        em.clear();

        assertThat(documents.find(document.getId()).orElseThrow().getDownloads()).isEqualTo(2);
        assertThat(documents.find(document.getId()).orElseThrow().getVersion()).isEqualTo(revision);
    }

    @Test
    void typesAreListedAsGermansSort() {
        given.type("Änderungssatzung");
        given.type("Zuwendungsbescheid").retire();
        em.flush();

        assertThat(documents.types()).extracting(DocumentType::getName)
            .containsSubsequence("Änderungssatzung", "Brief", "Vordruck", "Zuwendungsbescheid");
        assertThat(documents.findType("aenderungssatzung")).isPresent();
        assertThat(documents.findTypeByName("ÄNDERUNGSSATZUNG")).isPresent();
    }

    @Test
    void aTypeHasOneName() {
        given.type("Brief");

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void theLongestTextsFit() {
        Document document = Document.share(space, by, new Document.Description("ä".repeat(Document.TITLE_LENGTH), letter, List.of(),
            "€".repeat(Document.DESCRIPTION_LENGTH), ReuseTerms.ADMINISTRATION, "ß".repeat(Document.CONTACT_LENGTH)), NOW);
        document.addVersion(new StoredFile("ü".repeat(FileName.LENGTH), Long.MAX_VALUE, given.file("x").sha256(),
            "a".repeat(DocumentVersion.MEDIA_TYPE_LENGTH), "k".repeat(DocumentVersion.KIND_LENGTH)), "n".repeat(DocumentVersion.CHANGE_NOTE_LENGTH), by, NOW);
        documents.add(document);
        flushAndClear();

        assertThat(documents.find(document.getId()).orElseThrow().getCurrent().getSize()).isEqualTo(Long.MAX_VALUE);
        assertThat(Statements.during(() -> documents.findVersion(document.getCurrent().getId()))).hasSizeLessThanOrEqualTo(1);
    }
}
