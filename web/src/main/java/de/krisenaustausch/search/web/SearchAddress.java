package de.krisenaustausch.search.web;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.search.service.SearchRequest;
import de.krisenaustausch.search.service.index.Dimension;
import de.krisenaustausch.search.service.index.Inquiry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is chosen on the search page, as its address says it: everything can be bookmarked and sent to others.
 * Values that mean nothing are left out, so that an old bookmark still finds.
 */
public final class SearchAddress {

    static final String PATH = "/suche";
    private static final Map<Dimension, String> NAMES = new EnumMap<>(Map.of(Dimension.SPACE, "bereich", Dimension.TOPIC, "thema",
        Dimension.KIND, "beitrag",
        Dimension.TYPE, "art", Dimension.PROGRESS, "stand", Dimension.STATE, "land", Dimension.SIZE, "groesse", Dimension.FILE, "datei", Dimension.TIME, "zeit"));
    /** German words for values that are English names. */
    private static final Map<Dimension, Map<String, String>> SPELLED = new EnumMap<>(Map.of(
        Dimension.KIND, Stream.of(ContributionKind.values()).collect(Collectors.toMap(Enum::name, ContributionKind::getSlug)),
        Dimension.PROGRESS, Stream.of(Progress.values()).collect(Collectors.toMap(Enum::name, Progress::getSlug))));
    private static final Map<Inquiry.Order, String> ORDERS = new EnumMap<>(Map.of(Inquiry.Order.RELEVANCE, "passend",
        Inquiry.Order.NEWEST, "neueste", Inquiry.Order.OLDEST, "aelteste"));
    /** More values of one dimension than this are nobody's choice. */
    private static final int MOST = 30;

    private final String text;
    private final Map<Dimension, Set<String>> chosen;
    private final String municipality;
    private final Inquiry.Order order;
    private final int page;

    private SearchAddress(String text, Map<Dimension, Set<String>> chosen, String municipality, Inquiry.Order order, int page) {
        this.text = text;
        this.chosen = chosen;
        this.municipality = municipality;
        this.order = order;
        this.page = page;
    }

    /** Reads the parameters of a request. */
    public static SearchAddress of(Map<String, String[]> parameters) {
        Map<Dimension, Set<String>> chosen = new EnumMap<>(Dimension.class);
        NAMES.forEach((dimension, name) -> {
            Set<String> values = values(parameters, name).limit(MOST).map(value -> meant(dimension, value)).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!values.isEmpty()) {
                chosen.put(dimension, values);
            }
        });
        String order = values(parameters, "sortierung").findFirst().orElse("");
        return new SearchAddress(values(parameters, "q").findFirst().orElse("").strip(), chosen,
            values(parameters, "kommune").filter(id -> id.matches("\\d{1,18}")).findFirst().orElse(null),
            ORDERS.entrySet().stream().filter(one -> one.getValue().equals(order)).map(Map.Entry::getKey).findFirst().orElse(Inquiry.Order.RELEVANCE),
            values(parameters, "seite").filter(number -> number.matches("\\d{1,4}")).map(Integer::valueOf).findFirst().orElse(1));
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        return Stream.of(parameters.getOrDefault(name, new String[0])).filter(value -> !value.isBlank());
    }

    static String name(Dimension dimension) {
        return NAMES.get(dimension);
    }

    /** @return the value as the address says it */
    static String spelled(Dimension dimension, String value) {
        return SPELLED.getOrDefault(dimension, Map.of()).getOrDefault(value, value);
    }

    private static String meant(Dimension dimension, String spelled) {
        return SPELLED.getOrDefault(dimension, Map.of()).entrySet().stream().filter(word -> word.getValue().equals(spelled)).map(Map.Entry::getKey)
            .findFirst().orElse(spelled);
    }

    SearchRequest request() {
        return new SearchRequest(text, chosen, municipality == null ? null : Long.valueOf(municipality), getOrder(), page);
    }

    public String getText() {
        return text;
    }

    Map<Dimension, Set<String>> chosen() {
        return chosen;
    }

    public String getMunicipality() {
        return municipality;
    }

    /** @return how hits are sorted; without a text nothing is more relevant than another, so the newest come first */
    public Inquiry.Order getOrder() {
        return text.isEmpty() && order == Inquiry.Order.RELEVANCE ? Inquiry.Order.NEWEST : order;
    }

    /** @return the order as the address says it; null where it says nothing */
    public String getOrderName() {
        return order == Inquiry.Order.RELEVANCE ? null : ORDERS.get(order);
    }

    public int getPage() {
        return page;
    }

    /** @return how many choices narrow the results down */
    public int getChoices() {
        return chosen.values().stream().mapToInt(Set::size).sum() + (municipality == null ? 0 : 1);
    }

    /** @return whether nothing was asked at all */
    public boolean isEmpty() {
        return text.isEmpty() && getChoices() == 0;
    }

    boolean has(Dimension dimension, String value) {
        return chosen.getOrDefault(dimension, Set.of()).contains(value);
    }

    /** @return the address with one choice less, from the first page on */
    String without(Dimension dimension, String value) {
        Map<Dimension, Set<String>> fewer = new EnumMap<>(Dimension.class);
        fewer.putAll(chosen);
        Set<String> values = new LinkedHashSet<>(chosen.getOrDefault(dimension, Set.of()));
        values.remove(value);
        fewer.put(dimension, values);
        return new SearchAddress(text, fewer, municipality, order, 1).toString();
    }

    String withoutMunicipality() {
        return new SearchAddress(text, chosen, null, order, 1).toString();
    }

    /** @return the address without any choice but the text */
    String withoutChoices() {
        return new SearchAddress(text, Map.of(), null, order, 1).toString();
    }

    String withOrder(Inquiry.Order newOrder) {
        return new SearchAddress(text, chosen, municipality, newOrder, 1).toString();
    }

    String withPage(int newPage) {
        return new SearchAddress(text, chosen, municipality, order, newPage).toString();
    }

    String withText(String newText) {
        return new SearchAddress(newText, chosen, municipality, order, 1).toString();
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "q", text);
        NAMES.forEach((dimension, name) -> chosen.getOrDefault(dimension, Set.of()).forEach(value -> add(parts, name, spelled(dimension, value))));
        add(parts, "kommune", municipality);
        add(parts, "sortierung", getOrderName());
        add(parts, "seite", page > 1 ? Integer.toString(page) : null);
        return parts.isEmpty() ? PATH : PATH + "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (value != null && !value.isEmpty()) {
            parts.add(name + "=" + encoded(value));
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
