package de.krisenaustausch.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.choose;
import static de.krisenaustausch.testing.Hands.file;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Hands;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files on their way in and out again, and what may go wrong with them. */
class UploadE2E {

    private static final byte[] PDF = Papers.pdf("Dienstanweisung zur Telearbeit");
    /** "MZ": what every Windows program begins with, here under an innocent name. */
    private static final byte[] PROGRAM = ("MZ" + "\0".repeat(200) + "This program cannot be run in DOS mode.").getBytes(StandardCharsets.ISO_8859_1);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void refusedFileSaysWhyAndTheOthersStay() {
        Page page = sharePage(Person.PETRA, Scene.space("Abgewiesen"));
        page.locator("#dateien").setInputFiles(new com.microsoft.playwright.options.FilePayload[] {
            file("Rechnung.exe", PROGRAM), file("Rechnung.pdf", PROGRAM), file("Leer.txt", new byte[0]), file("Telearbeit.pdf", PDF)});
        assertThat(page.locator("[data-ka-file]")).hasCount(1);
        assertThat(page.locator("[data-ka-file]")).containsText("Telearbeit.pdf");
        assertThat(line(page, "Rechnung.exe")).containsText("„Rechnung.exe“ ist ein Programm oder Skript. Solche Dateien nimmt das Portal nicht an.");
        assertThat(line(page, "Rechnung.pdf")).containsText("„Rechnung.pdf“");
        assertThat(line(page, "Rechnung.pdf").locator("[data-ka-retry]")).isHidden();
        assertThat(line(page, "Leer.txt")).containsText("Die Datei ist leer.");

        describe(page, "Dienstanweisung");
        button(page, "Teilen").click();
        told(page, "Ihr Dokument ist geteilt.");
        assertThat(page.locator("h1")).hasText("Telearbeit");
    }

    /** The limit is the server's own; the page knows it and does not even begin. */
    @Test
    void tooLargeFileIsNotEvenSent() {
        Page page = sharePage(Person.PETRA, Scene.space("Sehr große Dateien"));
        page.locator("[data-ka-upload]").evaluate("zone => { zone.dataset.maxBytes = '1000'; }");
        page.onRequest(request -> Assertions.assertThat(request.url()).doesNotContain("/api/v1/uploads"));
        page.locator("#dateien").setInputFiles(file("Haushaltsplan.txt", Papers.text("Haushalt ".repeat(1000))));
        assertThat(line(page, "Haushaltsplan.txt")).containsText(Pattern.compile("Die Datei ist mit 9 KB zu groß\\. Erlaubt sind 1 KB\\."));
    }

    /** On a slow line people are quicker than the page's script. */
    @Test
    void fileChosenBeforeTheScriptIsThereIsNotForgotten() {
        Page page = sharePage(Person.PETRA, Scene.space("Langsame Leitung"));
        AtomicReference<Route> script = new AtomicReference<>();
        page.route(Pattern.compile("/js/upload\\.js"), script::set);
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#dateien").setInputFiles(file("Hygieneplan.pdf", PDF));
        page.waitForCondition(() -> script.get() != null);
        script.get().resume();
        assertThat(page.locator("[data-ka-file]")).hasCount(1);
    }

    @Test
    void uploadIsCancelledAndTriedAgain() {
        Page page = sharePage(Person.PETRA, Scene.space("Abgebrochen"));
        CountDownLatch cancelled = new CountDownLatch(1);
        page.route(Pattern.compile("/api/v1/uploads\\?"), route -> {
            if (cancelled.getCount() == 0) {
                route.resume();
            }
            // else: the line is slow, the file stays on its way
        });
        page.locator("#dateien").setInputFiles(file("Pandemieplan.pdf", PDF));
        button(page, "Abbrechen: Pandemieplan.pdf").click();
        assertThat(line(page, "Pandemieplan.pdf")).containsText("abgebrochen");
        assertThat(page.locator("[data-ka-file]")).hasCount(0);

        cancelled.countDown();
        button(page, "Erneut versuchen: Pandemieplan.pdf").click();
        assertThat(page.locator("[data-ka-file]")).hasCount(1);
        assertThat(page.locator(".ka-upload")).hasCount(0);

        button(page, "Pandemieplan.pdf weglassen").click();
        assertThat(page.locator("[data-ka-file]")).hasCount(0);
        assertThat(page.locator("[data-ka-status]")).hasText("Pandemieplan.pdf ist weggelassen.");
    }

