package de.krisenaustausch.contribution.service;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.SparedRepository;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts what spared a question: somebody was about to ask and took what was there already. */
@Stateless
@RolesAllowed({"member", "admin"})
public class SparingService {

    /** So many days back a space says how many questions were spared. */
    public static final int DAYS = 30;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    private SparedRepository spared;

    @Inject
    private SpaceAccess access;

    @Inject
    private SparedLately lately;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    /** What helped, as its address says it. */
    public record Helper(String space, ContributionKind kind, long id) {
    }

    /**
     * Counts that something helped instead of a question.
     *
     * @param space slug of the space in which it would have been asked
     * @return what helped
     * @throws NotFoundException when the reader may not see one of both, or it is not there any more
     */
    public Helper helped(String space, long target) {
        Instant now = clock.instant();
        long spaceId = access.read(space).space().getId();
        SparedRepository.Place place = spared.find(target).filter(found -> access.readableIds().contains(found.spaceId())).orElseThrow(NotFoundException::new);
        spared.count(spaceId, day(now), place.kind(), target);
        lately.note(current.get().memberId(), new SparedLately.Hit(spaceId, day(now), target), now);
        return new Helper(place.space(), place.kind(), target);
    }

    /** @return how many questions that contribution has spared */
    public int of(long target) {
        return spared.of(target);
    }

    /** @return the first of the {@value #DAYS} days that a space counts */
    static LocalDate firstDay(Instant now) {
        return day(now).minusDays(DAYS - 1L);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, BERLIN);
    }
}
