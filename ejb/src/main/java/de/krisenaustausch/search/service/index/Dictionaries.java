package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The {@link Columns} of every part that is open, and the numbers they share. They go when their part is merged away. */
final class Dictionaries {

    private final Map<Dimension, Dictionary> dimensions = new EnumMap<>(Dimension.class);
    private final Dictionary places = new Dictionary();
    private final Dictionary placeNames = new Dictionary();
    private final Dictionary placeKinds = new Dictionary();
    private final Map<IndexReader.CacheKey, Columns> columns = new ConcurrentHashMap<>();

    Dictionaries() {
        for (Dimension dimension : Dimension.values()) {
            dimensions.put(dimension, new Dictionary());
        }
    }

    Dictionary of(Dimension dimension) {
        return dimensions.get(dimension);
    }

    Dictionary places() {
        return places;
    }

    Dictionary placeNames() {
        return placeNames;
    }

    Dictionary placeKinds() {
        return placeKinds;
    }

    Columns columns(LeafReader part) {
        IndexReader.CacheHelper core = part.getCoreCacheHelper();
        return columns.computeIfAbsent(core.getKey(), unseen -> {
            try {
                Columns read = new Columns(part, this);
                core.addClosedListener(columns::remove);
                return read;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