    @Test
    void nobodySendsTheFormWhileFilesAreUnderWay() {
        Page page = sharePage(Person.PETRA, Scene.space("Unterwegs"));
        choose(page, file("Erste.pdf", PDF));
        page.route(Pattern.compile("/api/v1/uploads\\?"), route -> { });
        page.locator("#dateien").setInputFiles(file("Zweite.pdf", PDF));
        describe(page, "Schreiben");
        button(page, "Teilen").click();
        assertThat(page.locator("[data-ka-unfinished]")).hasText("Es sind noch Dateien unterwegs. Bitte warten Sie, bis alle da sind, oder brechen Sie sie ab.");
        page.onDialog(com.microsoft.playwright.Dialog::accept);
    }

    /** A file of that name is there already: the person says what she means by it. */
    @Test
    void sameNameBecomesVersionOrOwnDocumentOrNothing() {
        Room room = Scene.space("Gleiche Namen");
        long first = Scene.share(Person.PETRA, room, "Hygienekonzept", "Hygienekonzept.txt", Papers.text("Stand April"));

        Page page = sharePage(Person.PETRA, room);
        choose(page, file("hygienekonzept.TXT", Papers.text("Stand Mai")));
        assertThat(page.locator("[data-ka-file]")).containsText("Eine Datei namens „hygienekonzept.TXT“ gibt es hier schon. Was soll werden?");
        button(page, "Teilen").click();
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("Sagen Sie bitte, was aus „hygienekonzept.TXT“ werden soll.");
        page.getByLabel("Neue Fassung von „Hygienekonzept“").check();
        page.locator("[data-ka-file]").getByLabel("Was ist neu?").fill("Maskenpflicht im Bürgerbüro");
        button(page, "Teilen").click();
        told(page, "Die neue Fassung ist da.");
        assertThat(page).hasURL(Pattern.compile(".*" + room.path(first) + "\\?.*"));
        assertThat(page.locator(".ka-context")).containsText("Fassung 2");
        assertThat(page.locator(".ka-context")).containsText("Maskenpflicht im Bürgerbüro");

        page.navigate(Browser.at(room.path() + "/teilen"));
        choose(page, file("Hygienekonzept.txt", Papers.text("für die Bibliothek")));
        page.getByLabel("Eigenes Dokument, beide bleiben stehen").check();
        page.locator("[data-ka-file]").getByLabel("Titel").fill("Hygienekonzept der Bibliothek");
        describe(page, "Hygienekonzept");
        button(page, "Teilen").click();
        told(page, "Ihr Dokument ist geteilt.");

        page.navigate(Browser.at(room.path() + "/teilen"));
        choose(page, file("Hygienekonzept.txt", Papers.text("noch einmal")));
        page.getByLabel("Diese Datei doch nicht teilen").check();
        button(page, "Teilen").click();
        told(page, "Es wurde nichts geteilt.");
        assertThat(page.locator(".ka-entry")).hasCount(2);
    }

    /** Somebody else's document can't become her version: hers stands beside it. */
    @Test
    void sameNameFromAnotherTownHallStandsBeside() {
        Room room = Scene.space("Namensvettern");
        Scene.share(Person.JONAS, room, "Dienstplan Musterdorf", "Dienstplan.txt", Papers.text("Dorf"));
        Page page = sharePage(Person.PETRA, room);
        choose(page, file("Dienstplan.txt", Papers.text("Stadt")));
        assertThat(page.locator("[data-ka-file]")).containsText("Eine Datei mit diesem Namen gibt es hier schon: „Dienstplan Musterdorf“ (Gemeinde Musterdorf). Ihre steht als eigenes Dokument daneben.");
        assertThat(page.locator("[data-ka-file] input[type=radio]")).hasCount(0);
    }

