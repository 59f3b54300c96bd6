package de.krisenaustausch.search.service.index;

import de.krisenaustausch.search.service.language.GermanWords;
import de.krisenaustausch.search.service.language.SearchText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TotalHitCountCollector;

/** Answers one question from one state of the index. */
final class Asking {

    /** With fewer hits than this, the lower tier is asked too. */
    private static final int FEW = 3;
    private static final int SIMILAR = 5;

    private final IndexSearcher searcher;
    private final Dictionaries dictionaries;
    private final HitReader reading;
    private final Inquiry inquiry;
    private final SearchText text;
    private final Queries queries;

    Asking(IndexReader reader, Dictionaries dictionaries, Inquiry inquiry) throws IOException {
        this.dictionaries = dictionaries;
        this.inquiry = inquiry;
        searcher = new IndexSearcher(reader);
        // hits are counted and filtered in memory; what this cache could hold is never asked twice
        searcher.setQueryCache(null);
        reading = new HitReader(reader, dictionaries, inquiry.home());
        text = SearchText.of(inquiry.text());
        queries = new Queries(text, reader);
        reader.leaves().forEach(part -> dictionaries.columns(part.reader()));
    }

    Answer answer() throws IOException {
        // what was typed holds no word that could be found: then nothing is, and not everything
        Query exact = text.isEmpty() && !inquiry.text().isBlank() ? new MatchNoDocsQuery() : queries.exact();
        Tally tally = new Tally(inquiry, dictionaries);
        searcher.search(visible(exact), tally);
        List<Answer.Hit> hits = hits(tally.hits(), new Quoter(queries.terms(exact)));
        if (tally.total() >= FEW || text.isEmpty() || inquiry.from() > 0) {
            return new Answer(tally.total(), hits, tally.counts(), List.of(), null);
        }
        Query similar = queries.similar(searcher);
        BooleanQuery only = new BooleanQuery.Builder().add(similar, Occur.MUST).add(exact, Occur.MUST_NOT).build();
        Tally similarTally = new Tally(forSimilar(), dictionaries);
        searcher.search(visible(only), similarTally);
        Quoter quoter = new Quoter(queries.terms(similar));
        List<Tally.Found> found = similarTally.hits();
        return new Answer(tally.total(), hits, tally.counts(), hits(found, quoter), tally.total() == 0 ? meant(found) : null);
    }

    private Inquiry forSimilar() {
        return new Inquiry(inquiry.text(), inquiry.readable(), inquiry.chosen(), inquiry.place(), inquiry.home(),
            Inquiry.Order.RELEVANCE, 0, SIMILAR, inquiry.now());
    }

    private Query visible(Query query) {
        VisibleQuery visible = new VisibleQuery(inquiry.readable(), dictionaries);
        return visible.holdsAll() ? query : new BooleanQuery.Builder().add(query, Occur.MUST).add(visible, Occur.FILTER).build();
    }

    /**
     * Replaces words that nothing has by words that documents have, taken only from what the reader may see.
     *
     * @return the text as it was probably meant, or null
     */
    private String meant(List<Tally.Found> similar) throws IOException {
        String meant = inquiry.text();
        for (SearchText.Expression expression : text.wanted()) {
            if (expression.phrase() || expression.words().size() > 1 || isFound(queries.exact(expression))) {
                continue;
            }
            SearchText.Word word = expression.words().get(0);
            String better = better(expression, similar);
            if (better == null) {
                return null;
            }
            meant = meant.replaceFirst("(?i)" + Pattern.quote(word.typed()), java.util.regex.Matcher.quoteReplacement(better));
        }
        return meant.equals(inquiry.text()) ? null : meant;
    }

    /** @return the word, as most of these documents write it, whose stem is nearly that of what was typed; or null */
    private String better(SearchText.Expression expression, List<Tally.Found> similar) throws IOException {
        Map<String, Integer> votes = new HashMap<>();
        Map<String, Float> alike = queries.terms(queries.alike(expression.words().get(0), searcher));
        Quoter quoter = new Quoter(alike);
        for (Tally.Found found : similar) {
            LeafReaderContext part = reading.part(found.document());
            Body body = reading.body(found.document());
            // a longer word of which only a part is alike is not what was meant
            Quoter.surfaces(body, quoter.places(part.reader(), found.document() - part.docBase)).stream()
                .filter(surface -> alike.containsKey(GermanWords.get().stem(surface))).forEach(surface -> votes.merge(surface, 1, Integer::sum));
        }
        return votes.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey).orElse(null);
    }

    private boolean isFound(Query query) throws IOException {
        TotalHitCountCollector count = new TotalHitCountCollector();
        searcher.search(visible(query), count);
        return count.getTotalHits() > 0;
    }

    private List<Answer.Hit> hits(List<Tally.Found> found, Quoter quoter) throws IOException {
        List<Answer.Hit> hits = new ArrayList<>(found.size());
        for (Tally.Found one : found) {
            hits.add(reading.hit(one.document(), quoter));
        }
        return hits;
    }
}
