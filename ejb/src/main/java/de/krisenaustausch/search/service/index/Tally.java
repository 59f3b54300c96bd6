package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.PriorityQueue;

/**
 * Goes once over all that matches: keeps the best, counts every dimension. A document that fails what is chosen in one
 * dimension alone still counts there, since choosing another value would bring it back.
 */
final class Tally extends SimpleCollector {

    private static final int NONE = -1;
    private static final Dimension[] DIMENSIONS = Dimension.values();
    /** Kept small, so that it only decides among equals. */
    private static final float BONUS_SIZE = 0.05f;
    private static final float BONUS_STATE = 0.05f;
    private static final float BONUS_KIND = 0.03f;
    private static final int[] DAYS = {7, 30, 365};
    /** Dimensions of which a contribution has one value, or none. */
    private static final int[] SINGLE = Stream.of(Dimension.SPACE, Dimension.KIND, Dimension.TYPE, Dimension.PROGRESS, Dimension.STATE,
        Dimension.SIZE, Dimension.FILE).mapToInt(Enum::ordinal).toArray();
    private static final long DAY = 86_400;

    /** A hit by its place in the index; the highest rank is shown first. */
    record Found(int document, double rank, long time) {
    }

    private final Inquiry inquiry;
    private final Dictionaries dictionaries;
    private final long[][] counts = new long[DIMENSIONS.length][];
    private final boolean[][] wanted = new boolean[DIMENSIONS.length][];
    private final int onlyPlace;
    private final int homePlace;
    private final int homeKind;
    private final int homeState;
    private final int homeSize;
    private final long[] since = new long[DAYS.length];
    private final int days;
    private final boolean unrestricted;
    private final Best best;
    private final int capacity;
    private long total;

    private Columns columns;
    private int[][] words;
    private int base;
    private Scorable scorer;

    Tally(Inquiry inquiry, Dictionaries dictionaries) {
        this.inquiry = inquiry;
        this.dictionaries = dictionaries;
        for (Dimension dimension : DIMENSIONS) {
            Dictionary dictionary = dictionaries.of(dimension);
            counts[dimension.ordinal()] = new long[dimension == Dimension.TIME ? DAYS.length : dictionary.size()];
            Set<String> chosen = inquiry.chosen().getOrDefault(dimension, Set.of());
            if (!chosen.isEmpty() && dimension != Dimension.TIME) {
                boolean[] only = new boolean[dictionary.size()];
                chosen.stream().mapToInt(dictionary::find).filter(number -> number >= 0 && number < only.length).forEach(number -> only[number] = true);
                wanted[dimension.ordinal()] = only;
            }
        }
        for (int i = 0; i < DAYS.length; i++) {
            since[i] = inquiry.now().getEpochSecond() - DAYS[i] * DAY;
        }
        days = inquiry.chosen().getOrDefault(Dimension.TIME, Set.of()).stream().mapToInt(Tally::days).max().orElse(NONE);
        onlyPlace = inquiry.place() == null ? NONE : dictionaries.places().find(inquiry.place().toString());
        Entry.Place home = inquiry.home();
        homePlace = home == null ? NONE : dictionaries.places().find(Long.toString(home.id()));
        homeKind = home == null || home.kind() == null ? NONE : dictionaries.placeKinds().find(home.kind().name());
        homeState = home == null || home.state() == null ? NONE : dictionaries.of(Dimension.STATE).find(home.state().name());
        homeSize = home == null || home.size() == null ? NONE : dictionaries.of(Dimension.SIZE).find(home.size().name());
        unrestricted = inquiry.chosen().values().stream().allMatch(Set::isEmpty);
        capacity = inquiry.from() + inquiry.limit();
        best = new Best(Math.max(1, capacity));
    }

    private static int days(String value) {
        for (int i = 0; i < DAYS.length; i++) {
            if (value.equals(Integer.toString(DAYS[i]))) {
                return i;
            }
        }
        return NONE;
    }

    @Override
    public ScoreMode scoreMode() {
        return inquiry.order() == Inquiry.Order.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext part) {
        columns = dictionaries.columns(part.reader());
        base = part.docBase;
        words = new int[DIMENSIONS.length][];
        for (Dimension dimension : DIMENSIONS) {
            words[dimension.ordinal()] = columns.word(dimension);
        }
    }

    @Override
    public void setScorer(Scorable newScorer) {
        scorer = newScorer;
    }

    @Override
    public void collect(int document) throws IOException {
        if (inquiry.place() != null && columns.place(document) != onlyPlace) {
            return;
        }
        int failed = unrestricted ? NONE : failed(document);
        if (failed == NONE) {
            countAll(document);
            keep(document);
        } else if (failed < DIMENSIONS.length) {
            count(failed, document);
        }
    }

