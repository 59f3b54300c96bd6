package de.krisenaustausch.search.service.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed, understood: expressions that a document must have, each with what else it is called, and words
 * that it must not have. Quotation marks hold words together, a minus excludes.
 *
 * @param wanted in the order typed
 * @param unwanted stems, each a word or a phrase
 */
public record SearchText(List<Expression> wanted, List<List<String>> unwanted) {

    private static final Pattern CHUNK = Pattern.compile("(-?)(?:[\"„“”»«]([^\"„“”»«]*)[\"„“”»«]|([^\\s\"„“”»«]+))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*");

    /**
     * One word, or several that belong together.
     *
     * @param phrase whether the words were held together by quotation marks: then nothing else will do
     * @param others stems of other expressions for the same
     */
    public record Expression(List<Word> words, boolean phrase, List<List<String>> others) {
    }

    /**
     * @param typed as it was typed
     * @param forms its stem, and for a compound its parts
     * @param gap how many words without meaning stand before it, in a phrase
     */
    public record Word(String typed, GermanWords.Forms forms, int gap) {
    }

    public static SearchText of(String text) {
        String read = text.indexOf(' ') > 0 && GermanWords.isCapitals(text) ? text.toLowerCase(java.util.Locale.GERMAN) : text;
        List<Expression> wanted = new ArrayList<>();
        List<List<String>> unwanted = new ArrayList<>();
        List<Word> loose = new ArrayList<>();
        Matcher chunk = CHUNK.matcher(read);
        while (chunk.find()) {
            boolean phrase = chunk.group(2) != null;
            List<Word> words = words(phrase ? chunk.group(2) : chunk.group(3));
            if (!chunk.group(1).isEmpty() && !words.isEmpty()) {
                unwanted.add(words.stream().map(word -> word.forms().stem()).toList());
            } else if (phrase && words.size() > 1) {
                group(loose, wanted);
                loose.clear();
                wanted.add(new Expression(words, true, List.of()));
            } else {
                loose.addAll(words);
            }
        }
        group(loose, wanted);
        return new SearchText(List.copyOf(wanted), List.copyOf(unwanted));
    }

    /** @return whether nothing was typed that could be found */
    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** @return how many words are wanted */
    public int size() {
        return wanted.stream().mapToInt(expression -> expression.words().size()).sum();
    }

    private static List<Word> words(String chunk) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(chunk);
        int gap = 0;
        while (word.find()) {
            if (GermanWords.get().isStopWord(word.group())) {
                gap++;
            } else {
                words.add(new Word(word.group(), GermanWords.get().forms(word.group()), gap));
                gap = 0;
            }
        }
        return words;
    }

    private static void group(List<Word> loose, List<Expression> wanted) {
        for (int from = 0; from < loose.size();) {
            int length = 1;
            List<List<String>> others = List.of();
            for (int tried = Math.min(Synonyms.LONGEST, loose.size() - from); tried >= 1 && others.isEmpty(); tried--) {
                others = Synonyms.get().of(loose.subList(from, from + tried).stream().map(word -> word.forms().stem()).toList());
                length = others.isEmpty() ? 1 : tried;
            }
            wanted.add(new Expression(List.copyOf(loose.subList(from, from + length)), false, others));
            from += length;
        }
    }
}
