package de.krisenaustausch.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums up what was answered, in the database; a page of results needs a fixed number of statements. */
@ApplicationScoped
public class ResultRepository {

    @PersistenceContext
    private EntityManager em;

    /** Part of the ballots, each null for all. The names are those of the enums. */
    public record Part(String state, String size, String kind) {

        public static final Part ALL = new Part(null, null, null);

        public boolean whole() {
            return state == null && size == null && kind == null;
        }

        String value(Breakdown breakdown) {
            return switch (breakdown) {
                case STATE -> state;
                case SIZE -> size;
                case KIND -> kind;
            };
        }
    }

    /** How often an option was chosen at that place; of a single choice the place is 1. */
    public record Chosen(long questionId, long optionId, int place, int count) {
    }

    /** What the numbers given to a question have in common. */
    public record Spread(long questionId, int count, double least, double lower, double median, double upper, double greatest, double mean) {
    }

    /** So many numbers lie in the bin-th part of equal width. */
    public record Bin(long questionId, int bin, int count) {
    }

    /** How the numbers of a question are parted: the first bin begins at {@code from}. */
    public record Bins(double from, double width) {
    }

    /**
     * An answer in words.
     *
     * @param municipality who gave it; null of an anonymous poll
     * @param of how many there are to that question
     */
    public record Words(long questionId, String text, String municipality, int of) {
    }

