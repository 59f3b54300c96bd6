package de.krisenaustausch.search.service;

import de.krisenaustausch.search.service.index.Entry;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads the contributions of one kind for the index. Ids of other kinds mean nothing to it: each belongs to one contribution only. */
public interface KindEntries {

    /** @return ids of those that are to be found behind that one, in order */
    List<Long> idsAfter(long id, int limit);

    /** @return those of the contributions that are of this kind and are to be found, in a few statements */
    List<Entry> read(Collection<Long> ids);

    /** @return how many are to be found */
    long count();

    /** @return ways to wait for changes that are being committed; each is asked in a transaction of its own, so that nobody is held up by two locks */
    List<Consumer<Collection<Long>>> waits();
}
