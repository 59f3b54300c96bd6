package de.krisenaustausch.search.service.index;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small documents for tests, and questions about them. */
final class Entries {

    static final Instant NOW = Instant.parse("2020-04-20T10:00:00Z");
    static final Entry.Place ULM = place(1, "Stadt Ulm", MunicipalityKind.CITY, FederalState.BW, 126_000);
    static final Entry.Place WALDHAUSEN = place(2, "Gemeinde Waldhausen", MunicipalityKind.VILLAGE, FederalState.BY, 2_400);

    private Entries() {
    }

    static Entry.Place place(long id, String name, MunicipalityKind kind, FederalState state, int population) {
        return new Entry.Place(id, name, kind, state, SizeClass.of(population), population);
    }

    static Entry entry(long id, long space, String title, String... pages) {
        return entry(id, space, ULM, NOW.minusSeconds(id * 60), title, pages);
    }

    static Entry entry(long id, long space, Entry.Place place, Instant sharedAt, String title, String... pages) {
        return entry(id, new Entry.Facts(space, Entry.Nature.document("dienstanweisung", "PDF"), List.of("personal"), sharedAt, place), title, pages);
    }

    static Entry entry(long id, Entry.Facts facts, String title, String... pages) {
        List<Entry.Page> numbered = new ArrayList<>();
        for (String page : pages) {
            numbered.add(new Entry.Page(numbered.size() + 1, page));
        }
        return new Entry(id, facts, new Entry.Text(title, null, List.of("Dienstanweisung", "Personal", facts.place().name()), numbered, true));
    }

    static Inquiry question(String text, Long... readable) {
        return question(text, Map.of(), readable);
    }

    static Inquiry question(String text, Map<Dimension, Set<String>> chosen, Long... readable) {
        return new Inquiry(text, Set.of(readable), chosen, null, null, Inquiry.Order.RELEVANCE, 0, 10, NOW);
    }

    static Inquiry from(Entry.Place home, String text, Long... readable) {
        return new Inquiry(text, Set.of(readable), Map.of(), null, home, Inquiry.Order.RELEVANCE, 0, 10, NOW);
    }

    static List<Long> ids(List<Answer.Hit> hits) {
        return hits.stream().map(Answer.Hit::id).toList();
    }
}
