package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tag {@code ka:organisation} offers when the text that came in may mean several organisations. */
@Named
@RequestScoped
public class ChooseOrganisation {

    private final Map<String, List<Place>> candidates = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();

    /** Several may be meant. @param id of the input */
    void offer(String id, String text, List<Place> places) {
        candidates.put(id, places);
        typed.put(id, text);
    }

    /** @return those to choose from; none where all is clear */
    public List<Place> candidates(String id) {
        return candidates.getOrDefault(id, List.of());
    }

    /** @return what they are offered for: the choice counts only as long as this stays in the field */
    public String typed(String id) {
        return typed.get(id);
    }
}
