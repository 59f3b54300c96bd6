package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.MunicipalityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Holds the {@link PlaceIndex} and makes it anew when the directory changed: at once when this server changed it, within
 * seconds when another did. Meanwhile the old one serves. Called within a transaction.
 */
@ApplicationScoped
public class DirectoryIndex {

    private static final long LOOK_NANOS = 3_000_000_000L;

    @Inject
    private MunicipalityRepository directory;

    private volatile PlaceIndex index;
    private volatile MunicipalityRepository.Stamp stamp;
    private volatile long lookedAt;
    private volatile boolean stale;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectoryChanged event) {
        stale = true;
    }

    PlaceIndex get() {
        if (index == null || stale || System.nanoTime() - lookedAt > LOOK_NANOS) {
            refresh();
        }
        return index;
    }

    private synchronized void refresh() {
        if (index != null && !stale && System.nanoTime() - lookedAt <= LOOK_NANOS) {
            return;
        }
        stale = false;
        MunicipalityRepository.Stamp now = directory.stamp();
        if (index == null || !now.equals(stamp)) {
            index = new PlaceIndex(directory.places());
            stamp = now;
        }
        lookedAt = System.nanoTime();
    }
}
