package de.krisenaustausch.search.service.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What stands in the index for a word of a text: its stem, and for a compound also the stems of its parts and of
 * neighbouring parts together (Gewerbesteuerstundung: gewerbesteuer, steuerstundung). One instance serves all threads;
 * it remembers what it worked out, since few words make up most of every text.
 */
public final class GermanWords {

    private static final int REMEMBERED = 40_000;
    private static final int MOST_PARTS = 6;
    /** Stems of verbs that begin compounds where people search for the noun: Impfzentrum, Impfung. */
    private static final Map<String, String> NOUNS_OF_VERBS = Map.of("impf", "impfung", "heiz", "heizung", "warn", "warnung",
        "prüf", "prüfung", "sperr", "sperrung", "melde", "meldung", "förder", "förderung");
    private static final GermanWords INSTANCE = new GermanWords();

    /**
     * @param stem of the whole word
     * @param parts stems of the smallest parts, left to right; empty when the word is no compound
     * @param joined stems of two or more neighbouring parts together
     */
    public record Forms(String stem, List<String> parts, Set<String> joined) {

        /** @return every form once, the stem of the whole word first */
        public List<String> all() {
            Set<String> all = new LinkedHashSet<>();
            all.add(stem);
            all.addAll(parts);
            all.addAll(joined);
            return List.copyOf(all);
        }
    }

    private final Compounds compounds = new Compounds();
    private final Map<String, String[]> remembered = new ConcurrentHashMap<>();
    private final Set<String> stopWords = Set.copyOf(stopWords());
    private final Analyzer stemmer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new GermanLightStemFilter(new GermanNormalizationFilter(whole)));
        }
    };

    private GermanWords() {
    }

    public static GermanWords get() {
        return INSTANCE;
    }

    /**
     * @param word as it stands in the text
     * @return whether it says nothing by itself; a word in capitals may be an abbreviation (OB, DA) and is kept
     */
    public boolean isStopWord(String word) {
        return stopWords.contains(word.toLowerCase(Locale.GERMAN)) && (word.length() < 2 || !isCapitals(word));
    }

    /** @return all forms that the index keeps of that word, never empty */
    String[] indexed(String word) {
        String lower = word.toLowerCase(Locale.GERMAN);
        String[] forms = remembered.get(lower);
        if (forms == null) {
            forms = forms(lower).all().toArray(String[]::new);
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(lower, forms);
        }
        return forms;
    }

    /** @return stem, parts and joined parts of a word */
    public Forms forms(String word) {
        String lower = word.toLowerCase(Locale.GERMAN);
        List<String> split = compounds.split(lower);
        if (split.size() == 1 || split.size() > MOST_PARTS) {
            return new Forms(stem(lower), List.of(), Set.of());
        }
        List<String> parts = new ArrayList<>();
        Set<String> joined = new LinkedHashSet<>();
        for (int from = 0; from < split.size(); from++) {
            parts.add(stem(compounds.withoutJoint(split.get(from))));
            StringBuilder run = new StringBuilder(split.get(from));
            for (int to = from + 1; to < split.size() && to - from < split.size() - 1; to++) {
                joined.add(stem(run + compounds.withoutJoint(split.get(to))));
                run.append(split.get(to));
            }
            String noun = NOUNS_OF_VERBS.get(split.get(from));
            if (noun != null && from < split.size() - 1) {
                joined.add(stem(noun));
            }
        }
        return new Forms(stem(lower), List.copyOf(parts), joined);
    }

    /** @return the stem of a word in any case: umlauts and ß folded, endings dropped */
    public String stem(String word) {
        try (TokenStream stream = stemmer.tokenStream("", neutral(word.toLowerCase(Locale.GERMAN)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : word;
            stream.end();
            return stem;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What light stemming leaves apart: Mitarbeiterinnen and Mitarbeiter, Regeln and Regel, Ereignisse and Ereignis. */
    private static String neutral(String word) {
        int plural = word.lastIndexOf("nisse");
        if (plural > 2 && word.length() - plural <= 6) {
            return word.substring(0, plural + 3);
        }
        if (word.endsWith("eln") && word.length() > 5) {
            return word.substring(0, word.length() - 1);
        }
        if (word.endsWith("erinnen") && word.length() > 9) {
            return word.substring(0, word.length() - 5);
        }
        return word.endsWith("erin") && word.length() > 6 ? word.substring(0, word.length() - 2) : word;
    }

    static boolean isCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.GERMAN)) && !word.equals(word.toLowerCase(Locale.GERMAN));
    }

    private static List<String> stopWords() {
        List<String> words = new ArrayList<>();
        GermanAnalyzer.getDefaultStopSet().forEach(word -> words.add(new String((char[]) word)));
        // what is left of Bürger:innen and Bürger*innen
        words.add("innen");
        return words;
    }
}
