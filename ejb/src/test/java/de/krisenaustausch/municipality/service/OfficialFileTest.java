package de.krisenaustausch.municipality.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.shared.BusinessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialFileTest {

    @TempDir
    Path folder;

    private static OfficialLines small() {
        return new OfficialLines("20231130").line("10", "01", "", "Schleswig-Holstein", "", "")
            .county("01001", "41", "Förde, Stadt").union("01001", "0000", "50", "Förde, Stadt").municipality("01001000", "0000", "61", "Förde, Stadt", 5673, 92550, "24937")
            .county("01051", "43", "Dithmarschen").union("01051", "5163", "51", "Burg-Land")
            .municipality("01051001", "5163", "64", "Süderdorf", 1200, 400, "25712").municipality("01051002", "5163", "63", "Albern, St", 800, 2600, "25713")
            .municipality("01051003", "5163", "66", "Forst, gemfr. Gebiet", 900, 0, "     ");
    }

    @Test
    void readsWhoHasAnOfficeAndCountsTheirPeople() throws IOException {
        OfficialFile.Content content = OfficialFile.read(small().write(folder));

        assertThat(content.asOf()).isEqualTo(LocalDate.of(2023, 11, 30));
        assertThat(content.entries()).extracting(OfficialEntry::name)
            .containsExactly("Stadt Förde", "Kreis Dithmarschen", "Amt Burg-Land", "Gemeinde Süderdorf", "Stadt Albern");
        OfficialEntry city = content.entries().get(0);
        assertThat(city.kind()).isEqualTo(MunicipalityKind.CITY);
        assertThat(city.county()).isNull();
        assertThat(city.ars().value()).isEqualTo("010010000000");
        OfficialEntry village = content.entries().get(3);
        assertThat(village.ags().value()).isEqualTo("01051001");
        assertThat(village.ars().value()).isEqualTo("010515163001");
        assertThat(village.county()).isEqualTo("Kreis Dithmarschen");
        assertThat(village.state()).isEqualTo(FederalState.SH);
        assertThat(village.postalCode()).isEqualTo("25712");
        assertThat(village.areaHa()).isEqualTo(1200);
        assertThat(content.entries()).extracting(OfficialEntry::population).containsExactly(92550, 3000, 3000, 400, 2600);
        assertThat(content.entries().get(1).ars().value()).isEqualTo("010510000000");
        assertThat(content.entries().get(2).ars().value()).isEqualTo("010515163000");
    }

    @Test
    void readsOlderFilesToo() throws IOException {
        assertThat(OfficialFile.read(small().write(folder, StandardCharsets.ISO_8859_1)).entries()).extracting(OfficialEntry::name).contains("Stadt Förde");
    }

    @ParameterizedTest
    @CsvSource({"60, 'Lindau, Markt', Markt Lindau", "60, 'Lindau, M', Markt Lindau", "63, 'Lindau, Hansestadt', Hansestadt Lindau", "63, 'Lindau, GKSt', Stadt Lindau",
        "64, 'Lindau, Flecken', Flecken Lindau", "64, Lindau, Gemeinde Lindau", "67, Lindau, Stadt Lindau", "63, 'Lindau, Blütenstadt', Stadt Lindau"})
    void putsBeforeANameWhatStandsBehindIt(String mark, String name, String said) throws IOException {
        List<OfficialEntry> entries = small().municipality("01051010", "0000", mark, name, 1, 1, "12345").entries(folder);
        assertThat(entries.get(entries.size() - 1).name()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"44, Uelzen, Landkreis Uelzen", "44, Heidekreis, Heidekreis", "43, Rhein-Sieg-Kreis, Rhein-Sieg-Kreis", "45, Region Hannover, Region Hannover"})
    void callsAKreisWhatItIs(String mark, String name, String said) throws IOException {
        assertThat(small().county("03999", mark, name).entries(folder)).extracting(OfficialEntry::name).contains(said);
    }

    @Test
    void refusesTheWholeFileAndNamesTheLine() {
        refused(lines -> lines.raw("60 zu kurz"), "length", 10, 10);
        refused(lines -> lines.raw("x".repeat(221)), "length", 10, 221);
        refused(lines -> lines.line("70", "01051004", "0000", "Dorf", "64", ""), "type", 10);
        refused(lines -> lines.municipality("0105100X", "0000", "64", "Dorf", 1, 1, "12345"), "key", 10);
        refused(lines -> lines.municipality("99051001", "0000", "64", "Dorf", 1, 1, "12345"), "county", 10);
        refused(lines -> lines.municipality("01051004", "0000", "69", "Dorf", 1, 1, "12345"), "kind", 10);
        refused(lines -> lines.municipality("01051004", "0000", "64", "", 1, 1, "12345"), "name", 10);
        refused(lines -> lines.line("60", "01051004", "0000", "Dorf", "64", "    0000000xx11"), "number", 10);
        refused(lines -> lines.municipality("01051001", "5163", "64", "Süderdorf", 1, 1, "12345"), "twice", 10, 7);
        refused(lines -> lines.raw("60" + "20231301" + " ".repeat(210)), "day", 10);
        refused(lines -> lines.raw("60" + "20221130" + " ".repeat(210)), "otherDay", 10);
    }

    @Test
    void refusesWhatIsNoSuchList() throws IOException {
        Path empty = new OfficialLines("20231130").write(folder);
        assertThatThrownBy(() -> OfficialFile.read(empty)).isInstanceOfSatisfying(BusinessException.class,
            refused -> assertThat(refused.getMessageKey()).isEqualTo("directory.file.empty"));
    }

    private void refused(UnaryOperator<OfficialLines> with, String reason, Object... numbers) {
        assertThatThrownBy(() -> OfficialFile.read(with.apply(small()).write(folder))).as(reason)
            .isInstanceOfSatisfying(BusinessException.class, refused -> {
                assertThat(refused.getMessageKey()).isEqualTo("directory.file." + reason);
                assertThat(refused.getParameters()).containsExactly(numbers);
            });
    }
}
