package de.krisenaustausch.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.question.QuestionRepository.Counts;
import de.krisenaustausch.question.QuestionRepository.Filter;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRepositoryTest extends DatabaseTest {

    private static final Instant NOW = Fixtures.NOW;

    private QuestionRepository questions;
    private AnswerRepository answers;
    private Member by;
    private Member colleague;
    private Member other;
    private Topic tax;
    private Topic personnel;
    private Space space;

    @BeforeEach
    void furnish() {
        questions = on(new QuestionRepository());
        answers = on(new AnswerRepository());
        by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        colleague = given.member("Kollege", by.getMunicipality());
        other = given.member("Anders", given.municipality("Gemeinde Anderswo", 900));
        tax = given.topic("Gewerbesteuer");
        personnel = given.topic("Personal");
        space = given.space("corona", tax, personnel);
    }

    private Question ask(Member who, String title, Instant at, Topic... topics) {
        return given.question(space, who, title, at, topics);
    }

    private Answer answer(Question question, Member who, String text) {
        Answer answer = Answer.to(question, who, text, false, NOW);
        assertThat(answers.add(answer)).isTrue();
        return answer;
    }

    private List<String> titles(QuestionList view, String topic) {
        return questions.newest(filter(view, topic), null, 100).stream().map(QuestionRow::title).toList();
    }

    private Filter filter(QuestionList view, String topic) {
        return new Filter(space.getId(), view, by.getId(), by.getMunicipality().getId(), topic);
    }

    @Test
    void saysOfAQuestionWhatAListShows() {
        Question question = Question.ask(space, by, new Question.Wording("Wer?", "x".repeat(700), List.of(), LocalDate.of(2020, 4, 1)), NOW);
        questions.add(question);
        answer(question, other, "Wir.");
        flushAndClear();

        assertThat(questions.newest(filter(QuestionList.ALL, null), null, 10)).containsExactly(new QuestionRow(question.getId(), "Wer?", "x".repeat(600), "Stadt Ulm",
            by.getMunicipality().getState(), 126_000, NOW, LocalDate.of(2020, 4, 1), QuestionState.OPEN, 1));
    }

    @Test
    void eachViewShowsAndCountsTheSame() {
        Question answered = ask(by, "beantwortet", NOW.minusSeconds(1), tax);
        answered.accept(answer(answered, other, "So."));
        Question tried = ask(colleague, "versucht", NOW.minusSeconds(2), tax, personnel);
        answer(tried, other, "Vielleicht so.");
        ask(other, "fremd", NOW.minusSeconds(3), personnel);
        Question closed = ask(other, "geschlossen", NOW.minusSeconds(4));
        closed.close("erledigt");
        ask(by, "gelöscht", NOW).delete(NOW);
        ask(by, "doppelt", NOW).mergeInto(tried);
        given.question(given.space("anderswo"), by, "nicht hier", NOW);
        flushAndClear();

        assertThat(titles(QuestionList.ALL, null)).containsExactly("beantwortet", "versucht", "fremd", "geschlossen");
        assertThat(titles(QuestionList.OPEN, null)).containsExactly("versucht", "fremd");
        assertThat(titles(QuestionList.UNANSWERED, null)).containsExactly("fremd");
        assertThat(titles(QuestionList.MINE, null)).containsExactly("beantwortet");
        assertThat(titles(QuestionList.MUNICIPALITY, null)).containsExactly("beantwortet", "versucht");
        assertThat(titles(QuestionList.ALL, "gewerbesteuer")).containsExactly("beantwortet", "versucht");
        assertThat(titles(QuestionList.OPEN, "personal")).containsExactly("versucht", "fremd");
        assertThat(titles(QuestionList.MINE, "personal")).isEmpty();
        assertThat(titles(QuestionList.ALL, "nirgends")).isEmpty();
        long id = space.getId();
        assertThat(questions.counts(id, by.getId(), by.getMunicipality().getId(), 100)).isEqualTo(new Counts(4, 2, 1, 1, 2));
        assertThat(questions.counts(id, by.getId(), null, 3)).isEqualTo(new Counts(3, 2, 1, 1, 0));
    }

    @Test
    void pagesShowEveryRowOnceAlsoWhereTimesAreEqual() {
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            asked.add(0, ask(by, "Frage " + i, NOW.plusSeconds(i / 7), tax).getId());
        }
        flushAndClear();

        for (String topic : java.util.Arrays.asList(null, "gewerbesteuer")) {
            for (int size : new int[] {1, 5, 7, 23, 50}) {
                List<Long> ids = new ArrayList<>();
                List<QuestionRow> page = questions.newest(filter(QuestionList.ALL, topic), null, size);
                while (!page.isEmpty()) {
                    page.forEach(row -> ids.add(row.id()));
                    QuestionRow last = page.get(page.size() - 1);
                    page = questions.newest(filter(QuestionList.ALL, topic), new ListKey(last.askedAt(), last.id()), size);
                }
                assertThat(ids).isEqualTo(asked);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void aListAndAQuestionTakeTheSameStatementsHoweverMuchIsThere(int many) {
        Question question = ask(by, "Viel gefragt", NOW, tax, personnel);
        for (int i = 0; i < many; i++) {
            Answer answer = answer(question, given.member("M" + i, given.municipality("Stadt " + i, i)), "So " + i);
            answers.add(new AnswerComment(answer, given.member("K" + i, given.municipality("Ort " + i, i)), "Danke", NOW));
            ask(given.member("F" + i, given.municipality("Markt " + i, i)), "Frage " + i, NOW.plusSeconds(i), tax);
        }
        long id = question.getId();

        assertThat(statements(() -> questions.newest(filter(QuestionList.OPEN, "gewerbesteuer"), null, 20))).hasSize(1);
        assertThat(statements(() -> questions.counts(space.getId(), by.getId(), 1L, 1001))).hasSize(1);
        assertThat(statements(() -> {
            Question found = questions.find(id).orElseThrow();
            assertThat(found.getTopics()).hasSize(2);
            assertThat(found.getAskedBy().getName() + found.getMunicipality().getName() + found.getSpace().getName()).isNotBlank();
            List<Answer> shown = answers.of(found, null, 100);
            assertThat(shown).hasSize(many).allSatisfy(one -> assertThat(one.getAnsweredBy().getName() + one.getMunicipality().getName()).isNotBlank());
            assertThat(answers.comments(shown.stream().map(Answer::getId).toList())).hasSize(many)
                .allSatisfy(one -> assertThat(one.getWrittenBy().getName() + one.getMunicipality().getName()).isNotBlank());
            assertThat(answers.helped(by.getId(), List.of(id))).isEmpty();
        })).hasSize(5);
    }

    @Test
    void theAcceptedAnswerComesFirstThenWhatHelpedMost() {
        Question question = ask(by, "Wer?", NOW);
        List<Answer> given = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            given.add(answer(question, other, "Antwort " + i));
        }
        question.accept(given.get(4));
        answers.vote(given.get(2).getId(), by.getId(), NOW);
        answers.vote(given.get(2).getId(), by.getId(), NOW);
        answers.vote(given.get(3).getId(), colleague.getId(), NOW);
        flushAndClear();

        Question found = questions.find(question.getId()).orElseThrow();
        assertThat(answers.of(found, null, 10)).extracting(Answer::getText).containsExactly("Antwort 4", "Antwort 2", "Antwort 3", "Antwort 0", "Antwort 1");
        assertThat(answers.of(found, null, 10)).extracting(Answer::getVotes).containsExactly(0, 1, 1, 0, 0);
        assertThat(answers.of(found, new AnswerKey(1, given.get(2).getId()), 10)).extracting(Answer::getText)
            .containsExactly("Antwort 3", "Antwort 0", "Antwort 1");
        assertThat(answers.helped(by.getId(), given.stream().map(Answer::getId).toList())).containsExactly(given.get(2).getId());

        answers.unvote(given.get(2).getId(), by.getId());
        answers.unvote(given.get(2).getId(), by.getId());
        em.clear();
        assertThat(answers.find(given.get(2).getId()).orElseThrow().getVotes()).isZero();
    }

    @Test
    void whoeverReadsAnEditorsRevisionIsNotDisturbedByAnswersAndVotes() {
        Question question = ask(by, "Wer?", NOW);
        Answer answer = answer(question, other, "Wir.");
        flushAndClear();
        int asked = questions.find(question.getId()).orElseThrow().getVersion();
        int answered = answers.find(answer.getId()).orElseThrow().getVersion();
        answer(em.find(Question.class, question.getId()), colleague, "Auch wir.");
        answers.vote(answer.getId(), by.getId(), NOW);
        flushAndClear();

        assertThat(questions.find(question.getId()).orElseThrow().getVersion()).isEqualTo(asked);
        assertThat(questions.find(question.getId()).orElseThrow().getAnswerCount()).isEqualTo(2);
        assertThat(answers.find(answer.getId()).orElseThrow().getVersion()).isEqualTo(answered);
    }

    @Test
    void anAnswerToWhatWentMeanwhileIsNotKept() {
        Question question = ask(by, "Wer?", NOW);
        flushAndClear();
        Question read = questions.find(question.getId()).orElseThrow();
        Answer answer = Answer.to(read, em.merge(other), "Wir.", false, NOW);
        sql("update question set deleted_at = now() where id = ?1", question.getId());

        assertThat(answers.add(answer)).isFalse();
    }

    @Test
    void onlyWhatNobodyAnsweredIsDeleted() {
        Question question = ask(by, "Wer?", NOW);
        answer(question, other, "Wir.");
        flushAndClear();
        Question found = questions.find(question.getId()).orElseThrow();
        questions.hold(found);

        assertThatThrownBy(() -> found.delete(NOW)).hasMessageContaining("question.delete.answered");
    }

    @Test
    void aWithdrawnAnswerIsNowhereAndItsQuestionWaitsAnew() {
        Question question = ask(by, "Wer?", NOW);
        Answer first = answer(question, other, "Wir.");
        Answer second = answer(question, colleague, "Auch wir.");
        questions.add(first.reword("Wir doch.", other, NOW));
        flushAndClear();
        int version = questions.find(question.getId()).orElseThrow().getVersion();
        withdraw(first, NOW.plusSeconds(60));

        Question found = questions.find(question.getId()).orElseThrow();
        assertThat(answers.of(found, null, 10)).extracting(Answer::getText).containsExactly("Auch wir.");
        assertThat(questions.revisions(found.getId(), 10)).as("nor what it said before").isEmpty();
        assertThat(answers.findSame(Answer.to(found, em.find(Member.class, other.getId()), "Wir doch.", false, NOW))).isEmpty();
        assertThat(found.getAnswerCount()).isEqualTo(1);
        assertThat(found.getStagedAt()).as("another is left").isEqualTo(NOW);
        assertThat(found.getVersion()).as("whoever accepts it at the same moment is told").isGreaterThan(version);

        withdraw(second, NOW.plusSeconds(90));
        found = questions.find(question.getId()).orElseThrow();
        assertThat(found.getAnswerCount()).isZero();
        assertThat(found.getStagedAt()).isEqualTo(NOW.plusSeconds(90));
        Answer back = answers.find(first.getId()).orElseThrow();
        back.restore(NOW.plusSeconds(120));
        answers.restored(back);
        flushAndClear();
        assertThat(questions.find(question.getId()).orElseThrow().getAnswerCount()).isEqualTo(1);
    }

    private void withdraw(Answer answer, Instant at) {
        Answer found = answers.find(answer.getId()).orElseThrow();
        questions.hold(found.getQuestion());
        answers.hold(found);
        found.delete(at);
        answers.withdrawn(found, at);
        flushAndClear();
    }

    @Test
    void whatWasDeletedLongAgoIsGoneForGood() {
        Question kept = ask(by, "Bleibt", NOW);
        Answer gone = answer(kept, other, "Geht.");
        answers.add(new AnswerComment(gone, by, "Schade.", NOW));
        answers.vote(gone.getId(), by.getId(), NOW);
        questions.add(gone.reword("Geht bald.", other, NOW));
        Answer recent = answer(kept, other, "Ging eben.");
        Question deleted = ask(by, "Geht mit", NOW, tax);
        Answer along = answer(deleted, other, "Mit ihr.");
        questions.attach(deleted.getId(), given.document(space, by, given.type("Entwurf"), "Entwurf", NOW).getId());
        questions.add(deleted.reword(new Question.Wording("Geht", "bald", List.of(tax), null), by, NOW));
        Question merged = ask(other, "Führte dorthin", NOW);
        merged.mergeInto(deleted);
        flushAndClear();
        withdraw(gone, NOW.minusSeconds(1));
        withdraw(recent, NOW);
        withdraw(along, NOW);
        Question found = questions.find(deleted.getId()).orElseThrow();
        found.delete(NOW.minusSeconds(1));
        flushAndClear();

        questions.purge(NOW);
        em.clear();
        assertThat(questions.find(deleted.getId())).isEmpty();
        assertThat(questions.find(merged.getId())).as("its address leads nowhere").isEmpty();
        assertThat(answers.find(gone.getId())).isEmpty();
        assertThat(answers.find(along.getId())).isEmpty();
        assertThat(answers.find(recent.getId())).isPresent();
        assertThat(questions.find(kept.getId())).isPresent();
    }

    @Test
    void aSecondSendingFindsTheFirst() {
        Question question = ask(by, "Wer?", NOW);
        Answer answer = answer(question, other, "Wir.");
        em.flush();

        Question again = Question.ask(space, by, new Question.Wording("Wer? ", question.getText(), List.of(), null), NOW);
        assertThat(questions.findSame(again, NOW.minusSeconds(1))).hasValue(question.getId());
        assertThat(questions.findSame(again, NOW)).isEmpty();
        assertThat(questions.findSame(Question.ask(space, other, new Question.Wording("Wer?", question.getText(), List.of(), null), NOW), NOW.minusSeconds(1))).isEmpty();
        assertThat(answers.findSame(Answer.to(question, other, "Wir.", true, NOW))).hasValue(answer.getId());
        assertThat(answers.findSame(Answer.to(question, other, "Wir!", true, NOW))).isEmpty();
    }

    @Test
    void mergingBringsTheAnswersAlongAndLeadsOn() {
        Question into = ask(by, "Zuerst gefragt", NOW);
        answer(into, other, "Die erste.");
        Question twice = ask(other, "Noch einmal gefragt", NOW);
        Question thrice = ask(other, "Zum dritten Mal", NOW);
        Answer moved = answer(twice, colleague, "Die zweite.");
        questions.add(moved.reword("Die zweite, genauer.", colleague, NOW));
        twice.accept(moved);
        em.flush();

        thrice.mergeInto(twice);
        questions.handOver(thrice.getId(), twice.getId());
        em.clear();
        Question first = questions.find(into.getId()).orElseThrow();
        Question second = questions.find(twice.getId()).orElseThrow();
        questions.hold(second);
        second.mergeInto(first);
        questions.handOver(second.getId(), first.getId());
        flushAndClear();

        assertThat(answers.of(questions.find(into.getId()).orElseThrow(), null, 10)).extracting(Answer::getText)
            .containsExactlyInAnyOrder("Die erste.", "Die zweite, genauer.");
        assertThat(questions.find(into.getId()).orElseThrow().getAnswerCount()).isEqualTo(2);
        assertThat(questions.revisions(into.getId(), 10)).extracting(Revision::getText).containsExactly("Die zweite.");
        assertThat(questions.find(thrice.getId()).orElseThrow().getMergedInto().getId()).isEqualTo(into.getId());
        assertThat(questions.find(twice.getId()).orElseThrow().getAnswerCount()).isZero();
        assertThat(titles(QuestionList.ALL, null)).containsExactly("Zuerst gefragt");
    }

    @Test
    void movingTakesItsPlaceInTheListByTopicAlong() {
        Question question = ask(by, "Wohin?", NOW, tax, personnel);
        Space target = given.space("anderswo", tax);
        flushAndClear();
        Question found = questions.find(question.getId()).orElseThrow();
        found.move(em.find(Space.class, target.getId()));
        flushAndClear();

        assertThat(titles(QuestionList.ALL, "gewerbesteuer")).isEmpty();
        assertThat(questions.newest(new Filter(target.getId(), QuestionList.ALL, 0, null, "gewerbesteuer"), null, 10)).extracting(QuestionRow::title).containsExactly("Wohin?");
    }

    @Test
    void goesOverToTheSuccessorOfItsMunicipality() {
        Question question = ask(by, "Wer?", NOW);
        Answer answer = answer(question, colleague, "Wir selbst.");
        answers.add(new AnswerComment(answer, by, "Stimmt.", NOW));
        em.flush();
        long from = by.getMunicipality().getId();
        long to = other.getMunicipality().getId();

        assertThat(questions.idsOfMunicipality(from)).containsExactly(question.getId());
        questions.moveAll(from, to);
        em.clear();
        assertThat(questions.find(question.getId()).orElseThrow().getMunicipality().getId()).isEqualTo(to);
        assertThat(answers.find(answer.getId()).orElseThrow().getMunicipality().getId()).isEqualTo(to);
        assertThat(answers.comments(List.of(answer.getId())).get(0).getMunicipality().getId()).isEqualTo(to);
    }

    @Test
    void aDocumentIsAttachedOnceAndLeavesWhenItIsPurged() {
        Question question = ask(by, "Was meinen Sie?", NOW);
        long document = given.document(space, by, given.type("Entwurf"), "Entwurf", NOW).getId();
        questions.attach(question.getId(), document);
        questions.attach(question.getId(), document);
        assertThat(questions.attachments(question.getId())).containsExactly(document);

        questions.detach(question.getId(), document);
        questions.detach(question.getId(), document);
        assertThat(questions.attachments(question.getId())).isEmpty();
        questions.attach(question.getId(), document);

        on(new de.krisenaustausch.document.DocumentRepository()).purge(document);
        assertThat(questions.attachments(question.getId())).isEmpty();
    }

    @Test
    void theLongestTextsFit() {
        Question question = Question.ask(space, by, new Question.Wording("ä".repeat(200), "€".repeat(20_000), List.of(), null), NOW);
        questions.add(question);
        Answer answer = answer(question, other, "ß".repeat(20_000));
        answers.add(new AnswerComment(answer, by, "ü".repeat(1000), NOW));
        question.close("ö".repeat(300));
        questions.add(question.reword(new Question.Wording("neu", "neu", List.of(), null), by, NOW));
        flushAndClear();

        assertThat(questions.find(question.getId()).orElseThrow().getClosedReason()).hasSize(300);
    }
}
