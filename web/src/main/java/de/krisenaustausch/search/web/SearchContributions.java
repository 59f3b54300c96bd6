package de.krisenaustausch.search.web;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.search.service.SearchRequest;
import de.krisenaustausch.search.service.SearchResult;
import de.krisenaustausch.search.service.SearchResult.Facet;
import de.krisenaustausch.search.service.SearchService;
import de.krisenaustausch.search.service.index.Dimension;
import de.krisenaustausch.search.service.index.Inquiry;
import de.krisenaustausch.shared.web.FilterOption;
import de.krisenaustausch.shared.web.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Searching: hits with their passages, filters with counts, what is chosen as chips. Everything stands in the address. */
@Named
@RequestScoped
public class SearchContributions {

    /** Values of a filter that are offered; chosen ones always are. */
    private static final int OFFERED = 12;

    @Inject
    private SearchService search;

    @Inject
    private Frame frame;

    private SearchAddress address;
    private SearchResult result;
    private final Map<Dimension, List<FilterOption>> filters = new EnumMap<>(Dimension.class);

    /** A choice that can be taken back; the address is that of the results without it. */
    public record Chip(String label, String href) {
    }

    /** A way to sort. */
    public record Sorting(Inquiry.Order order, String href, boolean chosen) {
    }

    /** Searches, unless nothing was asked or the text is too long. */
    public void load() {
        address = SearchAddress.of(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
        if (!address.isEmpty() && !isTooLong()) {
            result = search.search(address.request());
            for (Dimension dimension : Dimension.values()) {
                filters.put(dimension, options(dimension));
            }
        }
    }

    /** @return what was asked; reads when the page did not, as after a form that it does not have */
    public SearchAddress getAddress() {
        if (address == null) {
            load();
        }
        return address;
    }

    /** @return what was found; null when nothing was asked */
    public SearchResult getResult() {
        return result;
    }

    public boolean isTooLong() {
        return getAddress().getText().length() > SearchRequest.LENGTH;
    }

    /** @return the sentence that names the limit */
    public String getTooLongText() {
        return say("search.tooLong", SearchRequest.LENGTH);
    }

    public List<HitRow> getHits() {
        return result.hits().stream().map(HitRow::new).toList();
    }

    /** @return hits that match only when mistakes are forgiven */
    public List<HitRow> getSimilar() {
        return result.similar().stream().map(HitRow::new).toList();
    }

    /** @return the browser's title of the page */
    public String getTitle() {
        return getAddress().getText().isEmpty() || isTooLong() ? say("search.title") : say("search.title.text", typed());
    }

    /** @return "128 Treffer" */
    public String getFound() {
        return say("search.found", result.total());
    }

    public String getMeantHref() {
        return address.withText(result.meant());
    }

    /** @return kinds of contributions; none where all hits are of one kind and none is chosen: there is nothing to choose then */
    public List<FilterOption> getKinds() {
        List<FilterOption> kinds = filters.get(Dimension.KIND);
        return kinds.size() > 1 || kinds.stream().anyMatch(FilterOption::selected) ? kinds : List.of();
    }

    public List<FilterOption> getProgresses() {
        return filters.get(Dimension.PROGRESS);
    }

    /** @return the filters' options, in the order of the page */
    public List<FilterOption> getSpaces() {
        return filters.get(Dimension.SPACE);
    }

    public List<FilterOption> getTopics() {
        return filters.get(Dimension.TOPIC);
    }

    public List<FilterOption> getTypes() {
        return filters.get(Dimension.TYPE);
    }

    public List<FilterOption> getStates() {
        return filters.get(Dimension.STATE);
    }

    public List<FilterOption> getSizes() {
        return filters.get(Dimension.SIZE);
    }

    public List<FilterOption> getFiles() {
        return filters.get(Dimension.FILE);
    }

    public List<FilterOption> getTimes() {
        return filters.get(Dimension.TIME);
    }

    /** @return what is chosen, each with the way back */
    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        address.chosen().forEach((dimension, values) -> values.forEach(value ->
            chips.add(new Chip(label(dimension, value), address.without(dimension, value)))));
        if (address.getMunicipality() != null) {
            String name = result.hits().isEmpty() ? say("search.municipality") : result.hits().get(0).municipality();
            chips.add(new Chip(name, address.withoutMunicipality()));
        }
        return chips;
    }

