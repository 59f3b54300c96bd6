package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final long DAY = 86_400;

    /** A hit by its place in the index. */
    record Found(int document, float score, long time) {
    }

    private final Question question;
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
    private final Best best;
    private final int capacity;
    private long total;

    private Columns columns;
    private int[][] words;
    private int base;
    private Scorable scorer;

    Tally(Question question, Dictionaries dictionaries) {
        this.question = question;
        this.dictionaries = dictionaries;
        for (Dimension dimension : DIMENSIONS) {
            Dictionary dictionary = dictionaries.of(dimension);
            counts[dimension.ordinal()] = new long[dimension == Dimension.TIME ? DAYS.length : dictionary.size()];
            Set<String> chosen = question.chosen().getOrDefault(dimension, Set.of());
            if (!chosen.isEmpty() && dimension != Dimension.TIME) {
                boolean[] only = new boolean[dictionary.size()];
                chosen.stream().mapToInt(dictionary::find).filter(number -> number >= 0 && number < only.length).forEach(number -> only[number] = true);
                wanted[dimension.ordinal()] = only;
            }
        }
        for (int i = 0; i < DAYS.length; i++) {
            since[i] = question.now().getEpochSecond() - DAYS[i] * DAY;
        }
        days = question.chosen().getOrDefault(Dimension.TIME, Set.of()).stream().mapToInt(Tally::days).max().orElse(NONE);
        onlyPlace = question.place() == null ? NONE : dictionaries.places().find(question.place().toString());
        Entry.Place home = question.home();
        homePlace = home == null ? NONE : dictionaries.places().find(Long.toString(home.id()));
        homeKind = home == null || home.kind() == null ? NONE : dictionaries.placeKinds().find(home.kind().name());
        homeState = home == null || home.state() == null ? NONE : dictionaries.of(Dimension.STATE).find(home.state().name());
        homeSize = home == null || home.size() == null ? NONE : dictionaries.of(Dimension.SIZE).find(home.size().name());
        capacity = question.from() + question.limit();
        best = new Best(Math.max(1, capacity), order(question.order()));
    }

    private static int days(String value) {
        for (int i = 0; i < DAYS.length; i++) {
            if (value.equals(Integer.toString(DAYS[i]))) {
                return i;
            }
        }
        return NONE;
    }

    private static Comparator<Found> order(Question.Order order) {
        Comparator<Found> newest = Comparator.comparingLong(Found::time);
        return switch (order) {
            case RELEVANCE -> Comparator.comparingDouble(Found::score).thenComparing(newest);
            case NEWEST -> newest;
            case OLDEST -> newest.reversed();
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return question.order() == Question.Order.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
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
        if (question.place() != null && columns.place(document) != onlyPlace) {
            return;
        }
        int failed = failed(document);
        if (failed == NONE) {
            for (int i = 0; i < DIMENSIONS.length; i++) {
                count(i, document);
            }
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

    private void count(int dimension, int document) {
        long[] of = counts[dimension];
        if (words[dimension] != null) {
            add(of, words[dimension][document]);
        } else if (dimension == Dimension.TIME.ordinal()) {
            for (int i = 0; i < since.length; i++) {
                of[i] += columns.time(document) >= since[i] ? 1 : 0;
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
        float score = question.order() == Question.Order.RELEVANCE ? scorer.score() * preference(document) : 0;
        if (capacity > 0) {
            best.offer(base + document, score, columns.time(document));
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
        return hits.size() <= question.from() ? List.of() : hits.subList(question.from(), hits.size());
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

    /** The worst of the kept is on top; an offer makes no object unless it is kept. */
    private static final class Best extends PriorityQueue<Found> {

        private final Comparator<Found> order;
        private final int most;

        Best(int most, Comparator<Found> order) {
            super(most);
            this.most = most;
            this.order = order;
        }

        void offer(int document, float score, long time) {
            if (size() == most && isHopeless(score, time)) {
                return;
            }
            insertWithOverflow(new Found(document, score, time));
        }

        private boolean isHopeless(float score, long time) {
            Found worst = top();
            return order.compare(new Found(0, score, time), worst) < 0;
        }

        @Override
        protected boolean lessThan(Found one, Found other) {
            int compared = order.compare(one, other);
            return compared == 0 ? one.document() > other.document() : compared < 0;
        }
    }
}
