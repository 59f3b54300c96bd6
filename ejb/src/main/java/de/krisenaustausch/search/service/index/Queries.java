package de.krisenaustausch.search.service.index;

import de.krisenaustausch.search.service.language.SearchText;
import de.krisenaustausch.search.service.language.TypedAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/** Turns what was understood into queries: exactly that, and the lower tier that forgives mistakes. */
final class Queries {

    private static final float TITLE = 2.5f;
    private static final float WEIGHTY = 1.5f;
    private static final float OTHER_WORD = 0.5f;
    private static final float PARTS = 0.6f;
    private static final float MISTAKE = 0.7f;
    /** What other words than the typed ones count in a passage: less than any typed one, however rare they are. */
    private static final float OTHER_IN_PASSAGE = 0.02f;
    /** How far apart a compound's parts may stand when they are found as words of their own. */
    private static final int NEAR = 6;
    /** Up to so many expressions all are needed, from there on three quarters. */
    private static final int ALL_NEEDED = 3;
    private static final int LEAST_FUZZY = 4;
    private static final int TWO_MISTAKES = 8;
    private static final int EXPANSIONS = 16;
    private static final int FEW = 1_000;
    private static final int TENTH = 10;

    private final SearchText text;
    private final IndexReader reader;

    Queries(SearchText text, IndexReader reader) {
        this.text = text;
        this.reader = reader;
    }

    /** @return documents that have all that is wanted; a word in the title or in an accepted answer counts more */
    Query exact() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Query> groups = text.wanted().stream().map(this::exact).toList();
        add(all, groups, ALL_NEEDED);
        for (SearchText.Expression expression : text.wanted()) {
            for (SearchText.Word word : expression.words()) {
                all.add(new BoostQuery(term(Fields.TITLE, word.forms().stem()), TITLE), Occur.SHOULD);
                all.add(new BoostQuery(term(Fields.WEIGHTY, word.forms().stem()), WEIGHTY), Occur.SHOULD);
            }
        }
        for (List<String> unwanted : text.unwanted()) {
            all.add(phrase(unwanted, 0), Occur.MUST_NOT);
        }
        if (groups.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    /** @return documents that have all words or words that look alike, or at least half of the very words */
    Query similar(IndexSearcher searcher) throws IOException {
        BooleanQuery.Builder alike = new BooleanQuery.Builder();
        BooleanQuery.Builder half = new BooleanQuery.Builder();
        for (SearchText.Expression expression : text.wanted()) {
            alike.add(forgiving(expression, searcher), Occur.MUST);
            half.add(exact(expression), Occur.SHOULD);
        }
        half.setMinimumNumberShouldMatch((text.wanted().size() + 1) / 2);
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any(List.of(alike.build(), half.build())), Occur.MUST);
        for (List<String> unwanted : text.unwanted()) {
            all.add(phrase(unwanted, 0), Occur.MUST_NOT);
        }
        return all.build();
    }

    /**
     * @param unfinished whether the last word may go on: then titles count, too, that have a word which begins so, and it need not be found
     * @return contributions that have most of what was typed: half of the words, both of two; a word in the title counts more
     */
    Query related(boolean unfinished) {
        int last = text.wanted().size() - 1;
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        for (int i = 0; i <= last; i++) {
            SearchText.Expression expression = text.wanted().get(i);
            Query exact = exact(expression);
            if (i == last && unfinished) {
                List<Query> ways = new ArrayList<>(List.of(exact));
                TypedAnalyzer.words(expression.words().get(expression.words().size() - 1).typed()).forEach(word -> ways.add(term(Fields.TYPED, word)));
                exact = any(ways);
            }
            (i == last && unfinished && last > 0 ? all : most).add(exact, Occur.SHOULD);
            for (SearchText.Word word : expression.words()) {
                all.add(new BoostQuery(term(Fields.TITLE, word.forms().stem()), TITLE), Occur.SHOULD);
                all.add(new BoostQuery(term(Fields.WEIGHTY, word.forms().stem()), WEIGHTY), Occur.SHOULD);
            }
        }
        int counted = last + (unfinished && last > 0 ? 0 : 1);
        return all.add(most.setMinimumNumberShouldMatch(counted <= 2 ? counted : (counted + 1) / 2).build(), Occur.MUST).build();
    }

    Query exact(SearchText.Expression expression) {
        if (expression.phrase()) {
            return phrase(expression);
        }
        List<Query> ways = new ArrayList<>();
        if (expression.words().size() == 1) {
            SearchText.Word word = expression.words().get(0);
            ways.add(term(Fields.TEXT, word.forms().stem()));
            if (word.forms().parts().size() > 1 && isAffordable(word.forms().parts())) {
                ways.add(new BoostQuery(phrase(word.forms().parts(), NEAR), PARTS));
            }
        } else {
            BooleanQuery.Builder every = new BooleanQuery.Builder();
            expression.words().forEach(word -> every.add(term(Fields.TEXT, word.forms().stem()), Occur.MUST));
            ways.add(every.build());
        }
        expression.others().forEach(other -> ways.add(new BoostQuery(phrase(other, 2), OTHER_WORD)));
        return any(ways);
    }

