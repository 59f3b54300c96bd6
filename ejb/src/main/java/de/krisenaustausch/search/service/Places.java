package de.krisenaustausch.search.service;

import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.search.service.index.Entry;

/** What the index says of the municipality that something comes from. */
final class Places {

    private Places() {
    }

    static Entry.Place of(Municipality home) {
        return new Entry.Place(home.getId(), home.getName(), home.getKind(), home.getState(), home.getSizeClass(), home.getPopulation());
    }
}