    /** @return ballots by breakdown and value, in one statement; an anonymous poll has values of its own breakdown only */
    public Map<Breakdown, Map<String, Integer>> cells(long pollId) {
        Map<Breakdown, Map<String, Integer>> cells = new EnumMap<>(Breakdown.class);
        for (Breakdown breakdown : Breakdown.values()) {
            cells.put(breakdown, new LinkedHashMap<>());
        }
        List<?> rows = em.createNativeQuery("""
                select grouping(state), grouping(size_class), coalesce(state, size_class, kind), count(*) from poll_ballot where poll_id = ?1
                group by grouping sets ((state), (size_class), (kind)) order by 1, 2, 3""").setParameter(1, pollId).getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            if (row[2] != null) {
                Breakdown breakdown = ((Number) row[0]).intValue() == 0 ? Breakdown.STATE : ((Number) row[1]).intValue() == 0 ? Breakdown.SIZE : Breakdown.KIND;
                cells.get(breakdown).put((String) row[2], ((Number) row[3]).intValue());
            }
        }
        return cells;
    }

    /** @return how many ballots are in that part */
    public int ballots(long pollId, Part part) {
        Query query = em.createNativeQuery("select count(*) from poll_ballot b where b.poll_id = ?1" + condition(part)).setParameter(1, pollId);
        return ((Number) fill(query, part).getSingleResult()).intValue();
    }

    /** @return how often which option of these questions was chosen */
    public List<Chosen> chosen(Collection<Long> questions, Part part) {
        return rows("select a.question_id, a.option_id, a.place, count(*) from poll_answer a", " and a.option_id is not null" , "group by 1, 2, 3", questions, part).stream()
            .map(row -> new Chosen(number(row[0]), number(row[1]), (int) number(row[2]), (int) number(row[3]))).toList();
    }

    /** @param perThousand whether numbers are divided by each thousand inhabitants of the municipality that gave them, of a named poll */
    public List<Spread> spreads(Collection<Long> questions, Part part, boolean perThousand) {
        String value = value(perThousand);
        return rows("select a.question_id, count(*), min(" + value + "), percentile_cont(0.25) within group (order by " + value + "), percentile_cont(0.5) within group (order by "
                + value + "), percentile_cont(0.75) within group (order by " + value + "), max(" + value + "), avg(" + value + ") from poll_answer a" + inhabitants(perThousand),
            " and a.number is not null", "group by 1", questions, part).stream()
            .map(row -> new Spread(number(row[0]), (int) number(row[1]), real(row[2]), real(row[3]), real(row[4]), real(row[5]), real(row[6]), real(row[7]))).toList();
    }

    /** @param bins by question; how many numbers lie in each, empty ones are left out */
    public List<Bin> distribution(Map<Long, Bins> bins, Part part, boolean perThousand) {
        if (bins.isEmpty()) {
            return List.of();
        }
        String edges = bins.entrySet().stream().map(each -> "(" + each.getKey() + ", " + exact(each.getValue().from()) + ", " + exact(each.getValue().width()) + ")").collect(Collectors.joining(", "));
        return rows("select a.question_id, floor((" + number(perThousand) + " - e.start) / e.width), count(*) from poll_answer a" + inhabitants(perThousand)
                + " join (values " + edges + ") as e (question_id, start, width) on e.question_id = a.question_id", " and a.number is not null", "group by 1, 2 order by 1, 2", bins.keySet(), part).stream()
            .map(row -> new Bin(number(row[0]), (int) number(row[1]), (int) number(row[2]))).toList();
    }

    /** @return what was written, by question, so many of each at most, of a named poll the last first; of an anonymous poll in random order */
    public List<Words> words(Collection<Long> questions, Part part, boolean named, int limit) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery("select x.question_id, x.text, x.name, x.total from (select a.question_id, a.text, count(*) over (partition by a.question_id) as total, " + (named ? "m.name" : "cast(null as varchar) as name")
            + ", row_number() over (partition by a.question_id order by " + (named ? "r.answered_at desc, a.ballot_id" : "a.ballot_id") + ") as n from poll_answer a"
            + (named ? " join poll_response r on r.ballot_id = a.ballot_id join municipality m on m.id = r.municipality_id" : "")
            + (part.whole() ? "" : " join poll_ballot b on b.id = a.ballot_id") + " where a.question_id in (" + list(questions) + ") and a.text is not null" + condition(part)
            + ") x where x.n <= " + limit + " order by x.question_id, x.n");
        return ((List<?>) fill(query, part).getResultList()).stream().map(Object[].class::cast).map(row -> new Words(number(row[0]), (String) row[1], (String) row[2], (int) number(row[3]))).toList();
    }

    private static String value(boolean perThousand) {
        return "cast(" + number(perThousand) + " as float8)";
    }

    private static String number(boolean perThousand) {
        return perThousand ? "a.number * 1000 / nullif(m.population, 0)" : "a.number";
    }

    /** Edges are decimals, and so are numbers: with binary fractions 0.3 would lie below 0.3. */
    private static String exact(double edge) {
        return "cast(" + BigDecimal.valueOf(edge).toPlainString() + " as numeric)";
    }

    private static String inhabitants(boolean perThousand) {
        return perThousand ? " join poll_response r on r.ballot_id = a.ballot_id join municipality m on m.id = r.municipality_id and m.population > 0" : "";
    }

    private List<Object[]> rows(String select, String condition, String end, Collection<Long> questions, Part part) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery(select + (part.whole() ? "" : " join poll_ballot b on b.id = a.ballot_id") + " where a.question_id in (" + list(questions) + ")"
            + condition + condition(part) + " " + end);
        List<Object[]> rows = new ArrayList<>();
        fill(query, part).getResultList().forEach(row -> rows.add((Object[]) row));
        return rows;
    }

    private static String condition(Part part) {
        StringBuilder condition = new StringBuilder();
        for (Breakdown breakdown : Breakdown.values()) {
            if (part.value(breakdown) != null) {
                condition.append(" and b.").append(breakdown.column()).append(" = ?").append(breakdown.ordinal() + 2);
            }
        }
        return condition.toString();
    }

    private static Query fill(Query query, Part part) {
        for (Breakdown breakdown : Breakdown.values()) {
            if (part.value(breakdown) != null) {
                query.setParameter(breakdown.ordinal() + 2, part.value(breakdown));
            }
        }
        return query;
    }

    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static double real(Object value) {
        return value == null ? 0 : ((Number) value).doubleValue();
    }
}