    /** @return documents with words that look like that one, itself left out */
    Query alike(SearchText.Word word, IndexSearcher searcher) throws IOException {
        Query alike = forgiving(word.forms().stem(), searcher);
        return alike == null ? new MatchNoDocsQuery() : alike;
    }

    /** Looking for parts that stand near each other is slow where each stands in every tenth of very many documents. */
    private boolean isAffordable(List<String> parts) {
        try {
            int least = Integer.MAX_VALUE;
            for (String part : parts) {
                least = Math.min(least, reader.docFreq(new Term(Fields.TEXT, part)));
            }
            return least <= Math.max(FEW, reader.maxDoc() / TENTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Query forgiving(SearchText.Expression expression, IndexSearcher searcher) throws IOException {
        List<Query> ways = new ArrayList<>(List.of(exact(expression)));
        ways.addAll(alikes(expression, searcher));
        return any(ways);
    }

    private List<Query> alikes(SearchText.Expression expression, IndexSearcher searcher) throws IOException {
        List<Query> ways = new ArrayList<>();
        if (expression.phrase()) {
            return ways;
        }
        for (SearchText.Word word : expression.words()) {
            addKnown(ways, forgiving(word.forms().stem(), searcher));
            BooleanQuery.Builder parts = new BooleanQuery.Builder();
            for (String part : word.forms().parts()) {
                Query alike = forgiving(part, searcher);
                parts.add(alike == null ? term(Fields.TEXT, part) : any(List.of(term(Fields.TEXT, part), alike)), Occur.MUST);
            }
            if (word.forms().parts().size() > 1) {
                ways.add(new BoostQuery(parts.build(), MISTAKE));
            }
        }
        return ways;
    }

    private static void addKnown(List<Query> ways, Query way) {
        if (way != null) {
            ways.add(way);
        }
    }

    private static Query forgiving(String stem, IndexSearcher searcher) throws IOException {
        if (stem.length() < LEAST_FUZZY || stem.chars().anyMatch(Character::isDigit)) {
            return null;
        }
        FuzzyQuery alike = new FuzzyQuery(new Term(Fields.TEXT, stem), stem.length() < TWO_MISTAKES ? 1 : 2, 1, EXPANSIONS, true,
            new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(EXPANSIONS));
        return new BoostQuery(searcher.rewrite(alike), MISTAKE);
    }

    /** @return the terms of a query in the text, with the weight that finding them in a passage has */
    Map<String, Float> terms(Query query) {
        Map<String, Float> weights = new HashMap<>();
        Set<String> typed = text.wanted().stream().flatMap(expression -> expression.words().stream()).map(word -> word.forms().stem())
            .collect(Collectors.toSet());
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                return Fields.TEXT.equals(field);
            }

            @Override
            public QueryVisitor getSubVisitor(Occur occur, Query parent) {
                return occur == Occur.MUST_NOT ? EMPTY_VISITOR : this;
            }

            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                for (Term term : terms) {
                    // "Corona" also stands for "Covid-19": a 19 anywhere else has nothing to do with it
                    if (term.text().chars().allMatch(Character::isDigit) && !typed.contains(term.text())) {
                        continue;
                    }
                    weights.computeIfAbsent(term.text(), first -> weight(term) * (typed.contains(first) ? 1 : OTHER_IN_PASSAGE));
                }
            }
        });
        return weights;
    }

    private float weight(Term term) {
        try {
            return (float) Math.log(1 + (reader.maxDoc() + 1d) / (reader.docFreq(term) + 1d));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(BooleanQuery.Builder all, List<Query> groups, int allNeeded) {
        if (groups.size() <= allNeeded) {
            groups.forEach(group -> all.add(group, Occur.MUST));
            return;
        }
        // by themselves: a word that the title has, too, must not stand for two
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        groups.forEach(group -> most.add(group, Occur.SHOULD));
        all.add(most.setMinimumNumberShouldMatch(groups.size() - groups.size() / 4).build(), Occur.MUST);
    }

    private static Query any(List<Query> ways) {
        if (ways.size() == 1) {
            return ways.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way, Occur.SHOULD));
        return any.build();
    }

    private static Query phrase(SearchText.Expression expression) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int position = 0;
        for (SearchText.Word word : expression.words()) {
            position += phrase.build().getTerms().length == 0 ? 0 : word.gap();
            phrase.add(new Term(Fields.TEXT, word.forms().stem()), position++);
        }
        return phrase.build();
    }

    private static Query phrase(List<String> stems, int slop) {
        return stems.size() == 1 ? term(Fields.TEXT, stems.get(0)) : new PhraseQuery(slop, Fields.TEXT, stems.toArray(String[]::new));
    }

    private static TermQuery term(String field, String stem) {
        return new TermQuery(new Term(field, stem));
    }
}
