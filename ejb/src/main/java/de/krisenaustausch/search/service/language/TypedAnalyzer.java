package de.krisenaustausch.search.service.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps the beginnings of words, for suggestions while somebody types. Umlauts are folded, nothing is stemmed. */
public final class TypedAnalyzer extends Analyzer {

    /** Beginnings shorter than this suggest nothing, longer ones are cut. */
    public static final int LEAST = 2;
    public static final int MOST = 15;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = GermanAnalyzer.tokenizer();
        return new TokenStreamComponents(words, new EdgeNGramTokenFilter(folded(words), LEAST, MOST, false));
    }

    static TokenStream folded(TokenStream words) {
        return new GermanNormalizationFilter(new LowerCaseFilter(words));
    }

    /** @return the words that were typed, as they are looked up; too short ones are left out */
    public static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        Tokenizer tokenizer = GermanAnalyzer.tokenizer();
        tokenizer.setReader(new StringReader(typed));
        try (TokenStream stream = folded(tokenizer)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() >= LEAST) {
                    words.add(term.subSequence(0, Math.min(term.length(), MOST)).toString());
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /** @return whether every word that was typed begins some word of the name */
    public static boolean begins(String name, List<String> typed) {
        List<String> words = words(name);
        return !typed.isEmpty() && typed.stream().allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
    }
}
