package de.krisenaustausch.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.ContributionRepository;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.question.QuestionList;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.WaitingRepository;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.Sha256;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What lists cost when there are 100,000 documents, half of them in one space. Cost is counted in the blocks of 8 kB
 * that PostgreSQL looks at, which does not depend on the machine; each query is planned with its values and without
 * (the driver asks for that after five runs), and the dearer plan counts.
 */
@ExtendWith(DatabaseTest.Resolver.class)
class QueryPlanTest {

    private static final ListKey MIDDLE = new ListKey(Instant.parse("2020-03-28T08:00:00Z"), 1_050_000);
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private static DataSource dataSource;
    private static EntityManagerFactory factory;
    private static EntityManager em;
    private static DocumentRepository documents;
    private static ContributionRepository stream;
    private static QuestionRepository questions;
    private static WaitingRepository waiting;

    @BeforeAll
    static void fill(TestDatabase database) throws SQLException {
        dataSource = database.empty();
        TestDatabase.flyway(dataSource).migrate();
        factory = TestDatabase.factory(dataSource);
        em = factory.createEntityManager();
        em.getTransaction().begin();
        Corpus.write(em, 100_000);
        Corpus.writeQuestions(em, 100_000);
        em.getTransaction().commit();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("checkpoint"); statement.execute("vacuum analyze");
        }
        documents = DatabaseTest.on(new DocumentRepository(), em);
        stream = DatabaseTest.on(new ContributionRepository(), em);
        questions = DatabaseTest.on(new QuestionRepository(), em);
        waiting = DatabaseTest.on(new WaitingRepository(), em);
    }

    @AfterAll
    static void close() {
        em.close();
        factory.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, -", Corpus.TOPIC + ", -", Corpus.RARE_TOPIC + ", -", "-, " + Corpus.TYPE, "no-such-topic, -", "-, no-such-type", Corpus.RARE_TOPIC + ", " + Corpus.TYPE})
    void aPageOfAListLooksAtLittleMoreThanItShows(String topic, String type) {
        for (long space : List.of(Corpus.SPACE, Corpus.SPACE + 5)) {
            for (ListKey after : Arrays.asList(null, MIDDLE)) {
                assertThat(blocks(() -> documents.newest(new DocumentRepository.Filter(space, topic, type), after, 21))).isLessThan(300);
                for (ContributionKind kind : Arrays.asList(null, ContributionKind.DOCUMENT)) {
                    assertThat(blocks(() -> stream.newest(new ContributionRepository.Filter(space, kind, topic, type), after, 21))).isLessThan(900);
                }
            }
        }
    }

    @Test
    void twoFiltersTogetherReadNoWholeTable() {
        assertThat(blocks(() -> documents.newest(new DocumentRepository.Filter(Corpus.SPACE, Corpus.TOPIC, Corpus.TYPE), null, 21))).isLessThan(20_000);
    }

    @Test
    void countingStopsAtItsLimits() {
        assertThat(blocks(() -> stream.counts(Corpus.SPACE, Instant.EPOCH, java.time.LocalDate.EPOCH, 1000, 100))).isLessThan(300);
        assertThat(stream.counts(Corpus.SPACE, Instant.EPOCH, java.time.LocalDate.EPOCH, 1000, 100)).isEqualTo(new ContributionRepository.Counts(Map.of(ContributionKind.DOCUMENT, 1000, ContributionKind.QUESTION, 1000, ContributionKind.LINK, 0, ContributionKind.POLL, 0), 200, 0));
    }

    /** A view with few rows is sorted rather than walked along. By topic no view has an index of its own: the topic's is walked along, never the whole table. */
    @ParameterizedTest
    @CsvSource({"ALL, 300, 300", "OPEN, 1500, 20000", "UNANSWERED, 300, 20000", "MINE, 300, 20000", "MUNICIPALITY, 700, 20000"})
    void aPageOfQuestionsLooksAtLittleMoreThanItShows(QuestionList view, int most, int mostByTopic) {
        for (ListKey after : Arrays.asList(null, MIDDLE)) {
            assertThat(blocks(() -> questions.newest(new QuestionRepository.Filter(Corpus.SPACE, view, 1_000_003, 1_000_003L, null), after, 21))).isLessThan(most);
            assertThat(blocks(() -> questions.newest(new QuestionRepository.Filter(Corpus.SPACE, view, 1_000_003, 1_000_003L, Corpus.TOPIC), after, 21)))
                .isLessThan(mostByTopic);
        }
    }

    @Test
    void countingQuestionsStopsAtItsLimit() {
        assertThat(blocks(() -> questions.counts(Corpus.SPACE, 1_000_003, 1_000_003L, 1001))).isLessThan(600);
        assertThat(questions.counts(Corpus.SPACE, 1_000_003, 1_000_003L, 1001)).isEqualTo(new QuestionRepository.Counts(1001, 1000, 100, 49, 495));
    }

    @Test
    void whatWaitsIsFoundAlongItsIndex() {
        assertThat(blocks(() -> waiting.due(Instant.parse("2020-06-01T00:00:00Z"), 100))).isLessThan(600);
    }

    @Test
    void namesOfFilesAreLookedUp() {
        List<String> names = List.of("DOKUMENT-1070000.pdf", "no-such-file.pdf");
        assertThat(blocks(() -> documents.findByFileNames(Corpus.SPACE, names))).isLessThan(30);
        assertThat(documents.findByFileNames(Corpus.SPACE, names)).hasSize(1);
    }

    @Test
    void workInTheBackgroundWalksAlongIndexes() {
        assertThat(blocks(() -> documents.idsAfter(1_050_000, 100))).isLessThan(120);
        assertThat(blocks(() -> documents.deletedBefore(MIDDLE.at(), 100))).isLessThan(20);
        assertThat(blocks(() -> documents.deletedBefore(Instant.parse("2022-01-01T00:00:00Z"), 100))).isLessThan(150);
        assertThat(blocks(() -> documents.neededFiles(List.of(new Sha256("a".repeat(64)))))).isLessThan(20);
        assertThat(blocks(() -> documents.passages(3_000_000, 1, 5))).isLessThan(20);
    }

    /** @return blocks that the query's dearer plan looks at; that it reads none of the large tables from end to end is checked on the way */
    private static int blocks(Runnable query) {
        int most = 0;
        em.clear();
        List<Statements.Sent> statements = Statements.sent(query);
        assertThat(statements).isNotEmpty();
        for (Statements.Sent sent : statements) {
            for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                String plan = explain(sent, mode);
                assertThat(plan).doesNotContainPattern("Seq Scan on (document|question)(_version|_topic)?\\b(?!_)");
                // the first line of buffers is the root's; those of planning come behind
                Matcher found = BLOCKS.matcher(plan.substring(0, plan.indexOf("Planning")));
                most = Math.max(most, found.find() ? number(found.group(1)) + number(found.group(2)) : 0);
            }
        }
        return most;
    }

    private static String explain(Statements.Sent sent, String mode) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            String sql = sent.sql();
            for (int i = 1; sql.contains("?"); i++) {
                sql = sql.replaceFirst("\\?", "\\$" + i);
            }
            statement.execute("prepare asked as " + sql);
            String values = sent.parameters().stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("explain (analyze, buffers) execute asked(" + values + ")")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        } catch (SQLException failed) {
            throw new IllegalStateException(sent.toString(), failed);
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
