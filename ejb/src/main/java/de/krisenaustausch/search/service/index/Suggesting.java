package de.krisenaustausch.search.service.index;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.search.service.language.TypedAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Suggests while somebody types; from titles, topics and municipalities of contributions that she may see. */
final class Suggesting {

    private static final int TRIED = 12;
    private static final Set<String> TITLE_FIELDS = Set.of(Fields.TITLE, Fields.SPACE, Fields.KIND);

    private final IndexSearcher searcher;
    private final Dictionaries dictionaries;
    private final Set<Long> readable;
    private final List<String> typed;

    Suggesting(IndexReader reader, Dictionaries dictionaries, Set<Long> readable, String typed) {
        this.searcher = new IndexSearcher(reader);
        this.dictionaries = dictionaries;
        this.readable = readable;
        this.typed = TypedAnalyzer.words(typed);
        searcher.setQueryCache(null);
        reader.leaves().forEach(part -> dictionaries.columns(part.reader()));
    }

    /** @return contributions whose titles have words that begin as typed, each title once */
    List<ContributionIndex.Title> titles(int limit) throws IOException {
        if (typed.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        typed.forEach(word -> all.add(new TermQuery(new Term(Fields.TYPED, word)), Occur.MUST));
        all.add(new VisibleQuery(readable, dictionaries), Occur.FILTER);
        List<ContributionIndex.Title> titles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ScoreDoc found : searcher.search(all.build(), limit * 3).scoreDocs) {
            Document document = searcher.storedFields().document(found.doc, TITLE_FIELDS);
            String title = document.get(Fields.TITLE);
            if (titles.size() < limit && seen.add(title.toLowerCase(Locale.GERMAN))) {
                titles.add(new ContributionIndex.Title(id(found.doc), Long.parseLong(document.get(Fields.SPACE)),
                    ContributionKind.valueOf(document.get(Fields.KIND)), title));
            }
        }
        return titles;
    }

    /** @param names of topics by slug @return slugs whose names begin as typed and that some visible document has */
    List<String> topics(Map<String, String> names, int limit) throws IOException {
        List<String> slugs = new ArrayList<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (slugs.size() < limit && TypedAnalyzer.begins(name.getValue(), typed)
                && isSeen(new TermQuery(new Term(Fields.TOPIC, name.getKey())))) {
                slugs.add(name.getKey());
            }
        }
        return slugs;
    }

    /** @return municipalities that shared something visible */
    List<ContributionIndex.Sharer> places(int limit) throws IOException {
        List<ContributionIndex.Sharer> places = new ArrayList<>();
        int tried = 0;
        for (String name : dictionaries.placeNames().values()) {
            if (places.size() >= limit || tried >= TRIED) {
                break;
            }
            if (TypedAnalyzer.begins(name, typed)) {
                tried++;
                BooleanQuery seen = new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.PLACE_NAME, name)), Occur.FILTER)
                    .add(new VisibleQuery(readable, dictionaries), Occur.FILTER).build();
                ScoreDoc[] found = searcher.search(seen, 1).scoreDocs;
                if (found.length > 0) {
                    places.add(new ContributionIndex.Sharer(Long.parseLong(searcher.storedFields().document(found[0].doc, Set.of(Fields.PLACE)).get(Fields.PLACE)), name));
                }
            }
        }
        return places;
    }

    private boolean isSeen(Query query) throws IOException {
        BooleanQuery seen = new BooleanQuery.Builder().add(query, Occur.FILTER).add(new VisibleQuery(readable, dictionaries), Occur.FILTER).build();
        return searcher.search(seen, 1).scoreDocs.length > 0;
    }

    private long id(int document) {
        var parts = searcher.getIndexReader().leaves();
        var part = parts.get(org.apache.lucene.index.ReaderUtil.subIndex(document, parts));
        return dictionaries.columns(part.reader()).id(document - part.docBase);
    }
}
