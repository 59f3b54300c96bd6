package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.notification.Addressee;
import de.krisenaustausch.notification.Announcement;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AnnouncementLettersTest {

    private static final URI PORTAL = URI.create("https://krise.example.de");
    private final UnsubscribeTokens tokens = new UnsubscribeTokens(new byte[32]);

    @Test
    void saysWhoSharesWhatAndWhereItIs() {
        Letter letter = letter("Dienstanweisung Homeoffice", "Regelt Erreichbarkeit.", addressee("Erika Muster", null));

        assertThat(letter.subject()).isEqualTo("[Coronavirus] Dienstanweisung Homeoffice");
        assertThat(letter.text())
            .startsWith("Guten Tag Erika Muster,\n\nMax Beispiel (Stadt Ulm) hat im Bereich „Coronavirus“ ein Dokument geteilt:\n")
            .contains("\nDienstanweisung Homeoffice\nDienstanweisung\n\nRegelt Erreichbarkeit.\n")
            .contains("\nhttps://krise.example.de/bereiche/coronavirus/dokumente/4711\n")
            .contains("weil Sie dem Bereich „Coronavirus“ folgen.")
            .contains("https://krise.example.de/profil/benachrichtigungen");
        assertThat(letter.html()).contains("href=\"https://krise.example.de/bereiche/coronavirus/dokumente/4711\"", "Max Beispiel (Stadt Ulm)")
            .doesNotContain("{{", "<img", "<script");
    }

    @Test
    void namesTheTopicThatIsFollowed() {
        assertThat(letter("T", null, addressee("Erika", "Personal")).text()).contains("weil Sie dem Thema „Personal“ im Bereich „Coronavirus“ folgen.");
    }

    @Test
    void linksToTheEndOfTheRightSubscription() {
        Letter letter = letter("T", null, addressee("Erika", null));

        assertThat(letter.unsubscribe()).isEqualTo("https://krise.example.de/abbestellen/" + tokens.of(23));
        assertThat(letter.text()).contains("https://krise.example.de/abbestellen?k=" + tokens.of(23));
        assertThat(letter.html()).contains("https://krise.example.de/abbestellen?k=" + tokens.of(23));
    }

    /** Who answers a question need not follow anything: such a mail follows from no subscription that could be ended. */
    @Test
    void offersNoEndWhereNothingIsFollowed() {
        Letter letter = letter("T", null, new Addressee(1, 7, "erika@example.org", "Erika", 0, null, "space", true));

        assertThat(letter.unsubscribe()).isNull();
        assertThat(letter.listId()).isEqualTo("coronavirus.krise.example.de");
        assertThat(letter.text()).doesNotContain("bestellen").contains("weil Sie dem Bereich „Coronavirus“ folgen.\nKommunaler");
        assertThat(letter.html()).doesNotContain("bestellen");
    }

    @Test
    void hasTheSameMessageIdEachTime() {
        assertThat(letter("T", null, addressee("Erika", null)).messageId())
            .isEqualTo(letter("Anders", null, addressee("Erika", null)).messageId()).isEqualTo("<DocumentShared-4711.7@krise.example.de>");
    }

    @Test
    void escapesMarkupInEveryField() {
        String evil = "<img src=x onerror=alert(1)>";
        Announcement announcement = new Announcement("DocumentShared:4711", Announcement.State.CURRENT, evil, evil, evil, "/dokumente/4711", 1, "coronavirus", evil, 2, evil, evil);
        Letter letter = new AnnouncementLetters(announcement, PORTAL, tokens).to(addressee(evil, evil));

        assertThat(letter.html()).doesNotContain("<img").contains("&lt;img");
    }

    @Test
    void keepsHeadersOnOneLine() {
        Letter letter = letter("Titel\r\nBcc: alle@example.org", null, addressee("Erika\r\nX-Evil: 1", null));

        assertThat(letter.subject()).isEqualTo("[Coronavirus] Titel Bcc: alle@example.org");
        assertThat(letter.name()).isEqualTo("Erika X-Evil: 1");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        Letter letter = letter("T", null, addressee("", null));

        assertThat(letter.text()).startsWith("Max Beispiel (Stadt Ulm)").doesNotContain("Guten Tag");
        assertThat(letter.html()).doesNotContain("Guten Tag");
    }

    private Letter letter(String title, String description, Addressee addressee) {
        Announcement announcement = new Announcement("DocumentShared:4711", Announcement.State.CURRENT, title, description, "Dienstanweisung",
            "/dokumente/4711", 1, "coronavirus", "Coronavirus", 2, "Max Beispiel", "Stadt Ulm");
        return new AnnouncementLetters(announcement, PORTAL, tokens).to(addressee);
    }

    private static Addressee addressee(String name, String topic) {
        return new Addressee(1, 7, "erika@example.org", name, 23, topic, null, true);
    }
}