    @Test
    void formKeepsWhatWasTypedWhenSomethingIsMissing() {
        Page page = sharePage(Person.PETRA, Scene.space("Fehlt noch", "Personal"));
        choose(page, file("Merkblatt.pdf", PDF), file("Anlage.txt", Papers.text("Anlage")));
        page.locator("[data-ka-file]").first().getByLabel("Titel").fill("Merkblatt für alle");
        page.locator("[data-ka-file]").last().getByLabel("Titel").fill("");
        page.locator("[id='teilen:beschreibung']").fill("Gilt bis auf Weiteres.");
        page.locator("[id='teilen:themen']").getByLabel("Personal").check();
        button(page, "Teilen").click();

        Locator summary = page.locator(".ka-messages [role=alert]");
        assertThat(summary).isFocused();
        assertThat(summary).containsText("Bitte füllen Sie „Titel“ aus.");
        assertThat(summary).containsText("Bitte füllen Sie „Dokumentart“ aus.");
        assertThat(page.locator("[data-ka-file]")).hasCount(2);
        assertThat(page.locator("[data-ka-file]").first().getByLabel("Titel")).hasValue("Merkblatt für alle");
        assertThat(page.locator("[id='teilen:beschreibung']")).hasValue("Gilt bis auf Weiteres.");
        assertThat(page.locator("[id='teilen:themen']").getByLabel("Personal")).isChecked();
        summary.locator("a").first().click();
        assertThat(page.locator("[data-ka-file]").last().getByLabel("Titel")).isFocused();

        page.keyboard().type("Anlage zum Merkblatt");
        describe(page, "Merkblatt");
        button(page, "Teilen").click();
        told(page, "Ihre Dokumente sind geteilt.");
        assertThat(link(page, "Merkblatt für alle")).isVisible();
        assertThat(link(page, "Anlage zum Merkblatt")).isVisible();
    }

