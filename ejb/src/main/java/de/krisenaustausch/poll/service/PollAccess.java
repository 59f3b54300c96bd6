package de.krisenaustausch.poll.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollRepository;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides who sees a poll, who holds it, and who sees its result. Drafts are there for the municipality that writes them and the
 * space's moderators; what is discarded is there for nobody.
 */
@Dependent
class PollAccess {

    @Inject
    private PollRepository polls;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    /** A poll with what the reader is to it. */
    record Entry(Poll poll, boolean organiser) {
    }

    /** @throws NotFoundException when it is not there for the reader */
    Entry read(String space, long id) {
        return entry(access.read(space), polls.findWhole(id));
    }

    /** The same without what was changed in it. */
    Entry readToAnswer(String space, long id) {
        return entry(access.look(space), polls.findAsked(id));
    }

    private Entry entry(SpaceAccess.Entry entry, Optional<Poll> asked) {
        Poll poll = asked.filter(found -> !found.isDeleted() && found.getSpace().equals(entry.space())).orElseThrow(NotFoundException::new);
        boolean organiser = entry.moderator() || poll.isOrganisedBy(current.member());
        if (poll.getPublishedAt() == null && !organiser) {
            throw new NotFoundException();
        }
        return new Entry(poll, organiser);
    }

    /** @throws NotAllowedException when the reader sees it but does not hold it */
    Poll organise(String space, long id) {
        Entry entry = read(space, id);
        if (!entry.organiser()) {
            throw new NotAllowedException();
        }
        return entry.poll();
    }

    Member reader() {
        return current.member();
    }

    /** @return whether the reader may see the result now; of an anonymous poll nobody does before all answers are counted */
    boolean seesResults(Entry entry, boolean taken, Instant now) {
        Poll poll = entry.poll();
        if (poll.getPublishedAt() == null || poll.isAnonymous() && poll.getEndedAt() == null) {
            return false;
        }
        boolean over = poll.stateAt(now) == Poll.State.CLOSED;
        return entry.organiser() || poll.getResultsFor() == ResultsFor.LIVE
            || poll.getResultsFor() == ResultsFor.AFTER_ANSWERING && (taken || over)
            || poll.getResultsFor() == ResultsFor.AFTER_DEADLINE && over;
    }

    Instant now() {
        return clock.instant();
    }
}
