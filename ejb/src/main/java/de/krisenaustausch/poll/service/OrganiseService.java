package de.krisenaustausch.poll.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.PollRepository;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.poll.VoteRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.service.ContributionChanged;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Holding polls: drafting, publishing, correcting, extending, closing, discarding. */
@Stateless
@RolesAllowed({"member", "admin"})
public class OrganiseService {

    @Inject
    private PollRepository polls;

    @Inject
    private VoteRepository votes;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private PollAccess access;

    @Inject
    private SpaceAccess rooms;

    @Inject
    private Ending ending;

    @Inject
    private CurrentReader current;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** What a poll is to be; topics are slugs. @see Poll.Description */
    public record Draft(String title, String intro, List<String> topics, AnsweredBy answeredBy, boolean anonymous, Breakdown breakdown, ResultsFor resultsFor,
                        Instant deadline, List<PollQuestion.Draft> questions) {
    }

    /** @return the new draft's id @throws BusinessException when something is missing or breaks a limit */
    public long draft(String space, Draft draft) {
        Poll poll = Poll.draft(rooms.read(space).space(), current.member(), description(draft), draft.questions(), clock.instant());
        polls.add(poll);
        return poll.getId();
    }

    /** @throws ChangedMeanwhileException when somebody else changed it since the form was opened */
    public void rewrite(String space, long id, int revision, Draft draft) {
        Poll poll = open(space, id, revision);
        poll.rewrite(description(draft), draft.questions());
        polls.add(poll);
    }

    private Poll.Description description(Draft draft) {
        return new Poll.Description(draft.title(), draft.intro(), spaces.getTopics(draft.topics()), draft.answeredBy(), draft.anonymous(), draft.breakdown(),
            draft.resultsFor(), draft.deadline());
    }

    /** Puts a draft to its space. @throws BusinessException when it asks nothing or its deadline is over */
    public void publish(String space, long id) {
        access.organise(space, id).publish(clock.instant());
        events.publish(Queues.FANOUT, new PollPublished(id));
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }

    /** Ends a poll before its deadline, when whoever answers at the moment has finished. */
    public void close(String space, long id) {
        votes.lock(id);
        Poll poll = access.organise(space, id);
        poll.close(current.member(), clock.instant());
        polls.flush();
        ending.end(poll);
    }

    /** Gives more time. @throws BusinessException when the poll is over, or that is not later */
    public void extend(String space, long id, Instant deadline) {
        votes.lock(id);
        access.organise(space, id).extend(deadline, current.member(), clock.instant());
    }

    /** Corrects words of a published poll. @see Poll#correct */
    public void correct(String space, long id, int revision, String title, String intro, Map<Long, String> questions, Map<Long, String> options) {
        open(space, id, revision).correct(title, intro, questions, options, current.member(), clock.instant());
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }

    /** Takes a draft or a poll away for good, with all answers. */
    public void discard(String space, long id) {
        votes.lock(id);
        Poll poll = access.organise(space, id);
        poll.discard(clock.instant());
        polls.flush();
        polls.forgetAnswers(id);
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }

    private Poll open(String space, long id, int revision) {
        Poll poll = access.organise(space, id);
        if (poll.getVersion() != revision) {
            throw new ChangedMeanwhileException();
        }
        return poll;
    }
}