    @Test
    void fileWithUmlautsComesBackUnderItsName() {
        Room room = Scene.space("Umlaute");
        byte[] text = Papers.text("Größere Übungen für Ämter");
        // macOS sends decomposed letters
        long id = Scene.share(Person.PETRA, room, "Übung", "U\u0308bung Fu\u0308ße \u2013 Maß 1.txt", text);
        Scene.awaitReleased(Person.PETRA, room, id);
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(room.path(id)));
        byte[] taken = Hands.download(page, () -> page.locator("a.ka-icon-download").click(), "Übung Füße – Maß 1.txt");
        Assertions.assertThat(taken).isEqualTo(text);
        page.navigate(Browser.at(room.path(id)));
        assertThat(page.locator(".ka-context")).containsText("1 × heruntergeladen");
    }

    @Test
    void severalAreTakenAsOneArchive() throws IOException {
        Room room = Scene.space("Mehrere");
        long leaflet = Scene.share(Person.PETRA, room, "Merkblatt", "Merkblatt.txt", Papers.text("eins"));
        long twin = Scene.share(Person.JONAS, room, "Merkblatt Musterdorf", "Merkblatt.txt", Papers.text("zwei"));
        long plan = Scene.share(Person.JONAS, room, "Plan", "Pläne.txt", Papers.text("drei"));
        for (long id : new long[] {leaflet, twin, plan}) {
            Scene.awaitReleased(Person.PETRA, room, id);
        }
        Page page = browser.of(Person.PETRA);
        page.navigate(Browser.at(room.path()));
        page.getByLabel("Auswählen: Merkblatt", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Auswählen: Merkblatt Musterdorf").check();
        page.getByLabel("Auswählen: Plan").check();
        assertThat(page.locator("[data-ka-chosen]")).hasText("3 ausgewählt");
        var download = page.waitForDownload(() -> page.locator("[data-ka-bulk] button[type=submit]").click());
        Map<String, String> entries = unzip(java.nio.file.Files.readAllBytes(download.path()));
        Assertions.assertThat(entries.values()).containsExactlyInAnyOrder("eins", "zwei", "drei");
        Assertions.assertThat(entries.keySet()).contains("Merkblatt.txt", "Pläne.txt");
    }

    @Test
    void deletedDocumentIsTakenBackAtOnceOrFromTheBin() {
        Room room = Scene.space("Versehentlich gelöscht");
        String title = "Versehen " + Scene.unique();
        long id = Scene.share(Person.PETRA, room, title, "Versehen.txt", Papers.text("versehentlich"));
        Page page = browser.of(Person.PETRA);

        delete(page, room, id);
        button(page, "Löschen rückgängig machen").click();
        told(page, "Das Dokument ist wieder da.");
        assertThat(page.locator("h1")).hasText(title);

        delete(page, room, id);
        Page jonas = browser.of(Person.JONAS);
        Assertions.assertThat(jonas.navigate(Browser.at(room.path(id))).status()).isEqualTo(404);
        page.navigate(Browser.at("/papierkorb"));
        button(page, "„" + title + "“ zurückholen").click();
        told(page, "Das Dokument ist wieder da.");
        Assertions.assertThat(jonas.navigate(Browser.at(room.path(id))).status()).isEqualTo(200);
        assertThat(jonas.locator("summary", new Page.LocatorOptions().setHasText("Löschen"))).hasCount(0);
    }

    @Test
    void newVersionTellsWhatChangedAndTheOldOneStays() {
        Room room = Scene.space("Fassungen einer Satzung");
        long id = Scene.share(Person.PETRA, room, "Satzung", "Satzung.txt", Papers.text("alt"));
        Scene.awaitReleased(Person.PETRA, room, id);
        Page page = browser.of(Person.PETRA);
        page.navigate(Browser.at(room.path(id)));
        link(page, "Neue Fassung hochladen").click();
        choose(page, file("Satzung_2.txt", Papers.text("neu")));
        page.getByLabel("Was ist neu?").fill("§ 4: Gebühren erhöht");
        button(page, "Fassung veröffentlichen").click();
        told(page, "Die neue Fassung ist da.");
        Scene.awaitReleased(Person.PETRA, room, id);
        page.navigate(Browser.at(room.path(id)));
        assertThat(page.locator(".ka-context")).containsText("§ 4: Gebühren erhöht");
        Assertions.assertThat(Hands.download(page, () -> link(page, "Fassung 2").click(), "Satzung_2.txt")).isEqualTo(Papers.text("neu"));
        Assertions.assertThat(Hands.download(page, () -> link(page, "Fassung 1").click(), "Satzung.txt")).isEqualTo(Papers.text("alt"));
    }

    private Page sharePage(Person person, Room room) {
        Page page = browser.of(person);
        page.navigate(Browser.at(room.path() + "/teilen"));
        return page;
    }

    /** The least that must be said of what is shared. */
    private static void describe(Page page, String type) {
        page.locator("[id='teilen:art']").selectOption(type);
        page.locator("[id='teilen:nutzung']").getByLabel("Frei verwendbar").check();
    }

    private static void delete(Page page, Room room, long id) {
        page.navigate(Browser.at(room.path(id)));
        page.locator("summary", new Page.LocatorOptions().setHasText("Löschen")).click();
        button(page, "In den Papierkorb legen").click();
        told(page, "Das Dokument liegt im Papierkorb.");
    }

    private static Locator line(Page page, String file) {
        return page.locator(".ka-upload", new Page.LocatorOptions().setHas(page.locator(".ka-upload-name", new Page.LocatorOptions().setHasText(file))));
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
