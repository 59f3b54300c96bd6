package de.krisenaustausch.contribution;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.shared.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what was brought into a space, of all kinds together. */
@ApplicationScoped
public class ContributionRepository {

    /** The kinds that there are. */
    static final List<Branch> BRANCHES = List.of(Branch.DOCUMENT, Branch.QUESTION, Branch.LINK, Branch.POLL);

    @PersistenceContext
    private EntityManager em;

    /** Which contributions of a space a list wants; null means all. A type leaves documents only. */
    public record Filter(long spaceId, ContributionKind kind, String topicSlug, String typeSlug) {

        boolean takes(ContributionKind each) {
            return (kind == null || kind == each) && (typeSlug == null || each == ContributionKind.DOCUMENT);
        }
    }

    /**
     * @param after the last row of the page before; null for the first page
     * @param limit rows at most
     * @return the newest contributions first, none of those deleted, in one statement
     */
    public List<ContributionRow> newest(Filter filter, ListKey after, int limit) {
        List<Branch> branches = BRANCHES.stream().filter(branch -> filter.takes(branch.kind())).toList();
        if (branches.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery(sql(branches, filter, after != null, limit)).setParameter(1, filter.spaceId());
        if (filter.topicSlug() != null) {
            query.setParameter(2, filter.topicSlug());
        }
        if (filter.typeSlug() != null) {
            query.setParameter(3, filter.typeSlug());
        }
        if (after != null) {
            query.setParameter(4, Timestamp.from(after.at())).setParameter(5, after.id()).setParameter(6, limit);
        }
        return ((List<?>) query.getResultList()).stream().map(row -> row((Object[]) row)).toList();
    }

    /**
     * Each kind gives a page of its own by its index; the newest of these are the page, and only they are read whole. The page is cut
     * out inside, and the first one's length stands in the text: so PostgreSQL keeps one plan for all, or it would plan anew each time,
     * which costs more than the rows. A later page it may plan: what it would keep for any place in the list sorts.
     */
    private static String sql(List<Branch> branches, Filter filter, boolean continued, int limit) {
        String length = continued ? "?6" : String.valueOf(limit);
        String listed = branches.stream().map(branch -> branch.list(filter.topicSlug() != null, filter.typeSlug() != null, continued, length))
            .collect(Collectors.joining(" union all "));
        return "select x.kind, x.id, " + either(branches, branch -> branch.alias() + ".title") + ", " + either(branches, branch -> branch.shown().text()) + ", "
            + either(branches, branch -> branch.shown().typeName()) + ", " + either(branches, branch -> branch.shown().fileKind()) + ", "
            + either(branches, branch -> branch.shown().progress()) + ", m.name, m.state, m.population, x.at, " + either(branches, branch -> branch.shown().figure())
            + " from (" + listed + (branches.size() == 1 ? "" : " order by at desc, id desc limit " + length) + ") x"
            + branches.stream().map(Branch::join).collect(Collectors.joining())
            + " join municipality m on m.id = " + either(branches, branch -> branch.alias() + ".municipality_id") + " order by x.at desc, x.id desc";
    }

    /** An id is one contribution only: of the kinds that were joined one has it, and all others say null. */
    private static String either(List<Branch> branches, Function<Branch, String> column) {
        List<String> columns = branches.stream().map(column).filter(each -> !"null".equals(each)).toList();
        return columns.isEmpty() ? "null" : columns.size() == 1 ? columns.get(0) : "coalesce(" + String.join(", ", columns) + ")";
    }

    private static ContributionRow row(Object[] row) {
        return new ContributionRow(ContributionKind.valueOf((String) row[0]), ((Number) row[1]).longValue(), (String) row[2], (String) row[3], (String) row[4],
            (String) row[5], row[6] == null ? null : Progress.valueOf((String) row[6]), (String) row[7], FederalState.valueOf((String) row[8]),
            ((Number) row[9]).intValue(), ((Timestamp) row[10]).toInstant(), row[11] == null ? 0 : ((Number) row[11]).longValue());
    }

    /** How many contributions of each kind a space has, and how many of all are new; counting each stops at a limit. @param spared how many questions what is there has spared */
    public record Counts(Map<ContributionKind, Integer> present, int recent, int spared) {
    }

    /**
     * Counts in one statement, and no further than to the limits: a page must not cost more because a space is full.
     *
     * @param since what came after that moment is new
     * @param sparedSince the first day whose spared questions count
     * @param atMost where counting each kind stops: the figure then means "so many or more"
     * @param recentAtMost the same for new ones of each kind
     * @return figures without what is deleted
     */
    public Counts counts(long spaceId, Instant since, LocalDate sparedSince, int atMost, int recentAtMost) {
        String columns = BRANCHES.stream().map(Branch::count).collect(Collectors.joining(", "));
        String recent = BRANCHES.stream().map(Branch::countRecent).collect(Collectors.joining(" + "));
        Object[] row = (Object[]) em.createNativeQuery("select " + columns + ", " + recent + ", (select coalesce(sum(times), 0) from question_spared where space_id = ?1 and day >= ?5)")
            .setParameter(1, spaceId).setParameter(2, atMost)
            .setParameter(3, Timestamp.from(since)).setParameter(4, recentAtMost).setParameter(5, Date.valueOf(sparedSince)).getSingleResult();
        Map<ContributionKind, Integer> present = new EnumMap<>(ContributionKind.class);
        for (int i = 0; i < BRANCHES.size(); i++) {
            present.put(BRANCHES.get(i).kind(), ((Number) row[i]).intValue());
        }
        return new Counts(present, ((Number) row[BRANCHES.size()]).intValue(), ((Number) row[BRANCHES.size() + 1]).intValue());
    }
}
