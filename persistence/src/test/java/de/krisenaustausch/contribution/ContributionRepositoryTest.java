package de.krisenaustausch.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.contribution.ContributionRepository.Counts;
import de.krisenaustausch.contribution.ContributionRepository.Filter;
import de.krisenaustausch.database.Corpus;
import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentType;
import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionRepositoryTest extends DatabaseTest {

    private static final Instant NOW = Fixtures.NOW;
    private static final LocalDate DAY = LocalDate.of(2020, 3, 20);

    private ContributionRepository stream;
    private Member by;
    private Topic tax;
    private DocumentType letter;
    private Space space;

    @BeforeEach
    void create() {
        stream = on(new ContributionRepository());
        by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        tax = given.topic("Gewerbesteuer");
        letter = given.type("Brief");
        space = given.space("corona", tax);
    }

    @Test
    void saysOfADocumentWhatTheStreamShows() {
        Document document = share("Stundung", NOW);
        on(new DocumentRepository()).countDownload(document.getId());
        flushAndClear();

        assertThat(stream.newest(all(), null, 10)).containsExactly(new ContributionRow(ContributionKind.DOCUMENT, document.getId(), "Stundung", "Worum es geht",
            "Brief", "PDF", null, "Stadt Ulm", FederalState.BW, 126_000, NOW, 1));
    }

    @Test
    void questionsStandAmongDocumentsInTheOrderOfTime() {
        share("zuerst", NOW.minusSeconds(3), tax);
        long asked = given.question(space, by, "Wer hilft?", NOW.minusSeconds(2), tax).getId();
        share("zuletzt", NOW.minusSeconds(1), tax);
        given.question(space, by, "gelöscht", NOW).delete(NOW);
        flushAndClear();

        assertThat(titles(all())).containsExactly("zuletzt", "Wer hilft?", "zuerst");
        assertThat(titles(new Filter(space.getId(), null, "gewerbesteuer", null))).containsExactly("zuletzt", "Wer hilft?", "zuerst");
        assertThat(stream.newest(new Filter(space.getId(), ContributionKind.QUESTION, null, null), null, 10)).containsExactly(new ContributionRow(ContributionKind.QUESTION,
            asked, "Wer hilft?", "Worum es geht", null, null, Progress.OPEN, "Stadt Ulm", FederalState.BW, 126_000, NOW.minusSeconds(2), 0));
        assertThat(stream.counts(space.getId(), NOW.minusSeconds(2), DAY, 10, 10)).isEqualTo(new Counts(Map.of(ContributionKind.DOCUMENT, 2, ContributionKind.QUESTION, 1, ContributionKind.LINK, 0, ContributionKind.POLL, 0), 1, 0));
    }

    @Test
    void linksStandAmongDocumentsInTheOrderOfTime() {
        share("zuerst", NOW.minusSeconds(3), tax);
        Link link = Link.share(space, by, new Link.Description(new WebAddress("https://rki.example/"), "Hygieneplan", List.of(tax), "Warum"), NOW.minusSeconds(2));
        em.persist(link);
        share("zuletzt", NOW.minusSeconds(1), tax);
        Link gone = Link.share(space, by, new Link.Description(new WebAddress("https://weg.example/"), "weg", List.of(tax), null), NOW);
        gone.delete(NOW);
        em.persist(gone);
        flushAndClear();

        assertThat(titles(all())).containsExactly("zuletzt", "Hygieneplan", "zuerst");
        assertThat(titles(new Filter(space.getId(), null, "gewerbesteuer", null))).containsExactly("zuletzt", "Hygieneplan", "zuerst");
        assertThat(stream.newest(new Filter(space.getId(), ContributionKind.LINK, null, null), null, 10)).containsExactly(new ContributionRow(ContributionKind.LINK,
            link.getId(), "Hygieneplan", "Warum", null, null, null, "Stadt Ulm", FederalState.BW, 126_000, NOW.minusSeconds(2), 0));
    }

    @Test
    void filtersByKindTopicAndTypeAndShowsNothingDeleted() {
        share("Steuer", NOW.minusSeconds(1), tax);
        share("nichts", NOW.minusSeconds(2));
        share("weg", NOW, tax).delete(NOW);
        given.document(given.space("anderswo", tax), by, letter, "fremd", NOW, tax);
        flushAndClear();
        long id = space.getId();

        assertThat(titles(all())).containsExactly("Steuer", "nichts");
        assertThat(titles(new Filter(id, ContributionKind.DOCUMENT, "gewerbesteuer", "brief"))).containsExactly("Steuer");
        assertThat(titles(new Filter(id, null, null, "vordruck"))).isEmpty();
        assertThat(titles(new Filter(id, ContributionKind.POLL, null, "brief"))).isEmpty();
        assertThat(titles(new Filter(id, null, "nirgends", null))).isEmpty();
    }

    @Test
    void pagesShowEveryRowOnceAlsoWhereTimesAreEqual() {
        List<Long> brought = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            brought.add(0, share("Dokument " + i, NOW.plusSeconds(i / 7), tax).getId());
        }
        flushAndClear();

        for (int size : new int[] {1, 2, 5, 7, 23, 50}) {
            assertThat(everyPage(all(), size)).isEqualTo(brought);
            assertThat(everyPage(new Filter(space.getId(), null, "gewerbesteuer", null), size)).isEqualTo(brought);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 1000})
    void aPageTakesOneStatementHoweverManyThereAre(int many) {
        Corpus.write(em, many * 2);

        assertThat(statements(() -> stream.newest(new Filter(Corpus.SPACE, null, null, null), null, 20))).hasSize(1);
        assertThat(stream.newest(new Filter(Corpus.SPACE, null, null, null), null, 20)).hasSize(Math.min(many, 20));
        assertThat(statements(() -> stream.counts(Corpus.SPACE, NOW, DAY, 1001, 101))).hasSize(1);
    }

    @Test
    void countsToItsLimitsWithoutWhatIsDeleted() {
        for (int i = 0; i < 5; i++) {
            share("D" + i, NOW.plusSeconds(i));
        }
        share("weg", NOW).delete(NOW);
        flushAndClear();

        assertThat(stream.counts(space.getId(), NOW.plusSeconds(2), DAY, 100, 100)).isEqualTo(counts(5, 2));
        assertThat(stream.counts(space.getId(), NOW.minusSeconds(9), DAY, 3, 4)).isEqualTo(counts(3, 4));
        assertThat(stream.counts(-1, NOW, DAY, 3, 4)).isEqualTo(counts(0, 0));
    }

    @Test
    void countsTheQuestionsThatASpaceHasSparedLately() {
        SparedRepository spared = on(new SparedRepository());
        spared.count(space.getId(), DAY.minusDays(1), ContributionKind.DOCUMENT, 1);
        spared.count(space.getId(), DAY, ContributionKind.DOCUMENT, 1);
        spared.count(space.getId(), DAY.plusDays(2), ContributionKind.LINK, 2);
        spared.count(given.space("anderswo").getId(), DAY, ContributionKind.LINK, 2);

        assertThat(stream.counts(space.getId(), NOW, DAY, 10, 10).spared()).isEqualTo(2);
    }

    private static Counts counts(int documents, int recent) {
        return new Counts(Map.of(ContributionKind.DOCUMENT, documents, ContributionKind.QUESTION, 0, ContributionKind.LINK, 0, ContributionKind.POLL, 0), recent, 0);
    }

    private Document share(String title, Instant at, Topic... topics) {
        return given.document(space, by, letter, title, at, topics);
    }

    private Filter all() {
        return new Filter(space.getId(), null, null, null);
    }

    private List<String> titles(Filter filter) {
        return stream.newest(filter, null, 100).stream().map(ContributionRow::title).toList();
    }

    private List<Long> everyPage(Filter filter, int size) {
        List<Long> ids = new ArrayList<>();
        List<ContributionRow> page = stream.newest(filter, null, size);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.id()));
            ContributionRow last = page.get(page.size() - 1);
            page = stream.newest(filter, new ListKey(last.at(), last.id()), size);
        }
        return ids;
    }
}
