package de.krisenaustausch.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MunicipalityRepositoryTest extends DatabaseTest {

    private MunicipalityRepository municipalities;

    @BeforeEach
    void create() {
        municipalities = on(new MunicipalityRepository());
    }

    private List<String> suggest(String typed) {
        return municipalities.suggest(typed, 10).stream().map(Municipality::getName).toList();
    }

    @Test
    void suggestsWhatBeginsAWordTheLargerFirst() {
        given.municipality("Stadt Waldheim", 9_000);
        given.municipality("Gemeinde Waldhausen", 12_000);
        given.municipality("Stadt Schwarzwald", 50_000);
        em.flush();

        assertThat(suggest("wald")).containsExactly("Gemeinde Waldhausen", "Stadt Waldheim");
        assertThat(suggest("  Gemeinde W ")).containsExactly("Gemeinde Waldhausen");
        assertThat(suggest("heim")).isEmpty();
    }

    @Test
    void knowsThatUmlautsHaveTwoCases() {
        given.municipality("Stadt Überlingen", 22_000);
        given.municipality("Gemeinde Öhningen", 3_600);
        em.flush();

        assertThat(suggest("über")).containsExactly("Stadt Überlingen");
        assertThat(suggest("ÜBER")).containsExactly("Stadt Überlingen");
        assertThat(suggest("öhn")).containsExactly("Gemeinde Öhningen");
        assertThat(municipalities.findByName("STADT ÜBERLINGEN")).isPresent();
    }

    @Test
    void takesWildcardsAsTheyAreTyped() {
        given.municipality("Stadt Ulm", 126_000);
        given.municipality("Amt 100%_Nord\\Süd", 8_000);
        em.flush();

        assertThat(suggest("%")).isEmpty();
        assertThat(suggest("_lm")).isEmpty();
        assertThat(suggest("100%_n")).containsExactly("Amt 100%_Nord\\Süd");
        assertThat(suggest("100%_nord\\s")).containsExactly("Amt 100%_Nord\\Süd");
        assertThat(suggest("'; drop table municipality; --")).isEmpty();
    }

    @Test
    void findsByTheBeginningOfTheOfficialKey() {
        given.municipality("Stadt Ulm", 126_000).identify("08421000", "084210000000");
        em.flush();

        assertThat(suggest("0842")).containsExactly("Stadt Ulm");
        assertThat(suggest("421")).isEmpty();
    }

    @Test
    void suggestsNoMoreThanAsked() {
        for (int i = 0; i < 12; i++) {
            given.municipality("Gemeinde Neustadt " + i, 1000 + i);
        }
        em.flush();

        assertThat(municipalities.suggest("neustadt", 5)).extracting(Municipality::getPopulation).containsExactly(1011, 1010, 1009, 1008, 1007);
        assertThat(statements(() -> municipalities.suggest("neustadt", 12))).hasSize(1);
    }

    @Test
    void anOfficialKeyIsGivenOnce() {
        given.municipality("Stadt Ulm", 126_000).identify("08421000", "084210000000");
        given.municipality("Stadt Neu-Ulm", 60_000).identify("08421000", "097750135135");

        assertThatThrownBy(em::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void listsAssociationsInOneStatement() {
        given.association("KGSt");
        given.association("DStGB");

        assertThat(statements(() -> assertThat(municipalities.associations()).extracting(Association::getShortName)
            .containsSubsequence("DStGB", "KGSt"))).hasSize(1);
        assertThat(municipalities.findAssociation("kgst")).isPresent();
        assertThat(municipalities.findAssociation("KGSt")).isEmpty();
    }
}
