package de.krisenaustausch.search.service.index;

import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * The documents of the spaces that the reader may read. It stands as a filter in every query that is ever asked, so that
 * what she may not see is neither found nor counted nor suggested.
 */
final class VisibleQuery extends Query {

    private final Set<Long> spaces;
    private final Dictionaries dictionaries;

    VisibleQuery(Set<Long> spaces, Dictionaries dictionaries) {
        this.spaces = Set.copyOf(spaces);
        this.dictionaries = dictionaries;
    }

    /** @return whether every document of the parts that were read so far is in one of the spaces: then nothing need be filtered */
    boolean holdsAll() {
        for (boolean one : readable()) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext part) {
                int[] column = dictionaries.columns(part.reader()).word(Dimension.SPACE);
                boolean[] readable = readable();
                TwoPhaseIterator matching = new TwoPhaseIterator(DocIdSetIterator.all(part.reader().maxDoc())) {
                    @Override
                    public boolean matches() {
                        int space = column[approximation.docID()];
                        return space >= 0 && space < readable.length && readable[space];
                    }

                    @Override
                    public float matchCost() {
                        return 2;
                    }
                };
                return new ConstantScoreScorer(this, score(), mode, matching);
            }

            @Override
            public boolean isCacheable(LeafReaderContext part) {
                return false;
            }
        };
    }

    private boolean[] readable() {
        Dictionary dictionary = dictionaries.of(Dimension.SPACE);
        boolean[] readable = new boolean[dictionary.size()];
        for (Long space : spaces) {
            int number = dictionary.find(space.toString());
            if (number >= 0 && number < readable.length) {
                readable[number] = true;
            }
        }
        return readable;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "spaces:" + spaces;
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && spaces.equals(((VisibleQuery) other).spaces);
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + spaces.hashCode();
    }
}
