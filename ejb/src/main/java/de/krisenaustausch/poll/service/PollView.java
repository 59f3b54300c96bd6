package de.krisenaustausch.poll.service;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollChange;
import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.poll.VoteRepository.Response;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A poll as its page shows it.
 *
 * @param revision what a form sends back, so that a second editor is told
 * @param organiser whether the reader may change, close and discard it
 * @param participants how many took part
 * @param taken whether the reader took part, or her municipality where each answers once
 * @param mine what was answered, of a named poll in which the reader took part; else null
 * @param results whether the reader may see the result now
 */
public record PollView(
    long id,
    int revision,
    String space,
    String spaceName,
    String title,
    String intro,
    String municipality,
    FederalState land,
    int population,
    String createdBy,
    Poll.State state,
    Instant publishedAt,
    Instant deadline,
    Instant closedAt,
    AnsweredBy answeredBy,
    boolean anonymous,
    Breakdown breakdown,
    ResultsFor resultsFor,
    List<TopicView> topics,
    List<PollQuestionView> questions,
    List<ChangeView> changes,
    boolean organiser,
    int participants,
    boolean taken,
    Mine mine,
    boolean results) {

    /** A question; what its kind has not is null or empty. */
    public record PollQuestionView(long id, QuestionKind kind, String text, boolean optional, Integer most, String unit, BigDecimal least, BigDecimal greatest,
                               int decimals, List<OptionView> options) {

        static PollQuestionView of(PollQuestion question) {
            return new PollQuestionView(question.getId(), question.getKind(), question.getText(), question.isOptional(), question.getMost(), question.getUnit(),
                question.getLeast(), question.getGreatest(), question.getDecimals(),
                question.getOptions().stream().map(option -> new OptionView(option.getId(), option.getLabel())).toList());
        }
    }

    /** An option. @param label of a question of yes and no one of the words YES, NO and NOT_YET */
    public record OptionView(long id, String label) {
    }

    /** What was changed after the poll was published. @param before of a deadline the instant in ISO form */
    public record ChangeView(PollChange.What what, String before, String after, String by, Instant at) {
    }

    /** What the reader, or a colleague of hers, answered. @param revision what the form sends back */
    public record Mine(String person, Instant at, String changedBy, Instant changedAt, int revision, List<Answer> answers) {
    }

    /** How a reader stands to a poll. */
    record Standing(boolean organiser, int participants, boolean taken, boolean results) {
    }

    static PollView of(Poll poll, Poll.State state, Standing standing, Response response, List<Answer> answers) {
        return new PollView(poll.getId(), poll.getVersion(), poll.getSpace().getSlug(), poll.getSpace().getName(), poll.getTitle(), poll.getIntro(),
            poll.getMunicipality().getName(), poll.getMunicipality().getState(), poll.getMunicipality().getPopulation(), poll.getCreatedBy().getName(),
            state, poll.getPublishedAt(), poll.getDeadline(), poll.getClosedAt(), poll.getAnsweredBy(), poll.isAnonymous(), poll.getBreakdown(), poll.getResultsFor(),
            poll.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList(),
            poll.getQuestions().stream().map(PollQuestionView::of).toList(),
            poll.getChanges().stream().map(change -> new ChangeView(change.getWhat(), change.getBefore(), change.getAfter(), change.getChangedBy().getName(), change.getChangedAt())).toList(),
            standing.organiser(), standing.participants(), standing.taken(),
            response == null ? null : new Mine(response.person(), response.answeredAt(), response.changedBy(), response.changedAt(), response.revision(), answers),
            standing.results());
    }

    public boolean open() {
        return state == Poll.State.OPEN;
    }

    public boolean draft() {
        return state == Poll.State.DRAFT;
    }
}
