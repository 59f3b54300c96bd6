package de.krisenaustausch.poll.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollRepository;
import de.krisenaustausch.poll.PollRow;
import de.krisenaustausch.poll.VoteRepository;
import de.krisenaustausch.poll.VoteRepository.Response;
import de.krisenaustausch.poll.VoteRepository.Voter;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Looking at polls and answering them. */
@Stateless
@RolesAllowed({"member", "admin"})
public class PollService {

    /** Rows on one page of a list. */
    public static final int PAGE = 20;

    @Inject
    private PollRepository polls;

    @Inject
    private VoteRepository votes;

    @Inject
    private PollAccess access;

    @Inject
    private SpaceAccess spaces;

    @Inject
    private CurrentReader current;

    /** One page of a list; {@code next} is null on the last. */
    public record PollPage(List<PollRow> rows, ListKey next) {
    }

    /**
     * @param topic a slug, or null for all; unknown ones give an empty list
     * @param after the last row of the page before, or null
     * @throws NotFoundException when the reader may not see into the space
     */
    public PollPage list(String space, PollRepository.Which which, String topic, ListKey after, int limit) {
        PollRepository.Filter filter = new PollRepository.Filter(spaces.look(space).space().getId(), which, topic, current.get().memberId(), current.get().municipalityId());
        List<PollRow> rows = polls.newest(filter, access.now(), after, limit + 1);
        return rows.size() <= limit ? new PollPage(rows, null) : new PollPage(List.copyOf(rows.subList(0, limit)), rows.get(limit - 1).key());
    }

    /** @throws NotFoundException when it does not exist in this space, or is not there for the reader */
    public PollView view(String space, long id) {
        PollAccess.Entry entry = access.read(space, id);
        Poll poll = entry.poll();
        Member reader = access.reader();
        boolean known = reader.isComplete() && poll.getPublishedAt() != null;
        boolean taken = known && votes.hasTakenPart(id, Voter.of(poll, reader));
        Response response = taken && !poll.isAnonymous() ? votes.response(poll, Voter.of(poll, reader)).orElse(null) : null;
        List<Answer> answers = response == null ? List.of() : votes.answers(List.of(response.ballot())).get(response.ballot());
        return PollView.of(poll, poll.stateAt(access.now()),
            new PollView.Standing(entry.organiser(), votes.participants(id), taken, access.seesResults(entry, taken, access.now())), response, answers);
    }

    /**
     * Answers a poll, or changes what was answered to a named one. Whether there is still time is asked when nobody can end the poll any
     * more before this answer is stored: what is acknowledged counts.
     *
     * @param revision of the answer that is changed; 0 for a first one
     * @throws ChangedMeanwhileException when somebody answered for the same voter since the form was opened
     * @throws BusinessException when the poll does not run, it is answered for good, or an answer does not fit
     */
    public void answer(String space, long id, int revision, List<Answer> given) {
        spaces.look(space);
        votes.hold(id);
        Poll poll = access.readToAnswer(space, id).poll();
        Member reader = access.reader();
        if (!reader.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        if (poll.stateAt(access.now()) != Poll.State.OPEN) {
            throw new BusinessException(poll.getPublishedAt() == null ? "poll.draft" : "poll.over");
        }
        List<Answer> answers = poll.check(given);
        boolean first = poll.isAnonymous() ? votes.castAnonymously(poll, reader, answers) : votes.cast(poll, reader, answers, access.now());
        if (first) {
            return;
        }
        if (poll.isAnonymous()) {
            throw new BusinessException("poll.answeredForGood");
        }
        Response response = votes.response(poll, Voter.of(poll, reader)).orElseThrow(ChangedMeanwhileException::new);
        votes.amend(poll, response, revision, reader, answers, access.now());
    }
}
