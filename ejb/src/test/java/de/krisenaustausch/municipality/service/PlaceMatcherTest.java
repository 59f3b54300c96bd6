package de.krisenaustausch.municipality.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceMatcherTest {

    private final PlaceIndex index = Places.germany().index();
    private final PlaceMatcher matcher = new PlaceMatcher(index);

    private Match match(String name) {
        return matcher.match(name, Match.Hints.NONE, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Stadt Ulm | Stadt Ulm, BW", "Ulm | Stadt Ulm, BW", "ULM | Stadt Ulm, BW", "Stadtverwaltung Ulm | Stadt Ulm, BW", "Gde. Ulmen | Gemeinde Ulmen, Landkreis Cochem-Zell, RP",
        "Ueberlingen | Stadt Überlingen, Bodenseekreis, BW", "Landkreis Rosenheim | Landkreis Rosenheim, BY", "LRA Rosenheim | Landkreis Rosenheim, BY",
        "Gde. Neuenkirchen (Kreis Steinfurt) | Gemeinde Neuenkirchen, Kreis Steinfurt, NW", "Neuenkirchen, Kr. Steinfurt | Gemeinde Neuenkirchen, Kreis Steinfurt, NW",
        "Neuenkirchen, Heidekreis | Gemeinde Neuenkirchen, Landkreis Heidekreis, NI", "Neuenkirchen im Kreis Dithmarschen | Gemeinde Neuenkirchen, Kreis Dithmarschen, SH",
        "48485 Neuenkirchen | Gemeinde Neuenkirchen, Kreis Steinfurt, NW", "Neuenkirchen, NRW | Gemeinde Neuenkirchen, Kreis Steinfurt, NW",
        "Neuenkirchen (Schleswig-Holstein) | Gemeinde Neuenkirchen, Kreis Dithmarschen, SH", "Halle (Saale) | Stadt Halle (Saale), ST", "Stadt Halle/Saale | Stadt Halle (Saale), ST",
        "Gemeinde Halle | Gemeinde Halle, Landkreis Holzminden, NI", "Neustadt an der Aisch | Stadt Neustadt a.d.Aisch, Landkreis Neustadt a.d.Aisch-Bad Windsheim, BY",
        "St. Augustin | Stadt Sankt Augustin, Rhein-Sieg-Kreis, NW", "LH München | Landeshauptstadt München, BY",
        "Gemeinde Neuenkirchen, Kreis Steinfurt, NW | Gemeinde Neuenkirchen, Kreis Steinfurt, NW"})
    void isCertain(String name, String label) {
        Match match = match(name);
        assertThat(match.candidates()).extracting(Place::label).first().isEqualTo(label);
        assertThat(match.certainty()).isEqualTo(Match.Certainty.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Neuenkirchen", "Gemeinde Neuenkirchen", "Stadt Halle", "Halle", "Neustadt", "Neuenkirchen in Niedersachsen bei Soltau", "Stadt Neuenkirchen"})
    void asksWhereSeveralMayBeMeant(String name) {
        assertThat(match(name).certainty()).isEqualTo(Match.Certainty.SEVERAL);
        assertThat(match(name).candidates()).isNotEmpty();
    }

    @Test
    void aKreisIsMeantOnlyWhereItIsSaid() {
        Places places = new Places();
        places.add("Landkreis Rostock", de.krisenaustausch.municipality.MunicipalityKind.COUNTY, null, FederalState.MV, 220_000, "13072000", null);
        assertThat(new PlaceMatcher(places.index()).match("Rostock", Match.Hints.NONE, null).certainty()).isEqualTo(Match.Certainty.SEVERAL);
        places.add("Hanse- und Universitätsstadt Rostock", de.krisenaustausch.municipality.MunicipalityKind.CITY, null, FederalState.MV, 210_000, "13003000", "18050");
        PlaceMatcher both = new PlaceMatcher(places.index());
        assertThat(both.match("Hansestadt Rostock", Match.Hints.NONE, null).certain().name()).startsWith("Hanse- und");
        assertThat(both.match("Rostock", Match.Hints.NONE, null).certain().name()).startsWith("Hanse- und");
        assertThat(both.match("LK Rostock", Match.Hints.NONE, null).certain().name()).isEqualTo("Landkreis Rostock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Schilda", "Gemeinde", "???", "Stadtwerke", "12345"})
    void doesNotInvent(String name) {
        assertThat(match(name)).isEqualTo(Match.NONE);
    }

    @Test
    void hintsTellNamesakesApart() {
        assertThat(matcher.match("Neuenkirchen", new Match.Hints("Landkreis Heidekreis", null, null, null), null).certain().state()).isEqualTo(FederalState.NI);
        assertThat(matcher.match("Neuenkirchen", new Match.Hints(null, "48485", null, null), null).certain().state()).isEqualTo(FederalState.NW);
        assertThat(matcher.match("Neuenkirchen", new Match.Hints(null, null, FederalState.SH, null), null).certain().state()).isEqualTo(FederalState.SH);
        assertThat(matcher.match("Neuenkirchen", new Match.Hints(null, null, FederalState.NI, null), null).certainty()).as("two of Niedersachsen")
            .isEqualTo(Match.Certainty.SEVERAL);
    }

    @Test
    void whatContradictsMakesUncertain() {
        Match elsewhere = matcher.match("Stadt Ulm", new Match.Hints("Kreis Steinfurt", null, null, null), null);
        assertThat(elsewhere.certainty()).isEqualTo(Match.Certainty.SEVERAL);
        assertThat(matcher.match("Ulm", new Match.Hints(null, "89077", null, null), null).certainty()).as("another PLZ of the town").isEqualTo(Match.Certainty.CERTAIN);
        assertThat(matcher.match("Ulm", new Match.Hints(null, "10115", null, null), null).certainty()).isEqualTo(Match.Certainty.SEVERAL);
    }

    @Test
    void theMailDomainConfirmsOrContradicts() {
        Place steinfurt = index.labelled("Gemeinde Neuenkirchen, Kreis Steinfurt, NW").orElseThrow();
        assertThat(matcher.match("Neuenkirchen", Match.Hints.NONE, steinfurt).certain()).isEqualTo(steinfurt);
        Match other = matcher.match("Ulm", Match.Hints.NONE, steinfurt);
        assertThat(other.certainty()).isEqualTo(Match.Certainty.SEVERAL);
        assertThat(other.candidates()).first().isEqualTo(steinfurt);
        assertThat(matcher.match("Rathaus", Match.Hints.NONE, steinfurt).candidates()).containsExactly(steinfurt);
    }
}