    /** @return NONE when the document has all that is chosen, the one dimension that it fails, or more than any */
    private int failed(int document) {
        int failed = NONE;
        for (int i = 0; i < DIMENSIONS.length; i++) {
            if (!has(i, document)) {
                if (failed != NONE) {
                    return DIMENSIONS.length;
                }
                failed = i;
            }
        }
        return failed;
    }

    private boolean has(int dimension, int document) {
        if (dimension == Dimension.TIME.ordinal()) {
            return days == NONE || columns.time(document) >= since[days];
        }
        boolean[] only = wanted[dimension];
        if (only == null) {
            return true;
        }
        if (words[dimension] != null) {
            return in(only, words[dimension][document]);
        }
        for (int i = columns.topicStart(document); i < columns.topicEnd(document); i++) {
            if (in(only, columns.topic(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(boolean[] only, int number) {
        return number >= 0 && number < only.length && only[number];
    }

    private void countAll(int document) {
        for (int i = 0; i < SINGLE.length; i++) {
            add(counts[SINGLE[i]], words[SINGLE[i]][document]);
        }
        count(Dimension.TOPIC.ordinal(), document);
        count(Dimension.TIME.ordinal(), document);
    }

    private void count(int dimension, int document) {
        long[] of = counts[dimension];
        if (words[dimension] != null) {
            add(of, words[dimension][document]);
        } else if (dimension == Dimension.TIME.ordinal()) {
            long time = columns.time(document);
            for (int i = since.length - 1; i >= 0 && time >= since[i]; i--) {
                of[i]++;
            }
        } else {
            for (int i = columns.topicStart(document); i < columns.topicEnd(document); i++) {
                add(of, columns.topic(i));
            }
        }
    }

    private static void add(long[] of, int number) {
        // a value that another thread's newer part brought is none of this reader's
        if (number >= 0 && number < of.length) {
            of[number]++;
        }
    }

    private void keep(int document) throws IOException {
        total++;
        if (capacity > 0) {
            long time = columns.time(document);
            best.offer(base + document, switch (inquiry.order()) {
                case RELEVANCE -> scorer.score() * preference(document);
                case NEWEST -> time;
                case OLDEST -> -time;
            }, time);
        }
    }

    private float preference(int document) {
        if (columns.place(document) == homePlace) {
            return 1;
        }
        float factor = 1;
        factor += homeSize != NONE && words[Dimension.SIZE.ordinal()][document] == homeSize ? BONUS_SIZE : 0;
        factor += homeState != NONE && words[Dimension.STATE.ordinal()][document] == homeState ? BONUS_STATE : 0;
        factor += homeKind != NONE && columns.placeKind(document) == homeKind ? BONUS_KIND : 0;
        return factor;
    }

    long total() {
        return total;
    }

    /** @return the hits of the wanted page, the best first */
    List<Found> hits() {
        List<Found> hits = new ArrayList<>();
        while (best.size() > 0) {
            hits.add(best.pop());
        }
        java.util.Collections.reverse(hits);
        return hits.size() <= inquiry.from() ? List.of() : hits.subList(inquiry.from(), hits.size());
    }

    Map<Dimension, List<Answer.Count>> counts() {
        Map<Dimension, List<Answer.Count>> all = new EnumMap<>(Dimension.class);
        for (Dimension dimension : EnumSet.allOf(Dimension.class)) {
            all.put(dimension, counts(dimension));
        }
        return all;
    }

    private List<Answer.Count> counts(Dimension dimension) {
        long[] of = counts[dimension.ordinal()];
        List<Answer.Count> values = new ArrayList<>();
        for (int i = 0; i < of.length; i++) {
            if (of[i] > 0) {
                values.add(new Answer.Count(dimension == Dimension.TIME ? Integer.toString(DAYS[i]) : dictionaries.of(dimension).value(i), of[i]));
            }
        }
        if (dimension != Dimension.TIME) {
            values.sort(Comparator.comparingLong(Answer.Count::documents).reversed().thenComparing(Answer.Count::value));
        }
        return values;
    }

    /** The worst of the kept is on top. Almost every offer is worse than that, and then costs one comparison. */
    private static final class Best extends PriorityQueue<Found> {

        private final int most;
        private double worst = Double.NEGATIVE_INFINITY;

        Best(int most) {
            super(most);
            this.most = most;
        }

        void offer(int document, double rank, long time) {
            if (rank >= worst) {
                insertWithOverflow(new Found(document, rank, time));
                worst = size() == most ? top().rank() : worst;
            }
        }

        @Override
        protected boolean lessThan(Found one, Found other) {
            if (one.rank() != other.rank()) {
                return one.rank() < other.rank();
            }
            return one.time() == other.time() ? one.document() > other.document() : one.time() < other.time();
        }
    }
}
