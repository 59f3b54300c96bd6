package de.krisenaustausch.search.service;

import de.krisenaustausch.search.service.index.Entry;
import de.krisenaustausch.search.service.index.IndexShelf;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads contributions for the index, many in a few statements, whatever kind they are: their ids come from one sequence.
 * Called by the portal itself, not for a person.
 */
@Stateless
@LocalBean
@PermitAll
public class IndexSource implements IndexShelf.Source {

    @Inject
    private Instance<KindEntries> kinds;

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return kinds.stream().flatMap(kind -> kind.idsAfter(id, limit).stream()).sorted().limit(limit).toList();
    }

    @Override
    public List<Entry> read(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : kinds.stream().flatMap(kind -> kind.read(ids).stream()).toList();
    }

    @Override
    public long count() {
        return kinds.stream().mapToLong(KindEntries::count).sum();
    }

    /** @return how many things there are to wait for before contributions are read */
    public int waits() {
        return (int) steps().count();
    }

    /** Waits for one of those things, while changes to these contributions are being committed. */
    public void await(int wait, Collection<Long> ids) {
        steps().skip(wait).findFirst().orElseThrow().accept(ids);
    }

    private Stream<Consumer<Collection<Long>>> steps() {
        return kinds.stream().flatMap(kind -> kind.waits().stream());
    }
}
