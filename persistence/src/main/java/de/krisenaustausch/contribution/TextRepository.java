package de.krisenaustausch.contribution;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.shared.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads links, questions and polls for those who search them, many in three statements. */
@ApplicationScoped
public class TextRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return ids of those of the kind that are listed behind that one, in order: to walk over all */
    public List<Long> idsAfter(ContributionKind kind, long id, int limit) {
        Branch branch = Branch.of(kind);
        List<?> rows = em.createNativeQuery("select k.id from " + branch.table() + " k where k.id > ?1 and " + branch.present() + " order by k.id")
            .setParameter(1, id).setMaxResults(limit).getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /** @return how many of the kind are listed */
    public long count(ContributionKind kind) {
        Branch branch = Branch.of(kind);
        return ((Number) em.createNativeQuery("select count(*) from " + branch.table() + " k where " + branch.present()).getSingleResult()).longValue();
    }

    /** Waits until changes to these that are being committed can be seen: until then their rows are locked. */
    public void await(ContributionKind kind, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery("select id from " + Branch.of(kind).table() + " where id in (" + list(ids) + ") order by id for share").getResultList();
        }
    }

    /** @return those of the ids that are of that kind and are listed */
    public List<ContributionText> read(ContributionKind kind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Branch branch = Branch.of(kind);
        String some = list(ids);
        List<?> rows = em.createNativeQuery("select k.id, k.space_id, k.title, " + branch.found().description() + ", " + branch.found().address() + ", "
            + branch.found().progress() + ", k." + branch.time() + ", m.id mid, m.name, m.kind, m.state, m.size_class, m.population from " + branch.table()
            + " k join municipality m on m.id = k.municipality_id where k.id in (" + some + ") and " + branch.present()).getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ContributionText.TopicName>> topics = topics(branch, some);
        Map<Long, List<Object[]>> texts = texts(branch, some);
        return rows.stream().map(row -> (Object[]) row).map(row -> {
            long id = number(row[0]);
            List<Object[]> parts = texts.getOrDefault(id, List.of());
            ContributionText.Home home = new ContributionText.Home(number(row[7]), (String) row[8], MunicipalityKind.valueOf((String) row[9]),
                FederalState.valueOf((String) row[10]), SizeClass.valueOf((String) row[11]), (int) number(row[12]));
            return new ContributionText(id, number(row[1]), (String) row[2], (String) row[3], (String) row[4],
                row[5] == null ? null : Progress.valueOf((String) row[5]), ((Timestamp) row[6]).toInstant(), home, topics.getOrDefault(id, List.of()),
                parts.stream().map(part -> PlainText.of((String) part[1])).toList(),
                parts.stream().filter(part -> number(part[2]) == 0).map(part -> PlainText.of((String) part[1])).findFirst().orElse(null));
        }).toList();
    }

    private Map<Long, List<ContributionText.TopicName>> topics(Branch branch, String some) {
        Map<Long, List<ContributionText.TopicName>> topics = new HashMap<>();
        List<?> rows = em.createNativeQuery("select x." + branch.table() + "_id, t.slug, t.name from " + branch.table() + "_topic x join topic t on t.id = x.topic_id where x."
            + branch.table() + "_id in (" + some + ") order by t.name").getResultList();
        rows.stream().map(row -> (Object[]) row).forEach(row -> topics.computeIfAbsent(number(row[0]), first -> new ArrayList<>())
            .add(new ContributionText.TopicName((String) row[1], (String) row[2])));
        return topics;
    }

    /** @return rows of id, text and place; what has place 0 counts more */
    private Map<Long, List<Object[]>> texts(Branch branch, String some) {
        if (branch.found().texts() == null) {
            return Map.of();
        }
        List<?> rows = em.createNativeQuery(branch.found().texts().formatted(some)).getResultList();
        return rows.stream().map(row -> (Object[]) row).collect(Collectors.groupingBy(row -> number(row[0])));
    }

    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
