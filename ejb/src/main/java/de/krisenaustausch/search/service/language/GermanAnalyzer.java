package de.krisenaustausch.search.service.language;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Turns a text into what the index keeps: runs of letters and digits (so that Kita-Gebühren, Bürger:innen and 3.500 are
 * several words), each with all its {@link GermanWords forms} at the same place. Stop words leave a gap, for phrases.
 */
public final class GermanAnalyzer extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = tokenizer();
        return new TokenStreamComponents(words, new Forms(words));
    }

    /** @return the words of one text, to be read once, by whichever thread */
    public static TokenStream stream(String text) {
        Tokenizer words = tokenizer();
        words.setReader(new StringReader(text));
        return new Forms(words);
    }

    static Tokenizer tokenizer() {
        return CharTokenizer.fromTokenCharPredicate(sign -> Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.NON_SPACING_MARK);
    }

    private static final class Forms extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private String[] forms = {};
        private int next;

        Forms(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (next < forms.length) {
                term.setEmpty().append(forms[next++]);
                step.setPositionIncrement(0);
                return true;
            }
            int skipped = 0;
            while (input.incrementToken()) {
                String word = term.toString();
                if (GermanWords.get().isStopWord(word)) {
                    skipped += step.getPositionIncrement();
                } else {
                    forms = GermanWords.get().indexed(word);
                    term.setEmpty().append(forms[0]);
                    step.setPositionIncrement(step.getPositionIncrement() + skipped);
                    next = 1;
                    return true;
                }
            }
            return false;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            forms = new String[0];
            next = 0;
        }
    }
}
