package de.krisenaustausch.search.service;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.member.service.Reader;
import de.krisenaustausch.search.service.SearchResult.Facet;
import de.krisenaustausch.search.service.SearchResult.SearchHit;
import de.krisenaustausch.search.service.index.Answer;
import de.krisenaustausch.search.service.index.Dimension;
import de.krisenaustausch.search.service.index.ContributionIndex;
import de.krisenaustausch.search.service.index.Entry;
import de.krisenaustausch.search.service.index.Inquiry;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Searching what the reader may see. */
@Stateless
@RolesAllowed({"member", "admin"})
public class SearchService {

    private static final int SUGGESTED_SPACES = 3;
    private static final int SUGGESTED_TOPICS = 3;
    private static final int SUGGESTED_PLACES = 3;
    private static final int SUGGESTED_TITLES = 6;

    @Inject
    private IndexKeeper index;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** What a suggestion leads to. */
    public enum Target { SPACE, TOPIC, MUNICIPALITY, CONTRIBUTION }

    /**
     * A suggestion.
     *
     * @param key of what it names: a slug or an id
     * @param space slug of a contribution's space, else null
     * @param kind of a contribution, else null
     */
    public record Suggestion(Target target, String text, String key, String space, ContributionKind kind) {
    }

    /** @throws BusinessException when the text is longer than {@link SearchRequest#LENGTH} */
    public SearchResult search(SearchRequest request) {
        if (request.text().length() > SearchRequest.LENGTH) {
            throw new BusinessException("search.tooLong", SearchRequest.LENGTH);
        }
        Inquiry inquiry = inquiry(request, names.get());
        Answer answer = index.use(entries -> entries.ask(inquiry));
        Names.All called = names.including(answer.hits().stream().map(Answer.Hit::spaceId).toList());
        Map<Dimension, List<Facet>> facets = new EnumMap<>(Dimension.class);
        answer.counts().forEach((dimension, counts) -> facets.put(dimension, facets(dimension, counts, called)));
        boolean more = request.page() < SearchRequest.PAGES && answer.total() > (long) request.page() * SearchRequest.PAGE;
        return new SearchResult(answer.total(), hits(answer.hits(), called), facets, hits(answer.similar(), called), answer.meant(), more,
            index.isComplete());
    }

    /** @return names and titles that begin as typed, of what the reader may see; none for less than two letters */
    public List<Suggestion> suggest(String typed) {
        if (typed == null || typed.isBlank() || typed.length() > SearchRequest.LENGTH) {
            return List.of();
        }
        Names.All called = names.get();
        Set<Long> readable = new HashSet<>(access.readableIds());
        return index.use(entries -> suggest(entries, typed, readable, called));
    }

    private static List<Suggestion> suggest(ContributionIndex entries, String typed, Set<Long> readable, Names.All called) {
        List<Suggestion> all = new ArrayList<>();
        called.spaces().entrySet().stream().filter(space -> readable.contains(space.getKey()) && ContributionIndex.begins(space.getValue().name(), typed))
            .limit(SUGGESTED_SPACES).map(Map.Entry::getValue).forEach(space -> all.add(new Suggestion(Target.SPACE, space.name(), space.slug(), null, null)));
        entries.suggestTopics(readable, typed, called.topics(), SUGGESTED_TOPICS)
            .forEach(topic -> all.add(new Suggestion(Target.TOPIC, called.topics().get(topic), topic, null, null)));
        entries.suggestPlaces(readable, typed, SUGGESTED_PLACES)
            .forEach(place -> all.add(new Suggestion(Target.MUNICIPALITY, place.name(), Long.toString(place.id()), null, null)));
        entries.suggestTitles(readable, typed, SUGGESTED_TITLES).stream().filter(title -> called.spaces().containsKey(title.spaceId()))
            .forEach(title -> all.add(new Suggestion(Target.CONTRIBUTION, title.title(), Long.toString(title.id()),
                called.spaces().get(title.spaceId()).slug(), title.kind())));
        return all;
    }

    private Inquiry inquiry(SearchRequest request, Names.All called) {
        Map<Dimension, Set<String>> chosen = new EnumMap<>(Dimension.class);
        chosen.putAll(request.chosen());
        chosen.computeIfPresent(Dimension.SPACE, (dimension, slugs) -> called.spaces().entrySet().stream()
            .filter(space -> slugs.contains(space.getValue().slug())).map(space -> space.getKey().toString()).collect(Collectors.toSet()));
        // an unknown space must leave nothing, not everything
        chosen.computeIfPresent(Dimension.SPACE, (dimension, ids) -> ids.isEmpty() && !request.chosen().get(dimension).isEmpty() ? Set.of("0") : ids);
        return new Inquiry(request.text(), Set.copyOf(access.readableIds()), chosen, request.municipality(), home(current.get()),
            request.order(), (request.page() - 1) * SearchRequest.PAGE, SearchRequest.PAGE, clock.instant());
    }

    static Entry.Place home(Reader reader) {
        return reader.municipalityId() == null ? null
            : new Entry.Place(reader.municipalityId(), reader.municipality(), reader.kind(), reader.state(), reader.sizeClass(), 0);
    }

    private static List<Facet> facets(Dimension dimension, Collection<Answer.Count> counts, Names.All called) {
        List<Facet> facets = new ArrayList<>();
        for (Answer.Count count : counts) {
            Names.SpaceName space = dimension == Dimension.SPACE ? called.spaces().get(Long.valueOf(count.value())) : null;
            facets.add(switch (dimension) {
                case SPACE -> new Facet(space == null ? count.value() : space.slug(), space == null ? count.value() : space.name(), count.documents());
                case TOPIC -> new Facet(count.value(), called.topics().getOrDefault(count.value(), count.value()), count.documents());
                case TYPE -> new Facet(count.value(), called.types().getOrDefault(count.value(), count.value()), count.documents());
                case FILE -> new Facet(count.value(), count.value(), count.documents());
                case KIND, PROGRESS, STATE, SIZE, TIME -> new Facet(count.value(), null, count.documents());
            });
        }
        return facets;
    }

    static List<SearchHit> hits(List<Answer.Hit> hits, Names.All called) {
        return hits.stream().filter(hit -> called.spaces().containsKey(hit.spaceId())).map(hit -> {
            Names.SpaceName space = called.spaces().get(hit.spaceId());
            Entry.Nature nature = hit.nature();
            return new SearchHit(hit.id(), nature.kind(), space.slug(), space.name(), hit.title(), hit.description(),
                nature.type() == null ? null : called.types().getOrDefault(nature.type(), nature.type()), nature.fileKind(), nature.progress(), hit.place().name(), hit.place().state(),
                hit.place().population(), hit.sharedAt(), hit.quote(), hit.likeness());
        }).toList();
    }
}
