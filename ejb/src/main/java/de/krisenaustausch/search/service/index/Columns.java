package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What one part (segment) of the index knows of each of its documents besides text, in arrays: reading the same from
 * the index for every hit costs more than finding it. About 50 bytes a document.
 */
final class Columns {

    private static final Map<Dimension, String> WORDS = new EnumMap<>(Map.of(Dimension.SPACE, Fields.SPACE, Dimension.KIND, Fields.KIND,
        Dimension.TYPE, Fields.TYPE, Dimension.PROGRESS, Fields.PROGRESS, Dimension.STATE, Fields.STATE, Dimension.SIZE, Fields.SIZE,
        Dimension.FILE, Fields.FILE));

    private final Map<Dimension, int[]> words = new EnumMap<>(Dimension.class);
    private final int[] topicStarts;
    private final int[] topics;
    private final int[] places;
    private final int[] placeKinds;
    private final long[] times;
    private final long[] ids;

    Columns(LeafReader part, Dictionaries dictionaries) throws IOException {
        for (Map.Entry<Dimension, String> word : WORDS.entrySet()) {
            words.put(word.getKey(), single(part, word.getValue(), dictionaries.of(word.getKey())));
        }
        places = single(part, Fields.PLACE, dictionaries.places());
        numbers(DocValues.getSortedSet(part, Fields.PLACE_NAME), dictionaries.placeNames());
        placeKinds = single(part, Fields.PLACE_KIND, dictionaries.placeKinds());
        times = numbers(part, Fields.TIME);
        ids = numbers(part, Fields.ID);
        topicStarts = new int[part.maxDoc() + 1];
        topics = topics(part, dictionaries.of(Dimension.TOPIC), topicStarts);
    }

    /** @return numbers of the dimension's values by document; for a dimension of which a document has one */
    int[] word(Dimension dimension) {
        return words.get(dimension);
    }

    int topicStart(int document) {
        return topicStarts[document];
    }

    int topicEnd(int document) {
        return topicStarts[document + 1];
    }

    int topic(int index) {
        return topics[index];
    }

    int place(int document) {
        return places[document];
    }

    int placeKind(int document) {
        return placeKinds[document];
    }

    /** @return seconds since 1970 */
    long time(int document) {
        return times[document];
    }

    long id(int document) {
        return ids[document];
    }

    private static int[] single(LeafReader part, String field, Dictionary dictionary) throws IOException {
        int[] column = new int[part.maxDoc()];
        Arrays.fill(column, Dictionary.NONE);
        SortedSetDocValues values = DocValues.getSortedSet(part, field);
        int[] numbers = numbers(values, dictionary);
        for (int document = values.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = values.nextDoc()) {
            column[document] = numbers[(int) values.nextOrd()];
        }
        return column;
    }

    private static int[] topics(LeafReader part, Dictionary dictionary, int[] starts) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(part, Fields.TOPIC);
        int[] numbers = numbers(values, dictionary);
        int[] all = new int[part.maxDoc()];
        int size = 0;
        for (int document = 0; document < part.maxDoc(); document++) {
            starts[document] = size;
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    all = size < all.length ? all : Arrays.copyOf(all, all.length * 2);
                    all[size++] = numbers[(int) values.nextOrd()];
                }
            }
        }
        starts[part.maxDoc()] = size;
        return Arrays.copyOf(all, size);
    }

    private static int[] numbers(SortedSetDocValues values, Dictionary dictionary) throws IOException {
        int[] numbers = new int[(int) values.getValueCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = dictionary.learn(values.lookupOrd(i).utf8ToString());
        }
        return numbers;
    }

    private static long[] numbers(LeafReader part, String field) throws IOException {
        long[] column = new long[part.maxDoc()];
        SortedNumericDocValues values = DocValues.getSortedNumeric(part, field);
        for (int document = values.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = values.nextDoc()) {
            column[document] = values.nextValue();
        }
        return column;
    }
}
