package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/**
 * The limit of searching, for {@code ./bench}: puts questions to the portal's index by bare Lucene. Arguments: folder of
 * the index, file of common words, file of rare words, seconds, threads. Prints a line for each kind: its name, a tab,
 * questions a second.
 */
public final class BareLucene {

    private BareLucene() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> common = Files.readAllLines(Path.of(arguments[1]));
        List<String> rare = Files.readAllLines(Path.of(arguments[2]));
        int seconds = Integer.parseInt(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Path.of(arguments[0])))) {
            measure("common word", seconds, threads, random -> SearchBench.bare(reader, one(common, random)));
            measure("rare word", seconds, threads, random -> SearchBench.bare(reader, one(rare, random)));
            measure("common and rare word", seconds, threads, random -> SearchBench.bare(reader, one(common, random), one(rare, random)));
        }
    }

    private static void measure(String name, int seconds, int threads, SearchBench.Ask ask) throws InterruptedException {
        SearchBench.round(seconds, threads, ask);
        System.out.printf(Locale.ROOT, "%s\t%.1f%n", name, SearchBench.round(seconds, threads, ask).size() / (double) seconds);
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size())).toLowerCase(Locale.GERMAN);
    }
}
