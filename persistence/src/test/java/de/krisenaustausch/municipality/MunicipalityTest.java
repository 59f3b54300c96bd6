package de.krisenaustausch.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.shared.BusinessException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityTest {

    private final Municipality ulm = new Municipality(" Stadt Ulm ", MunicipalityKind.CITY, " ", FederalState.BW, 126_000);

    @ParameterizedTest
    @CsvSource({"3600000, GK1", "400000, GK1", "399999, GK2", "200000, GK2", "199999, GK3", "100000, GK3", "99999, GK4", "50000, GK4", "49999, GK5",
        "25000, GK5", "24999, GK6", "10000, GK6", "9999, GK7A", "5000, GK7A", "4999, GK7B", "3000, GK7B", "2999, GK7C", "1000, GK7C", "999, GK7D", "0, GK7D"})
    void theLowerBorderBelongsToTheClass(int population, SizeClass expected) {
        assertThat(SizeClass.of(population)).isEqualTo(expected);
    }

    @Test
    void nobodyLivesInANegativeClass() {
        assertThatThrownBy(() -> SizeClass.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growsIntoTheNextClass() {
        ulm.countPeople(200_000);
        assertThat(ulm.getSizeClass()).isEqualTo(SizeClass.GK2);

        assertThatThrownBy(() -> ulm.countPeople(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ulm.getPopulation()).isEqualTo(200_000);
        assertThat(ulm.getSizeClass()).isEqualTo(SizeClass.GK2);
    }

    @Test
    void hasANameAndPerhapsACounty() {
        assertThat(ulm.getName()).isEqualTo("Stadt Ulm");
        assertThat(ulm.getCounty()).isNull();
        assertThatThrownBy(() -> new Municipality(" ", MunicipalityKind.TOWN, null, FederalState.BW, 1)).isInstanceOf(BusinessException.class);
    }

    @ParameterizedTest
    @CsvSource({"0842100, 084210000000", "08421000, 08421000000", "0842100a, 084210000000", "'08421000 ', 084210000000", "'', ''"})
    void officialKeysHaveTheirForm(String ags, String ars) {
        assertThatThrownBy(() -> ulm.identify(new Ags(ags), new Ars(ars))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ulm.getAgs()).isNull();
    }

    @Test
    void whoMergesKeepsItsRowAndNamesItsSuccessor() {
        Municipality small = new Municipality("Gemeinde Klein", MunicipalityKind.VILLAGE, "Alb-Donau-Kreis", FederalState.BW, 300);
        assertThatThrownBy(() -> small.mergeInto(small)).isInstanceOf(BusinessException.class);
        small.mergeInto(ulm);

        assertThat(small.isGone()).isTrue();
        assertThat(small.getSuccessor()).isSameAs(ulm);
        assertThatThrownBy(() -> ulm.mergeInto(small)).as("one that is no more").isInstanceOf(BusinessException.class);
        small.describe("Gemeinde Klein", MunicipalityKind.VILLAGE, "Alb-Donau-Kreis", FederalState.BW);
        assertThat(small.isGone()).as("it is there again").isFalse();
        assertThat(small.getSuccessor()).isNull();
    }

    @Test
    void sixteenLaenderHaveTheirKeys() {
        assertThat(FederalState.values()).hasSize(16);
        assertThat(Arrays.stream(FederalState.values()).map(FederalState::getKey)).doesNotHaveDuplicates().allMatch(key -> key.matches("\\d\\d"));
        assertThat(FederalState.ofKey("08")).isEqualTo(FederalState.BW);
        assertThatThrownBy(() -> FederalState.ofKey("17")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAssociationIsAddressedByItsShortName() {
        assertThat(new Association("DStGB", "Deutscher Städte- und Gemeindebund").getSlug()).isEqualTo("dstgb");
        assertThatThrownBy(() -> new Association("", "Verband")).isInstanceOf(BusinessException.class);
    }
}
