package de.krisenaustausch.search.service.index;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.search.service.language.GermanWords;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Measures the index in its own process: {@code SearchBench folder [documents] [seconds] [threads] [kind]}. Builds the corpus
 * when the folder is empty. Beside each kind of question stands the same done by hand on bare Lucene (best ten hits,
 * four dimensions counted, ten passages highlighted).
 */
public final class SearchBench {

    private static final int SPACES = 50;
    private static final List<String> TYPES = List.of("satzung", "dienstanweisung", "checkliste", "formular", "schreiben", "merkblatt");
    private static final List<String> FILES = List.of("PDF", "Word", "Excel", "OpenDocument");
    private static final Instant NOW = Instant.parse("2020-06-01T00:00:00Z");
    private static final List<String> CRISIS = List.of("stundung", "gewerbesteuer", "homeoffice", "hochwasser", "krisenstab", "stromausfall",
        "maskenpflicht", "haushaltssperre", "allgemeinverfügung", "quarantäne", "kurzarbeit", "notbetreuung");

    private static final AtomicLong CPU = new AtomicLong();

    /** The only kind of question that is asked, or null. */
    private final String only;
    private final List<String> words;
    private final Random random = new Random(42);

    private SearchBench(String only) {
        this.only = only;
        words = new ArrayList<>(EmbeddedGermanDictionary.getWords());
        Collections.sort(words);
        Collections.shuffle(words, random);
        for (int i = 0; i < CRISIS.size(); i++) {
            words.add(20 * (i + 1), CRISIS.get(i));
        }
    }

    interface Ask {
        long once(Random random);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 8;
        new SearchBench(arguments.length > 4 ? arguments[4] : null).run(folder, documents, seconds, threads);
    }

