package de.krisenaustausch.municipality.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.service.DirectoryPlan.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year's list against the one before: who stays who she is. */
class DirectoryPlanTest {

    @TempDir
    Path folder;

    private List<Municipality> known;

    private static OfficialLines head() {
        return new OfficialLines("20241231").county("16061", "44", "Eichental").union("16061", "5001", "54", "Hochland");
    }

    private static OfficialLines before() {
        return head().municipality("16061001", "5001", "64", "Altdorf", 1000, 500, "37001").municipality("16061002", "5001", "64", "Bachdorf", 1500, 700, "37001")
            .municipality("16061003", "5001", "64", "Cedorf", 2100, 900, "37001").municipality("16061004", "0000", "63", "Dorstadt, Stadt", 5000, 8000, "37002");
    }

    @BeforeEach
    void remember() throws IOException {
        known = new ArrayList<>(before().entries(folder).stream().map(OfficialEntry::create).toList());
    }

    private DirectoryPlan plan(OfficialLines lines) throws IOException {
        return new DirectoryPlan(known, lines.entries(folder));
    }

    private static List<String> names(DirectoryPlan plan, Change change) {
        return plan.lines(change).map(line -> line.known() == null ? line.entry().name() : line.known().getName()).toList();
    }

    @Test
    void theSameListChangesNothing() throws IOException {
        assertThat(plan(before()).lines()).isEmpty();
        assertThat(plan(before()).counts().entries()).isEqualTo(6);
    }

    @Test
    void aNewListIsAllNew() throws IOException {
        known.clear();
        assertThat(plan(before()).counts().added()).isEqualTo(6);
    }

    @Test
    void aNewNameAndAnotherVerbandAreTheSameMunicipality() throws IOException {
        DirectoryPlan plan = plan(head().municipality("16061001", "5002", "64", "Altdorf am Berg", 1000, 510, "37001").municipality("16061002", "5001", "64", "Bachdorf", 1500, 700, "37001")
            .municipality("16061003", "5001", "64", "Cedorf", 2100, 900, "37001").municipality("16061004", "0000", "63", "Dorstadt, Stadt", 5000, 8000, "37002"));

        assertThat(names(plan, Change.NEW)).isEmpty();
        DirectoryPlan.Line line = plan.lines(Change.CHANGED).filter(each -> each.known().getName().equals("Gemeinde Altdorf")).findFirst().orElseThrow();
        assertThat(line.entry().differences(line.known())).extracting(OfficialEntry.Difference::field).containsExactly("field.name", "field.population", "field.ars");
        line.entry().writeTo(line.known());
        assertThat(line.known().getName()).isEqualTo("Gemeinde Altdorf am Berg");
        assertThat(line.known().getArs()).isEqualTo("160615002001");
    }

    @Test
    void whatIsAsLargeAsThoseThatWentTookThemIn() throws IOException {
        DirectoryPlan plan = plan(head().municipality("16061003", "5001", "64", "Cedorf", 2100, 900, "37001")
            .municipality("16061004", "0000", "63", "Dorstadt, Stadt", 5000, 8000, "37002").municipality("16061009", "5001", "64", "Neutal", 2500, 1200, "37001"));

        assertThat(names(plan, Change.NEW)).containsExactly("Gemeinde Neutal");
        assertThat(plan.lines(Change.MERGED)).extracting(line -> line.known().getName() + " → " + line.successor().name())
            .containsExactlyInAnyOrder("Gemeinde Altdorf → Gemeinde Neutal", "Gemeinde Bachdorf → Gemeinde Neutal");
        assertThat(names(plan, Change.GONE)).isEmpty();
    }

    @Test
    void whoGrewByItsAreaTookItInAndAVerbandGoesWithItsLastMembers() throws IOException {
        DirectoryPlan plan = plan(new OfficialLines("20241231").county("16061", "44", "Eichental")
            .municipality("16061004", "0000", "63", "Dorstadt, Stadt", 9600, 10_100, "37002"));

        assertThat(plan.lines(Change.MERGED)).extracting(line -> line.known().getName()).containsExactlyInAnyOrder(
            "Verwaltungsgemeinschaft Hochland", "Gemeinde Altdorf", "Gemeinde Bachdorf", "Gemeinde Cedorf");
        assertThat(plan.lines(Change.MERGED)).extracting(line -> line.successor().name()).containsOnly("Stadt Dorstadt");
    }

    @Test
    void doubtIsLeftToAPerson() throws IOException {
        // 1000 + 1500 ha went, but nobody has them: it was divided
        DirectoryPlan divided = plan(head().municipality("16061003", "5001", "64", "Cedorf", 3300, 1500, "37001")
            .municipality("16061004", "0000", "63", "Dorstadt, Stadt", 6300, 8600, "37002"));
        assertThat(names(divided, Change.GONE)).containsExactlyInAnyOrder("Gemeinde Altdorf", "Gemeinde Bachdorf");
        assertThat(names(divided, Change.MERGED)).isEmpty();
        // two of the same size: who went where?
        known.get(3).locate("37001", 1000);
        DirectoryPlan twins = plan(head().municipality("16061003", "5001", "64", "Cedorf", 3100, 1500, "37001")
            .municipality("16061004", "0000", "63", "Dorstadt, Stadt", 6000, 8600, "37002"));
        assertThat(names(twins, Change.GONE)).hasSize(2);
    }

    @Test
    void anotherKreisGivesAnotherKey() throws IOException {
        DirectoryPlan plan = plan(new OfficialLines("20241231").county("16099", "44", "Eichental-Süd").union("16099", "5001", "54", "Hochland")
            .municipality("16099001", "5001", "64", "Altdorf", 1000, 500, "37001").municipality("16099002", "5001", "64", "Bachdorf", 1500, 700, "37001")
            .municipality("16099003", "5001", "64", "Cedorf", 2100, 900, "37001").municipality("16099004", "0000", "63", "Dorstadt, Stadt", 5000, 8000, "37002"));

        assertThat(names(plan, Change.NEW)).containsExactly("Landkreis Eichental-Süd");
        assertThat(names(plan, Change.CHANGED)).hasSize(5);
        assertThat(plan.lines(Change.MERGED)).singleElement().satisfies(line -> {
            assertThat(line.known().getName()).isEqualTo("Landkreis Eichental");
            assertThat(line.successor().name()).isEqualTo("Landkreis Eichental-Süd");
        });
    }

    @Test
    void whatWasEnteredByHandGetsItsKeyWhereItsNameIsTheOnlyOne() throws IOException {
        Municipality byHand = new Municipality("Gemeinde Altdorf", MunicipalityKind.VILLAGE, "Landkreis Eichental", FederalState.TH, 480);
        Municipality elsewhere = new Municipality("Gemeinde Altdorf", MunicipalityKind.VILLAGE, "Landkreis Anderswo", FederalState.TH, 480);
        known = List.of(byHand, elsewhere);
        DirectoryPlan plan = plan(before());

        assertThat(plan.lines(Change.CHANGED)).extracting(DirectoryPlan.Line::known).containsExactly(byHand);
        assertThat(names(plan, Change.GONE)).as("what no file ever named").isEmpty();
    }

    @Test
    void whoComesBackIsThereAgain() throws IOException {
        known.get(2).dissolve();
        DirectoryPlan plan = plan(before());
        assertThat(names(plan, Change.CHANGED)).containsExactly("Gemeinde Altdorf");
    }
}
