package de.krisenaustausch.search.web;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.search.service.SearchRequest;
import de.krisenaustausch.search.service.SearchResult;
import de.krisenaustausch.search.service.SearchService;
import de.krisenaustausch.search.service.index.Answer;
import de.krisenaustausch.search.service.index.Dimension;
import de.krisenaustausch.search.service.index.Inquiry;
import de.krisenaustausch.shared.BusinessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Searching for programs, with the same rights and results as on the page. */
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final Map<String, Dimension> NAMES = new TreeMap<>(Map.of("space", Dimension.SPACE, "topic", Dimension.TOPIC,
        "contribution", Dimension.KIND,
        "type", Dimension.TYPE, "progress", Dimension.PROGRESS, "state", Dimension.STATE, "size", Dimension.SIZE, "kind", Dimension.FILE, "days", Dimension.TIME));

    @Inject
    private SearchService search;

    /** What was found. @param documents contributions of all kinds, called so since there were no others @param next number of the next page; absent on the last */
    public record FoundDocuments(long total, List<FoundDocument> documents, List<FoundDocument> similar, String meant,
                                 Map<String, List<FoundValue>> counts, Integer next, boolean complete) {
    }

    /**
     * A contribution that was found.
     *
     * @param type of a document
     * @param kind of a document's file
     * @param progress of a question or poll
     * @param page of its file on which the passage stands; absent when it is not known
     */
    public record FoundDocument(long id, ContributionKind contribution, String space, String title, String description, String type, String kind,
                                Progress progress, String municipality,
                                FederalState state, int population, Instant sharedAt, Integer page, List<FoundPiece> passage, List<String> like) {

        static FoundDocument of(SearchResult.SearchHit hit) {
            return new FoundDocument(hit.id(), hit.kind(), hit.space(), hit.title(), hit.description(), hit.typeName(), hit.fileKind(),
                hit.progress(), hit.municipality(), hit.state(), hit.population(), hit.sharedAt(), hit.quote().page() == 0 ? null : hit.quote().page(),
                hit.quote().pieces().stream().map(piece -> new FoundPiece(piece.text(), piece.marked())).toList(),
                hit.likeness().stream().map(Answer.Likeness::name).toList());
        }
    }

    /** A piece of a passage. */
    public record FoundPiece(String text, boolean marked) {
    }

    /** A value and how many contributions have it. */
    public record FoundValue(String value, long documents) {
    }

    @GET
    public FoundDocuments search(@QueryParam("q") String text, @QueryParam("municipality") Long municipality,
                                 @QueryParam("sort") String sort, @QueryParam("page") Integer page, @Context UriInfo uri) {
        SearchRequest request = new SearchRequest(text, chosen(uri), municipality, order(sort, text), page == null ? 1 : page);
        SearchResult result = search.search(request);
        Map<String, List<FoundValue>> counts = new TreeMap<>();
        NAMES.forEach((name, dimension) -> counts.put(name, result.facets().getOrDefault(dimension, List.of()).stream()
            .map(facet -> new FoundValue(facet.value(), facet.documents())).toList()));
        return new FoundDocuments(result.total(), documents(result.hits()), documents(result.similar()), result.meant(), counts,
            result.more() ? request.page() + 1 : null, result.complete());
    }

    private static List<FoundDocument> documents(List<SearchResult.SearchHit> hits) {
        return hits.stream().map(FoundDocument::of).toList();
    }

    private static Map<Dimension, Set<String>> chosen(UriInfo uri) {
        Map<Dimension, Set<String>> chosen = new EnumMap<>(Dimension.class);
        NAMES.forEach((name, dimension) -> {
            List<String> values = uri.getQueryParameters().get(name);
            if (values != null && !values.isEmpty()) {
                chosen.put(dimension, Set.copyOf(values));
            }
        });
        return chosen;
    }

    private static Inquiry.Order order(String sort, String text) {
        if (sort == null || sort.isBlank()) {
            return text == null || text.isBlank() ? Inquiry.Order.NEWEST : Inquiry.Order.RELEVANCE;
        }
        try {
            return Inquiry.Order.valueOf(sort.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BusinessException("error.parameter", "sort");
        }
    }
}