    /** @return the address without filters */
    public String getReset() {
        return address.withoutChoices();
    }

    /** @return the ways to sort; by relevance only where a text gives one */
    public List<Sorting> getSortings() {
        List<Sorting> all = new ArrayList<>();
        for (Inquiry.Order order : Inquiry.Order.values()) {
            if (order != Inquiry.Order.RELEVANCE || !address.getText().isEmpty()) {
                all.add(new Sorting(order, address.withOrder(order), order == address.getOrder()));
            }
        }
        return all;
    }

    /** @return address of the next page; "" on the last */
    public String getNext() {
        return result.more() ? address.withPage(address.request().page() + 1) : "";
    }

    public String getPlaceInList() {
        long from = (address.request().page() - 1L) * SearchRequest.PAGE + 1;
        return say("search.range", from, from + result.hits().size() - 1, result.total());
    }

    /** @return whether more was found than is ever listed, and this is the end of it */
    public boolean isCut() {
        return !result.more() && result.total() > (long) address.request().page() * SearchRequest.PAGE;
    }

    private List<FilterOption> options(Dimension dimension) {
        List<Facet> facets = result.facets().getOrDefault(dimension, List.of());
        List<FilterOption> options = facets.stream().limit(OFFERED).map(facet -> option(dimension, facet.value(), facet.documents()))
            .collect(Collectors.toCollection(ArrayList::new));
        for (String value : address.chosen().getOrDefault(dimension, Set.of())) {
            if (options.stream().noneMatch(option -> option.value().equals(SearchAddress.spelled(dimension, value)))) {
                long documents = facets.stream().filter(facet -> facet.value().equals(value)).mapToLong(Facet::documents).findFirst().orElse(0);
                options.add(option(dimension, value, documents));
            }
        }
        if (dimension == Dimension.SIZE) {
            options.sort(Comparator.comparing(FilterOption::value));
        } else if (dimension == Dimension.STATE) {
            options.sort(Comparator.comparing(FilterOption::label));
        }
        return options;
    }

    private FilterOption option(Dimension dimension, String value, long documents) {
        return new FilterOption(SearchAddress.spelled(dimension, value), label(dimension, value), documents, address.has(dimension, value));
    }

    private String label(Dimension dimension, String value) {
        return switch (dimension) {
            case KIND -> isOneOf(value, ContributionKind.values()) ? say("contribution.kinds." + value) : value;
            case PROGRESS -> isOneOf(value, Progress.values()) ? say("contribution.progress." + value) : value;
            case STATE -> stateLabel(value);
            case SIZE -> isOneOf(value, SizeClass.values()) ? say("search.size." + value) : value;
            case TIME -> value.matches("7|30|365") ? say("search.time." + value) : value;
            case SPACE, TOPIC, TYPE, FILE -> result.facets().getOrDefault(dimension, List.of()).stream()
                .filter(facet -> facet.value().equals(value)).map(Facet::label).findFirst().orElse(value);
        };
    }

    private static String stateLabel(String value) {
        return isOneOf(value, FederalState.values()) ? FederalState.valueOf(value).getLabel() : value;
    }

    private static boolean isOneOf(String value, Enum<?>... all) {
        return java.util.Arrays.stream(all).anyMatch(one -> one.name().equals(value));
    }

    /** As a text of its own kind: somebody may search for what looks like a key of the bundles. */
    private Object typed() {
        return new StringBuilder(address.getText());
    }

    private String say(String key, Object... values) {
        return Messages.sentence(frame.getLocale(), key, values);
    }
}
