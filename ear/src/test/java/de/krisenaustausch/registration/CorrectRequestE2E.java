package de.krisenaustausch.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.title;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import jakarta.json.Json;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was recognised wrongly is put right at the desk before she comes in. */
class CorrectRequestE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    private final String mark = Scene.unique();
    private final String town = "Gemeinde Neuenkirchen " + mark;
    private Room room;
    private Clerk clerk;

    /** Of two Neuenkirchen nobody knows which is meant. */
    @BeforeEach
    void aMailThatSaysTooLittle() {
        room = Scene.space("Dürre " + mark);
        Scene.ok(Api.as(Person.ADMIN).put("/api/v1/municipalities", Json.createArrayBuilder()
            .add(Scene.place(town, "VILLAGE", "Landkreis Heidekreis", "NI", 5_600))
            .add(Scene.place(town, "VILLAGE", "Kreis Steinfurt", "NW", 14_200)).build().toString()));
        clerk = Clerk.at("unbekannt-" + mark + ".example");
        clerk.write(room.name(), "Vorname: Pauline\r\nName: Berg\r\nKommune: Neuenkirchen " + mark + "\r\nDienststelle: Bauamt\r\n");
        Mail.awaited(clerk.email(), "eingegangen");
    }

    @Test
    void whatWasRecognisedIsPutRightAndThenDecidedOn() {
        Page office = browser.of(Person.ADMIN);
        office.navigate(Browser.at("/zugaenge"));
        Locator row = office.locator("[data-ka-request]").filter(new Locator.FilterOptions().setHas(office.locator(".ka-facts").getByText(clerk.email())));
        assertThat(row).containsText("Kommune unsicher");
        row.getByText("Berichtigen").click();
        assertThat(title(office)).hasText("Pauline Berg");
        assertThat(office.locator("aside")).containsText(room.name());
        Looks.right(office);

        office.getByLabel("Vorname").fill("Paula");
        office.getByLabel("Kommune", new Page.GetByLabelOptions().setExact(true)).fill("Schilda");
        button(office, "Speichern").click();
        assertThat(office.locator(".ka-messages [role=alert]")).containsText("Eine Kommune mit dem Namen „Schilda“ kennen wir nicht");
        assertThat(office.getByLabel("Vorname")).hasValue("Paula");
        office.getByLabel("Dienststelle").fill("");
        choose(office, "Steinfurt");
        button(office, "Speichern").click();
        assertThat(office.locator(".ka-messages [role=alert]")).containsText("Dienststelle");
        assertThat(office.getByLabel("Kommune", new Page.GetByLabelOptions().setExact(true))).hasValue(town + ", Kreis Steinfurt, NW");
        Looks.right(office);

        office.getByLabel("Dienststelle").fill("Bauordnungsamt");
        office.getByLabel("Funktion").fill("Leitung");
        button(office, "Speichern").click();
        told(office, "Gespeichert. Die Angaben gelten als geprüft.");
        assertThat(title(office)).hasText("Paula Berg");
        assertThat(office.locator(".ka-lead")).not().containsText("Kommune unsicher");
        assertThat(office.locator(".ka-lead")).containsText("Mail-Domain unbekannt");
        assertThat(office.locator("aside")).containsText("Neuenkirchen " + mark);
        Looks.right(office);

        office.getByLabel("Text in der E-Mail").fill("Willkommen im Kreis.");
        button(office, "Genehmigen").click();
        told(office, "Genehmigt. Der persönliche Link ist unterwegs.");
        Mail letter = Mail.awaited(clerk.email(), "Ihr Zugang");
        Assertions.assertThat(letter.text()).contains("Paula Berg", "Willkommen im Kreis.");
        Page hers = browser.anonymous();
        hers.navigate(Browser.at(Mail.path(letter.text())));
        assertThat(hers.locator("main")).containsText(town);
        assertThat(hers.locator("main")).containsText("Bauordnungsamt");

        office.navigate(Browser.at("/verwaltung/protokoll?tat=accessCorrect&wer=" + clerk.email()));
        assertThat(office.locator("tbody tr")).hasCount(1);
        assertThat(office.locator("tbody tr")).containsText("Antrag berichtigt");
        assertThat(office.locator("tbody tr")).containsText(Pattern.compile("Pauline Berg, .*Bauamt, – → Paula Berg, " + town + ", Kreis Steinfurt, NW, Bauordnungsamt, Leitung"));
    }

    @Test
    void theSecondOfTwoIsToldAndKeepsWhatSheTyped() {
        String page = "/zugaenge/" + Database.column("select id from access_request where email = ?", clerk.email()).get(0);
        Page first = browser.of(Person.ADMIN);
        first.navigate(Browser.at(page));
        Page second = browser.of(Person.ADMIN);
        second.navigate(Browser.at(page));
        choose(first, "Heidekreis");
        first.getByLabel("Dienststelle").fill("Hochbauamt");
        button(first, "Speichern").click();
        told(first, "Gespeichert.");

        choose(second, "Steinfurt");
        second.getByLabel("Funktion").fill("Leitung");
        button(second, "Genehmigen").click();
        assertThat(second.locator(".ka-messages[role=alert]")).containsText("Jemand anderes hat inzwischen gespeichert");
        assertThat(second.locator(".ka-messages[role=alert]")).containsText("Landkreis Heidekreis, NI");
        assertThat(second.locator(".ka-messages[role=alert]")).containsText("Hochbauamt");
        assertThat(second.getByLabel("Funktion")).hasValue("Leitung");
        Looks.right(second);
        button(second, "Speichern").click();
        told(second, "Gespeichert.");
        assertThat(second.getByLabel("Kommune", new Page.GetByLabelOptions().setExact(true))).hasValue(town + ", Kreis Steinfurt, NW");

        button(second, "Nicht zulassen").click();
        told(second, "Nicht zugelassen. Eine E-Mail sagt es.");
        button(first, "Speichern").click();
        assertThat(title(first)).hasText("Pauline Berg");
        assertThat(button(first, "Speichern")).hasCount(0);
        assertThat(first.locator(".ka-lead")).containsText("Abgelehnt");
        assertThat(first.locator("main")).containsText("Kreis Steinfurt, NW");
        Looks.right(first);
        link(first, "Anträge auf Zugang").first().click();
        assertThat(first.locator("main")).containsText(clerk.email());
    }

    private void choose(Page page, String county) {
        page.getByLabel("Kommune", new Page.GetByLabelOptions().setExact(true)).fill("");
        page.getByLabel("Kommune", new Page.GetByLabelOptions().setExact(true)).pressSequentially("Neuenkirchen " + mark);
        page.locator(".ka-combo [role=option]").filter(new Locator.FilterOptions().setHasText(county)).click();
    }
}
