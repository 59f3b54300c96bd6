package de.krisenaustausch.search.service.index;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.search.service.language.GermanWords;
import de.krisenaustausch.search.service.language.SearchText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
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

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Dictionaries dictionaries;
    private final StoredFields stored;
    private final Question question;
    private final SearchText text;
    private final Queries queries;

    Asking(IndexReader reader, Dictionaries dictionaries, Question question) throws IOException {
        this.reader = reader;
        this.dictionaries = dictionaries;
        this.question = question;
        searcher = new IndexSearcher(reader);
        // hits are counted and filtered in memory; what this cache could hold is never asked twice
        searcher.setQueryCache(null);
        stored = reader.storedFields();
        text = SearchText.of(question.text());
        queries = new Queries(text, reader);
        reader.leaves().forEach(part -> dictionaries.columns(part.reader()));
    }

    Answer answer() throws IOException {
        // what was typed holds no word that could be found: then nothing is, and not everything
        Query exact = text.isEmpty() && !question.text().isBlank() ? new MatchNoDocsQuery() : queries.exact();
        Tally tally = new Tally(question, dictionaries);
        searcher.search(visible(exact), tally);
        List<Answer.Hit> hits = hits(tally.hits(), new Quoter(queries.terms(exact)));
        if (tally.total() >= FEW || text.isEmpty() || question.from() > 0) {
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

    private Question forSimilar() {
        return new Question(question.text(), question.readable(), question.chosen(), question.place(), question.home(),
            Question.Order.RELEVANCE, 0, SIMILAR, question.now());
    }

    private Query visible(Query query) {
        VisibleQuery visible = new VisibleQuery(question.readable(), dictionaries);
        return visible.holdsAll() ? query : new BooleanQuery.Builder().add(query, Occur.MUST).add(visible, Occur.FILTER).build();
    }

    /**
     * Replaces words that nothing has by words that documents have, taken only from what the reader may see.
     *
     * @return the text as it was probably meant, or null
     */
    private String meant(List<Tally.Found> similar) throws IOException {
        String meant = question.text();
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
        return meant.equals(question.text()) ? null : meant;
    }

    /** @return the word, as most of these documents write it, whose stem is nearly that of what was typed; or null */
    private String better(SearchText.Expression expression, List<Tally.Found> similar) throws IOException {
        Map<String, Integer> votes = new HashMap<>();
        Map<String, Float> alike = queries.terms(queries.alike(expression.words().get(0), searcher));
        Quoter quoter = new Quoter(alike);
        for (Tally.Found found : similar) {
            LeafReaderContext part = part(found);
            Body body = body(stored.document(found.document()));
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
            hits.add(hit(one, quoter));
        }
        return hits;
    }

    private Answer.Hit hit(Tally.Found found, Quoter quoter) throws IOException {
        LeafReaderContext part = part(found);
        Document document = stored.document(found.document());
        Columns columns = dictionaries.columns(part.reader());
        int local = found.document() - part.docBase;
        String title = document.get(Fields.TITLE);
        String description = document.get(Fields.DESCRIPTION);
        Entry.Place place = new Entry.Place(Long.parseLong(document.get(Fields.PLACE)), document.get(Fields.PLACE_NAME),
            MunicipalityKind.valueOf(document.get(Fields.PLACE_KIND)), FederalState.valueOf(document.get(Fields.STATE)),
            SizeClass.valueOf(document.get(Fields.SIZE)), document.getField(Fields.POPULATION).numericValue().intValue());
        Answer.Quote quote = quoter.quote(body(document), quoter.places(part.reader(), local), title, description);
        return new Answer.Hit(columns.id(local), Long.parseLong(document.get(Fields.SPACE)), title, description, document.get(Fields.TYPE),
            document.get(Fields.FILE), place, Instant.ofEpochSecond(found.time()), quote, likeness(place));
    }

    private Set<Answer.Likeness> likeness(Entry.Place place) {
        Set<Answer.Likeness> likeness = EnumSet.noneOf(Answer.Likeness.class);
        Entry.Place home = question.home();
        if (home != null && home.id() == place.id()) {
            likeness.add(Answer.Likeness.OWN);
        } else if (home != null) {
            add(likeness, Answer.Likeness.SIZE, home.size() == place.size());
            add(likeness, Answer.Likeness.STATE, home.state() == place.state());
            add(likeness, Answer.Likeness.KIND, home.kind() == place.kind());
        }
        return likeness;
    }

    private static void add(Set<Answer.Likeness> likeness, Answer.Likeness one, boolean holds) {
        if (holds) {
            likeness.add(one);
        }
    }

    private LeafReaderContext part(Tally.Found found) {
        return reader.leaves().get(ReaderUtil.subIndex(found.document(), reader.leaves()));
    }

    private static Body body(Document document) {
        return Body.of(document.get(Fields.TEXT), document.get(Fields.PAGES));
    }
}
