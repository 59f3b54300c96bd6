package de.krisenaustausch.space.service;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers for one request which spaces the reader looked into, so that the parts of a page ask the database once. */
@RequestScoped
public class LookedInto {

    private final Map<String, SpaceAccess.Entry> entries = new HashMap<>();

    Optional<SpaceAccess.Entry> find(String slug) {
        return Optional.ofNullable(entries.get(slug));
    }

    void note(SpaceAccess.Entry entry) {
        entries.put(entry.space().getSlug(), entry);
    }
}