    private void run(Path folder, int documents, int seconds, int threads) throws Exception {
        try (ContributionIndex index = ContributionIndex.open(folder)) {
            if (index.count() == 0) {
                fill(index, documents);
            }
            System.out.printf("%,d documents, %,d MB%n", index.count(), index.size() >> 20);
            index.verify();
            Set<Long> spaces = LongStream.rangeClosed(1, SPACES).boxed().collect(Collectors.toSet());
            measure("word of nearly all", seconds, threads, random -> index.ask(question(everywhere(random), spaces, Map.of())).total());
            measure("common word", seconds, threads, random -> index.ask(question(common(random), spaces, Map.of())).total());
            measure("common word and filter", seconds, threads, random -> index.ask(question(common(random), spaces,
                Map.of(Dimension.TYPE, Set.of("satzung"), Dimension.STATE, Set.of("BY", "BW")))).total());
            measure("rare word", seconds, threads, random -> index.ask(question(rare(random), spaces, Map.of())).total());
            measure("two words", seconds, threads, random -> index.ask(question(common(random) + " " + crisis(random), spaces, Map.of())).total());
            measure("phrase", seconds, threads, random -> index.ask(question('"' + common(random) + " " + common(random) + '"', spaces, Map.of())).total());
            measure("mistyped word", seconds, threads, random -> index.ask(question(mistyped(random), spaces, Map.of())).total());
            measure("mixed", seconds, threads, random -> index.ask(question(switch (random.nextInt(4)) {
                case 0 -> common(random);
                case 1 -> common(random) + " " + crisis(random);
                default -> rare(random);
            }, spaces, random.nextInt(3) > 0 ? Map.of() : Map.of(Dimension.TYPE, Set.of("satzung")))).total());
            measure("asking", seconds, threads, random -> index.help(new Plea(title(random), spaces, Entries.ULM, 1)).size());
            measure("suggestion", seconds, threads, random -> index.suggestTitles(spaces, crisis(random).substring(0, 4), 6).size());
            System.out.printf("heap after collection: %,d MB%n", heap());
        }
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.resolve("contributions")))) {
            System.out.println("bare Lucene, " + reader.leaves().size() + " segments");
            measure("common word", seconds, threads, random -> bare(reader, common(random)));
            measure("rare word", seconds, threads, random -> bare(reader, rare(random)));
            measure("two words", seconds, threads, random -> bare(reader, common(random), crisis(random)));
        }
    }

    private static Inquiry question(String text, Set<Long> spaces, Map<Dimension, Set<String>> chosen) {
        return new Inquiry(text, spaces, chosen, null, Entries.ULM, Inquiry.Order.RELEVANCE, 0, 10, NOW);
    }

    /** In nine of ten documents. */
    private String everywhere(Random random) {
        return words.get(5 + random.nextInt(60));
    }

    /** In every third to tenth document, as the most common words of real texts are, stop words apart. */
    private String common(Random random) {
        return words.get(250 + random.nextInt(400));
    }

    private String rare(Random random) {
        return words.get(4_000 + random.nextInt(20_000));
    }

    private static String crisis(Random random) {
        return CRISIS.get(random.nextInt(CRISIS.size()));
    }

    private static String mistyped(Random random) {
        String word = crisis(random);
        int at = 2 + random.nextInt(word.length() - 4);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private void fill(ContributionIndex index, int documents) {
        long start = System.nanoTime();
        List<Entry> batch = new ArrayList<>();
        for (int id = 1; id <= documents; id++) {
            batch.add(entry(id));
            if (batch.size() == 100 || id == documents) {
                index.write(batch, List.of());
                batch.clear();
            }
            if (id % 10_000 == 0) {
                System.out.printf("%,d written, %.0f/s%n", id, id / ((System.nanoTime() - start) / 1e9));
            }
        }
        index.commit();
        System.out.printf("written in %.0f s%n", (System.nanoTime() - start) / 1e9);
        index.merge();
        System.out.printf("merged after %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    /** As people ask, with the last word as far as it is typed. */
    private String title(Random random) {
        String rare = rare(random);
        return "Wie regeln Sie " + crisis(random) + " und " + common(random) + " bei " + rare.substring(0, Math.min(rare.length(), 2 + random.nextInt(8)));
    }

    /** Every twentieth is a question, every two hundredth a poll. */
    private Entry.Nature nature(long id) {
        if (id % 200 == 0) {
            return Entry.Nature.poll(id % 400 == 0 ? Progress.OPEN : Progress.CLOSED);
        }
        return id % 20 == 0 ? Entry.Nature.question(id % 80 == 0 ? Progress.OPEN : Progress.ANSWERED)
            : Entry.Nature.document(TYPES.get(random.nextInt(TYPES.size())), FILES.get(random.nextInt(FILES.size())));
    }

    private Entry entry(long id) {
        FederalState state = FederalState.values()[random.nextInt(16)];
        Entry.Place place = Entries.place(1 + random.nextInt(200), "Gemeinde " + random.nextInt(200), MunicipalityKind.values()[random.nextInt(5)],
            state, 1_000 + random.nextInt(200_000));
        Entry.Facts facts = new Entry.Facts(1 + random.nextInt(SPACES),
            nature(id),
            List.of("thema-" + random.nextInt(30), "thema-" + (30 + random.nextInt(30))),
            NOW.minusSeconds(random.nextInt(40_000_000)), place);
        List<Entry.Page> pages = new ArrayList<>();
        int left = 300 + random.nextInt(1_200);
        for (int page = 1; left > 0; page++, left -= 450) {
            pages.add(new Entry.Page(page, text(Math.min(left, 450))));
        }
        return new Entry(id, facts, new Entry.Text(text(5), text(20), List.of(facts.nature().kind().name(), place.name()), pages, true));
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // Zipf: the n-th word is n times as rare as the first
            int rank = (int) Math.exp(random.nextDouble() * Math.log(words.size())) - 1;
            String word = words.get(Math.min(Math.max(rank, 0), words.size() - 1));
            text.append(random.nextInt(12) == 0 ? word + words.get(random.nextInt(3_000)) : word).append(i % 14 == 13 ? ". " : " ");
        }
        return text.toString().strip();
    }

    private void measure(String name, int seconds, int threads, Ask ask) throws InterruptedException {
        if (only != null && !name.equals(only)) {
            return;
        }
        round(Math.max(1, seconds / 3), threads, ask);
        CPU.set(0);
        List<Long> took = round(seconds, threads, ask);
        System.out.printf("%-24s %6.0f/s   p50 %5.1f ms   p99 %5.1f ms   CPU %5.2f ms%n", name, took.size() / (double) seconds,
            took.get(took.size() / 2) / 1e6, took.get(took.size() * 99 / 100) / 1e6, CPU.get() / 1e6 / took.size());
    }

    static List<Long> round(int seconds, int threads, Ask ask) throws InterruptedException {
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        AtomicInteger seed = new AtomicInteger();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                Random random = new Random(seed.incrementAndGet());
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    ask.once(random);
                    took.add(System.nanoTime() - start);
                }
                CPU.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
            all.add(thread);
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        return took.stream().sorted().toList();
    }

    static long bare(DirectoryReader reader, String... words) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            Arrays.stream(words).forEach(word -> all.add(new TermQuery(new Term(Fields.TEXT, GermanWords.get().stem(word))), Occur.MUST));
            Query text = all.build();
            all.add(new TermInSetQuery(Fields.SPACE, LongStream.rangeClosed(1, SPACES).mapToObj(id -> new BytesRef(Long.toString(id))).toList()), Occur.FILTER);
            Map<String, long[]> counts = new HashMap<>();
            BareCounts bare = new BareCounts(counts);
            Object[] results = searcher.search(all.build(), new MultiCollectorManager(new TopScoreDocCollectorManager(10, Integer.MAX_VALUE), bare));
            ScoreDoc[] hits = ((org.apache.lucene.search.TopDocs) results[0]).scoreDocs;
            UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, new de.krisenaustausch.search.service.language.GermanAnalyzer()).build();
            highlighter.highlight(Fields.TEXT, text, new org.apache.lucene.search.TopDocs(new org.apache.lucene.search.TotalHits(hits.length,
                org.apache.lucene.search.TotalHits.Relation.EQUAL_TO), hits));
            return hits.length;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Counts four dimensions from doc values. */
    private record BareCounts(Map<String, long[]> counts) implements org.apache.lucene.search.CollectorManager<BareCounts.Counter, Integer> {

        private static final List<String> FIELDS = List.of(Fields.SPACE, Fields.TOPIC, Fields.TYPE, Fields.STATE);

        @Override
        public Counter newCollector() {
            return new Counter();
        }

        @Override
        public Integer reduce(java.util.Collection<Counter> collectors) {
            return collectors.size();
        }

        private static final class Counter extends org.apache.lucene.search.SimpleCollector {

            private final SortedSetDocValues[] values = new SortedSetDocValues[4];
            private final long[][] counts = new long[4][];

            @Override
            protected void doSetNextReader(LeafReaderContext part) throws IOException {
                for (int i = 0; i < 4; i++) {
                    values[i] = org.apache.lucene.index.DocValues.getSortedSet(part.reader(), FIELDS.get(i));
                    counts[i] = new long[(int) values[i].getValueCount()];
                }
            }

            @Override
            public void collect(int document) throws IOException {
                for (int i = 0; i < 4; i++) {
                    if (values[i].advanceExact(document)) {
                        for (int n = 0; n < values[i].docValueCount(); n++) {
                            counts[i][(int) values[i].nextOrd()]++;
                        }
                    }
                }
            }

            @Override
            public org.apache.lucene.search.ScoreMode scoreMode() {
                return org.apache.lucene.search.ScoreMode.COMPLETE_NO_SCORES;
            }
        }
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
