package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.MailDomain;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.municipality.Place;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Looking up organisations: while somebody types, by what a mail says, by a mail domain. Open to everybody, since whoever
 * registers has to say where she works; it knows official facts only, and nothing about people.
 */
@Stateless
@PermitAll
public class DirectoryService {

    /** Suggestions at a time. */
    public static final int SUGGESTIONS = 12;
    /** Longer texts are no names. */
    public static final int LONGEST = 200;
    private static final int LEAST = 2;

    @Inject
    private DirectoryIndex index;

    @Inject
    private MunicipalityRepository directory;

    /** An organisation that may be meant. @param formerly the former name by which it was found, or null */
    public record Suggestion(Place place, String formerly) {
    }

    /**
     * @param typed beginnings of any words of name, Kreis and Land, or of AGS, ARS or PLZ; Umlauts in any spelling
     * @return the likeliest first, {@value #SUGGESTIONS} at most; none for fewer than two or more than {@value #LONGEST} characters
     */
    public List<Suggestion> suggest(String typed) {
        if (typed == null || typed.strip().length() < LEAST || typed.length() > LONGEST) {
            return List.of();
        }
        return index.get().suggest(typed, SUGGESTIONS).stream().map(hit -> new Suggestion(hit.place(), hit.formerly())).toList();
    }

    /** @return the text that names the organisation for good, and is read back as it */
    public String label(Place place) {
        return index.get().label(place);
    }

    /** @return the organisation with that id, or the one that it is part of now; empty when it is gone without a successor */
    public Optional<Place> find(long id) {
        return index.get().find(id);
    }

    /**
     * What a person typed into the chooser.
     *
     * @return the organisation whose label, AGS or ARS this is, or the only one that it can mean
     */
    public Optional<Place> read(String typed) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<Place> labelled = index.get().labelled(typed);
        if (labelled.isPresent()) {
            return labelled;
        }
        String text = typed.strip();
        if (text.matches("[0-9]{5,12}")) {
            List<Suggestion> keyed = suggest(text);
            return keyed.size() == 1 ? Optional.of(keyed.get(0).place()) : Optional.empty();
        }
        Match match = match(text, Match.Hints.NONE);
        return match.certainty() == Match.Certainty.CERTAIN ? Optional.of(match.certain()) : Optional.empty();
    }

    /**
     * @param name as somebody writes it: "Gde. Neuenkirchen (Kreis Steinfurt)"
     * @param hints what else is known
     * @return whom it means, and how certain that is
     */
    public Match match(String name, Match.Hints hints) {
        Place home = hints.mailDomain() == null ? null : findByDomain(hints.mailDomain()).orElse(null);
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            return home == null ? Match.NONE : new Match(Match.Certainty.SEVERAL, List.of(home));
        }
        return new PlaceMatcher(index.get()).match(name, hints, home);
    }

    /**
     * @param domain of a mail address: "ordnungsamt.ulm.de"
     * @return the organisation that the domain, or the nearest one above it, belongs to; its successor if it is no more
     */
    public Optional<Place> findByDomain(String domain) {
        if (domain == null || domain.length() > MailDomain.LENGTH) {
            return Optional.empty();
        }
        return directory.findByDomain(domain).map(Municipality::getId).flatMap(this::find);
    }
}
