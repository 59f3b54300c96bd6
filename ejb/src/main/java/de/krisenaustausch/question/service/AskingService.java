package de.krisenaustausch.question.service;

import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.Revision;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.service.ContributionChanged;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Asking, saying it differently, with which documents, taking it back. */
@Stateless
@RolesAllowed({"member", "admin"})
public class AskingService {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Whoever asks the same in the same words again within this time pressed the button twice. */
    private static final Duration TWICE = Duration.ofMinutes(10);

    @Inject
    private QuestionRepository questions;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private DocumentRepository documents;

    @Inject
    private QuestionFinder finder;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Events events;

    @Inject
    private Event<QuestionAsked> asked;

    @Inject
    private Clock clock;

    /** What a form says of a question; topics are slugs, text is Markdown, urgentUntil may be null. */
    public record Draft(String title, String text, List<String> topics, LocalDate urgentUntil) {
    }

    /**
     * Asks. The same form sent twice asks once.
     *
     * @return the question's id
     * @throws BusinessException when the profile is incomplete or the draft breaks a limit
     */
    public long ask(String space, Draft draft) {
        Space where = access.read(space).space();
        Member by = current.member();
        Question question = Question.ask(where, by, wording(draft), clock.instant());
        if (draft.urgentUntil() != null && draft.urgentUntil().isBefore(LocalDate.ofInstant(clock.instant(), BERLIN))) {
            throw new BusinessException("question.urgent.over", "field.urgentUntil");
        }
        return questions.findSame(question, clock.instant().minus(TWICE)).orElseGet(() -> {
            questions.add(question);
            QuestionAsked event = new QuestionAsked(question.getId());
            asked.fire(event);
            events.publish(Queues.FANOUT, event);
            events.publish(Queues.INDEX, new ContributionChanged(question.getId()));
            return question.getId();
        });
    }

    /** @throws ChangedMeanwhileException when somebody else changed it since the form was opened */
    public void edit(String space, long id, int revision, Draft draft) {
        Question question = finder.openOwn(space, id).question();
        Member by = current.member();
        if (question.getVersion() != revision) {
            throw new ChangedMeanwhileException();
        }
        Revision before = question.reword(wording(draft), by, clock.instant());
        if (before != null) {
            questions.add(before);
        }
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }

    /** Takes a question back that nobody answered. @throws BusinessException when somebody did */
    public void delete(String space, long id) {
        Question question = finder.open(space, id).question();
        if (!question.isAskedBy(current.member())) {
            throw new NotAllowedException();
        }
        questions.hold(question);
        question.delete(clock.instant());
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }

    /** Asks again what the reader just took back. */
    public void restore(String space, long id) {
        Space where = access.read(space).space();
        Question question = questions.find(id).filter(found -> found.getSpace().equals(where) && found.isAskedBy(current.member())).orElseThrow(NotFoundException::new);
        question.restore();
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }

    /** Adds a document of the space to a question; the second time nothing. @throws NotFoundException when the space has no such document */
    public void attach(String space, long id, long documentId) {
        QuestionFinder.Found found = finder.openOwn(space, id);
        if (documents.inSpace(found.entry().space().getId(), List.of(documentId)).isEmpty()) {
            throw new NotFoundException();
        }
        questions.attach(id, documentId);
    }

    /** Takes a document from a question; it stays in the space. Does nothing the second time. */
    public void detach(String space, long id, long documentId) {
        questions.detach(finder.openOwn(space, id).question().getId(), documentId);
    }

    private Question.Wording wording(Draft draft) {
        List<Topic> topics = spaces.getTopics(draft.topics());
        return new Question.Wording(draft.title(), draft.text(), topics, draft.urgentUntil());
    }
}
