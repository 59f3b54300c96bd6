package de.krisenaustausch.contribution.service;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.ContributionRepository;
import de.krisenaustausch.contribution.ContributionRow;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.TypeView;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Looking through what was brought into a space. */
@Stateless
@RolesAllowed({"member", "admin"})
public class StreamService {

    /** Rows on one page of the stream. */
    public static final int PAGE = 20;
    /** Where counting a kind stops: a page costs the same however full a space is. */
    public static final int COUNT_LIMIT = 1000;
    /** The same for what is new. */
    public static final int NEW_LIMIT = 100;

    @Inject
    private ContributionRepository contributions;

    @Inject
    private DocumentService documents;

    @Inject
    private SpaceAccess access;

    @Inject
    private Clock clock;

    /**
     * One page of the stream.
     *
     * @param next where the next page begins; null on the last
     * @param counts how many there are of each kind; more than {@link #COUNT_LIMIT} means that there are more than that
     * @param recent how many came since the reader was last here; more than {@link #NEW_LIMIT} means the like
     * @param spared how many questions were not asked within the last {@link SparingService#DAYS} days since the answer was there
     * @param types the types of documents
     */
    public record Stream(List<ContributionRow> rows, ListKey next, Map<ContributionKind, Integer> counts, int recent, int spared, List<TypeView> types) {
    }

    /**
     * @param kind the only one wanted, or null for all
     * @param topic a slug, or null for all; unknown ones give an empty list
     * @param type the same of documents
     * @param after the last row of the page before, or null
     * @param since when the reader was last here
     * @return a page of the stream, the figures and the types, in four statements
     * @throws NotFoundException when the reader may not see into the space
     */
    public Stream look(String space, ContributionKind kind, String topic, String type, ListKey after, Instant since) {
        long spaceId = access.look(space).space().getId();
        ContributionRepository.Counts counts = contributions.counts(spaceId, since, SparingService.firstDay(clock.instant()), COUNT_LIMIT + 1, NEW_LIMIT + 1);
        List<ContributionRow> rows = contributions.newest(new ContributionRepository.Filter(spaceId, kind, topic, type), after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<ContributionRow> page = more ? List.copyOf(rows.subList(0, PAGE)) : rows;
        ListKey next = more ? new ListKey(page.get(PAGE - 1).at(), page.get(PAGE - 1).id()) : null;
        return new Stream(page, next, counts.present(), counts.recent(), counts.spared(), documents.types());
    }
}
