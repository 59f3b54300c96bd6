package de.krisenaustausch.municipality.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceIndexTest {

    private final PlaceIndex index = Places.germany().index();

    private List<String> labels(String typed) {
        return index.suggest(typed, 12).stream().map(hit -> hit.place().label()).toList();
    }

    @Test
    void tellsNamesakesApartTheLargerFirst() {
        assertThat(labels("neuenk")).containsExactly("Gemeinde Neuenkirchen, Kreis Steinfurt, NW", "Gemeinde Neuenkirchen-Vörden, Landkreis Vechta, NI",
            "Gemeinde Neuenkirchen, Landkreis Heidekreis, NI", "Gemeinde Neuenkirchen, Kreis Dithmarschen, SH");
        assertThat(labels("Neuenkirchen")).as("the name itself before longer ones").endsWith("Gemeinde Neuenkirchen-Vörden, Landkreis Vechta, NI");
    }

    @ParameterizedTest
    @CsvSource({"neuenkirchen heide, 'Gemeinde Neuenkirchen, Landkreis Heidekreis, NI'", "stein neuenk, 'Gemeinde Neuenkirchen, Kreis Steinfurt, NW'",
        "Neuenkirchen SH, 'Gemeinde Neuenkirchen, Kreis Dithmarschen, SH'", "neuenkirchen schles, 'Gemeinde Neuenkirchen, Kreis Dithmarschen, SH'"})
    void knowsKreisAndLand(String typed, String label) {
        assertThat(labels(typed)).containsExactly(label);
    }

    @ParameterizedTest
    @CsvSource({"08421000, Ulm", "0842, Ulm", "084210000000, Ulm", "89073, Ulm", "4848, Neuenkirchen"})
    void knowsKeysAndPostalCodes(String typed, String name) {
        assertThat(labels(typed)).hasSize(1).allMatch(label -> label.contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Überl", "ueberl", "uberl", "ÜBERLINGEN", "U\u0308berlingen", "überlignen", "Ubelingen"})
    void takesUmlautsAndSlipsAsTheyComeFromTheKeyboard(String typed) {
        assertThat(labels(typed)).containsExactly("Stadt Überlingen, Bodenseekreis, BW");
    }

    @ParameterizedTest
    @CsvSource({"Neustadt an der Aisch, Neustadt a.d.Aisch", "St. Augustin, Sankt Augustin", "sankt aug, Sankt Augustin", "halle saale, Halle (Saale)"})
    void knowsOtherSpellings(String typed, String name) {
        assertThat(labels(typed)).hasSize(1).allMatch(label -> label.contains(name));
    }

    @Test
    void putsATownBeforeTheKreisOfItsName() {
        assertThat(labels("rosenheim")).containsExactly("Stadt Rosenheim, BY", "Landkreis Rosenheim, BY");
        assertThat(labels("landkreis ros")).containsExactly("Landkreis Rosenheim, BY");
        assertThat(labels("ulm")).startsWith("Stadt Ulm, BW");
    }

    @Test
    void findsWhatIsGoneAtItsSuccessor() {
        assertThat(index.suggest("altend", 12)).singleElement()
            .satisfies(hit -> assertThat(hit.place().name()).isEqualTo("Stadt Neubach"))
            .satisfies(hit -> assertThat(hit.formerly()).isEqualTo("Gemeinde Altendorf"));
        assertThat(index.suggest("neubach", 12)).singleElement().satisfies(hit -> assertThat(hit.formerly()).isNull());
        assertThat(labels("nirgends")).isEmpty();
        long gone = Places.germany().gone("x", null).id() - 2;
        assertThat(index.find(gone)).hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("Stadt Neubach"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "_lm", "'; drop table municipality; --", "xyzxyz", "an der", "((("})
    void findsNothingForNothing(String typed) {
        assertThat(labels(typed)).isEmpty();
    }

    @Test
    void readsItsOwnLabels() {
        index.entries().forEach(entry -> assertThat(index.labelled(entry.place().label())).contains(entry.place()));
    }

    /** Two Neuenkirchen lie in one Kreis. */
    @Test
    void namesakesInOneKreisAreToldApartByTheirPostalCode() {
        Places places = new Places();
        Place first = places.add("Gemeinde Neuenkirchen", MunicipalityKind.VILLAGE, "Landkreis Küste", FederalState.MV, 2_000, "13075097", "17498");
        Place second = places.add("Gemeinde Neuenkirchen", MunicipalityKind.VILLAGE, "Landkreis Küste", FederalState.MV, 200, "13075098", "17392");
        PlaceIndex doubled = places.index();

        assertThat(doubled.label(second)).isEqualTo("Gemeinde Neuenkirchen, Landkreis Küste, MV, 17392");
        assertThat(doubled.labelled(doubled.label(first))).contains(first);
        assertThat(doubled.labelled(doubled.label(second))).contains(second);
        assertThat(doubled.labelled(first.label())).as("either").isEmpty();
    }

    @Test
    void suggestsNoMoreThanAsked() {
        Places many = new Places();
        for (int i = 0; i < 11_000; i++) {
            many.village("Gemeinde Dorf" + i, "Kreis " + i % 294, FederalState.values()[i % 16], i);
        }
        assertThat(many.index().suggest("dorf", 5)).extracting(hit -> hit.place().population()).containsExactly(10_999, 10_998, 10_997, 10_996, 10_995);
    }

    @ParameterizedTest
    @CsvSource({"mucnhen, muenchen, false", "muenhcen, muenchen, true", "muenchn, muenchen, true", "muenxchen, muenchen, true", "minchen, muenchen, false",
        "muenchenx, muenchen, true", "steinfort, steinfurter, true", "x, y, false"})
    void oneLetterIsForgiven(String typed, String word, boolean forgiven) {
        assertThat(PlaceIndex.isOneAway(typed, word)).isEqualTo(forgiven);
    }
}
