package de.krisenaustausch.search.service;

import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.space.SpaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What spaces, topics and types are called at present. Asked by every search and changed once a month, so it is kept
 * for a few seconds; nothing about who may see what is kept here.
 */
@ApplicationScoped
public class Names {

    private static final Duration KEPT = Duration.ofSeconds(10);

    @Inject
    private SpaceRepository spaces;

    @Inject
    private DocumentRepository documents;

    @Inject
    private Clock clock;

    private volatile All all;

    /** A space as a hit names it. */
    public record SpaceName(String slug, String name) {
    }

    /** All names at one moment: spaces by id, topics and types by slug, in the order of their names. */
    public record All(Instant at, Map<Long, SpaceName> spaces, Map<String, String> topics, Map<String, String> types) {
    }

    /** @return names not older than ten seconds; needs a transaction when they are */
    public All get() {
        All known = all;
        if (known == null || known.at().plus(KEPT).isBefore(clock.instant())) {
            known = read();
            all = known;
        }
        return known;
    }

    /** @return names that hold these spaces too, if they exist: one may be younger than what is kept */
    public All including(Collection<Long> spaceIds) {
        All known = get();
        if (!known.spaces().keySet().containsAll(spaceIds)) {
            known = read();
            all = known;
        }
        return known;
    }

    private All read() {
        Map<Long, SpaceName> spaceNames = new LinkedHashMap<>();
        spaces.all().forEach(space -> spaceNames.put(space.getId(), new SpaceName(space.getSlug(), space.getName())));
        Map<String, String> topics = new LinkedHashMap<>();
        spaces.topics().forEach(topic -> topics.put(topic.getSlug(), topic.getName()));
        Map<String, String> types = new LinkedHashMap<>();
        documents.types().forEach(type -> types.put(type.getSlug(), type.getName()));
        return new All(clock.instant(), spaceNames, topics, types);
    }
}
