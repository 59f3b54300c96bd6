package de.krisenaustausch.search.service.index;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.search.service.language.GermanWords;
import de.krisenaustausch.search.service.language.SearchText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds what may already answer a question while its title is typed: answered questions, running polls, passages of documents. Each
 * kind has its share of the few places, so that a hundred thousand documents don't hide the one question that was answered. Counts
 * nothing: so Lucene may skip what can't be among the best.
 */
final class Helping {

    private static final int QUESTIONS = 3;
    private static final int POLLS = 1;
    private static final int DOCUMENTS = 3;
    /** So many of the best are put into the order of how like their municipalities are to the reader's. */
    private static final int CONSIDERED = 30;
    /** What is much weaker than the best of its kind helps nobody. */
    private static final float LEAST = 0.5f;
    private static final float SIZE = 0.25f;
    private static final float STATE = 0.15f;
    private static final float SPACE = 0.1f;
    /** Words by which people ask, whatever they ask about. */
    private static final Set<String> ASKING = Stream.of("regeln", "Regelung", "handhaben", "machen", "umgehen", "lösen", "jemand", "andere", "Erfahrung",
            "Frage", "kennen", "suchen", "brauchen", "geben", "bitte", "Hilfe", "Kommune", "wissen", "möglich", "aktuell", "eigentlich")
        .map(GermanWords.get()::stem).collect(Collectors.toUnmodifiableSet());
    private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{Nd}]+$");
    /** Signs that mean something in a search and nothing in a sentence. */
    private static final Pattern SIGNS = Pattern.compile("[\"„“”»«]|(?<!\\S)-");

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Dictionaries dictionaries;
    private final Plea plea;
    private final SearchText text;
    private final Queries queries;

    /** A hit with how well it suits the reader. */
    private record Suited(int document, float score) {
    }

    Helping(IndexReader reader, Dictionaries dictionaries, Plea plea) {
        this.reader = reader;
        this.dictionaries = dictionaries;
        this.plea = plea;
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        text = matter(SearchText.of(SIGNS.matcher(plea.text()).replaceAll(" ")));
        queries = new Queries(text, reader);
        reader.leaves().forEach(part -> dictionaries.columns(part.reader()));
    }

    /** @return what the question is about, without the words that only make a question of it */
    private static SearchText matter(SearchText typed) {
        return new SearchText(typed.wanted().stream()
            .filter(expression -> expression.words().stream().anyMatch(word -> !ASKING.contains(word.forms().stem()))).toList(), List.of());
    }

    /** @return whether the last word that matters may go on */
    private boolean isUnfinished() {
        Matcher last = LAST_WORD.matcher(plea.text());
        List<SearchText.Word> words = text.wanted().get(text.wanted().size() - 1).words();
        return last.find() && last.group().equals(words.get(words.size() - 1).typed());
    }

    List<Answer.Hit> hits() throws IOException {
        if (text.wanted().isEmpty()) {
            return List.of();
        }
        Query related = queries.related(isUnfinished());
        Quoter quoter = new Quoter(queries.terms(related));
        HitReader reading = new HitReader(reader, dictionaries, plea.home());
        List<Answer.Hit> hits = new ArrayList<>();
        for (Suited one : best(related, ContributionKind.QUESTION, Progress.ANSWERED, QUESTIONS)) {
            hits.add(reading.hit(one.document(), quoter));
        }
        for (Suited one : best(related, ContributionKind.POLL, Progress.OPEN, POLLS)) {
            hits.add(reading.hit(one.document(), quoter));
        }
        for (Suited one : best(related, ContributionKind.DOCUMENT, null, DOCUMENTS)) {
            hits.add(reading.hit(one.document(), quoter));
        }
        return hits;
    }

    private List<Suited> best(Query related, ContributionKind kind, Progress progress, int limit) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(related, Occur.MUST)
            .add(new TermQuery(new Term(Fields.KIND, kind.name())), Occur.FILTER);
        if (progress != null) {
            query.add(new TermQuery(new Term(Fields.PROGRESS, progress.name())), Occur.FILTER);
        }
        VisibleQuery visible = new VisibleQuery(plea.readable(), dictionaries);
        if (!visible.holdsAll()) {
            query.add(visible, Occur.FILTER);
        }
        List<Suited> suited = new ArrayList<>();
        ScoreDoc[] found = searcher.search(query.build(), CONSIDERED).scoreDocs;
        for (ScoreDoc one : found) {
            if (one.score >= found[0].score * LEAST) {
                suited.add(new Suited(one.doc, one.score * preference(one.doc)));
            }
        }
        suited.sort(Comparator.comparingDouble(Suited::score).reversed());
        return suited.subList(0, Math.min(limit, suited.size()));
    }

    private float preference(int document) {
        LeafReaderContext part = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        Columns columns = dictionaries.columns(part.reader());
        int local = document - part.docBase;
        Entry.Place home = plea.home();
        float factor = 1;
        factor += is(Dimension.SPACE, Long.toString(plea.space()), columns, local) ? SPACE : 0;
        factor += home != null && home.size() != null && is(Dimension.SIZE, home.size().name(), columns, local) ? SIZE : 0;
        factor += home != null && home.state() != null && is(Dimension.STATE, home.state().name(), columns, local) ? STATE : 0;
        return factor;
    }

    private boolean is(Dimension dimension, String value, Columns columns, int document) {
        int number = dictionaries.of(dimension).find(value);
        return number != Dictionary.NONE && columns.word(dimension)[document] == number;
    }
}
