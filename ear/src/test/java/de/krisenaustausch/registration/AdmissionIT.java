package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import de.krisenaustausch.testing.SessionClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests: in at once, asked back, approved, declined, taken back, sent again. */
class AdmissionIT {

    private final String mark = Scene.unique();
    private final String domain = "stadt-" + mark + ".example";
    private Room room;
    private SessionClient desk;

    @BeforeEach
    void furnish() {
        room = Scene.space("Aufnahme " + mark);
        desk = SessionClient.of(Person.ADMIN);
    }

    private String link(Newcomer newcomer) {
        return Mail.path(Mail.awaited(newcomer.email(), "Ihr Zugang").text());
    }

    private static void requireIn(Newcomer newcomer, HttpResponse<String> entered, String town, Room room) {
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(Newcomer.path(entered)).startsWith("/anmelden?weiter=%2Fwillkommen%3Fbereich%3D" + room.slug() + "&login_hint=");
        assertThat(newcomer.state()).isEqualTo("DONE");
        assertThat(Database.column("select h.name || ', ' || m.office from member m join municipality h on h.id = m.municipality_id where m.email = ?", newcomer.email()))
            .containsExactly(town + ", Hauptamt");
        assertThat(Database.column("select s.slug from membership ms join space s on s.id = ms.space_id join member m on m.id = ms.member_id where m.email = ?",
            newcomer.email())).containsExactly(room.slug());
    }

    @Test
    void whoComesFromAKnownDomainIsInAtOnceWhereThatIsEnough() {
        String town = Newcomer.town("Stadt Gleich " + mark, "NI", domain, true);
        for (String address : List.of("anna@" + domain, "bea@amt11." + domain)) {
            Newcomer newcomer = new Newcomer(address);
            String link = newcomer.register("Gleich" + mark, town, room);
            assertThat(link).as(address).startsWith("/zugang/");
            assertThat(newcomer.state()).isEqualTo("APPROVED");
            assertThat(newcomer.uncertain()).isEmpty();
            requireIn(newcomer, newcomer.enter(link), town, room);
            assertThat(newcomer.open(link).statusCode()).as("the link is used up").isEqualTo(410);
        }
    }

    @Test
    void anybodyElseIsLookedAt() {
        String atOnce = Newcomer.town("Stadt Sofort " + mark, "NI", domain, true);
        String careful = Newcomer.town("Stadt Genau " + mark, "NI", "genau-" + domain, false);
        Newcomer known = new Newcomer("carla@genau-" + domain);
        Newcomer elsewhere = new Newcomer("dora@genau-" + domain);
        Newcomer unknown = Newcomer.stranger();
        assertThat(known.register("Genau" + mark, careful, room)).startsWith("/registrieren/");
        elsewhere.register("Fremd" + mark, atOnce, room);
        unknown.register("Neu" + mark, atOnce, room);

        assertThat(Stream.of(known, elsewhere, unknown).map(Newcomer::state)).containsOnly("WAITING");
        assertThat(known.uncertain()).as("only the rule stands in her way").isEmpty();
        assertThat(List.of(elsewhere.uncertain(), unknown.uncertain())).containsOnly("DOMAIN");
        Mail.awaited(known.email(), "Ihr Antrag ist eingegangen");
    }

    @Test
    void aQuestionIsAnsweredAndThenSheIsApproved() {
        String town = Newcomer.town("Stadt Frage " + mark, "NI", domain, null);
        Newcomer newcomer = Newcomer.stranger();
        newcomer.register("Frage" + mark, town, room);
        assertThat(Newcomer.decide(desk, "ASK", "", newcomer).statusCode()).as("a question has words").isEqualTo(409);
        assertThat(Newcomer.decide(desk, "ASK", "In welchem Amt arbeiten Sie?", newcomer).statusCode()).isEqualTo(302);
        assertThat(newcomer.state()).isEqualTo("INCOMPLETE");

        Mail question = Mail.awaited(newcomer.email(), "Eine Frage zu Ihrem Antrag");
        assertThat(question.text()).contains("In welchem Amt arbeiten Sie?");
        String form = Mail.path(question.text());
        assertThat(newcomer.open(form).body()).contains("value=\"Frage" + mark + "\"");
        newcomer.tell(form, "Anna", "Frage" + mark, town, room, "Amt 32, Ordnung");
        assertThat(newcomer.state()).isEqualTo("WAITING");
        assertThat(desk.get("/zugaenge").body()).contains("Amt 32, Ordnung");

        assertThat(Newcomer.decide(desk, "APPROVE", "Willkommen im Kreis.", newcomer).statusCode()).isEqualTo(302);
        assertThat(Mail.awaited(newcomer.email(), "Ihr Zugang").text()).contains("Willkommen im Kreis.");
        requireIn(newcomer, newcomer.enter(link(newcomer)), town, room);
    }

    @Test
    void manyAreDecidedOnAtOnceEachWithHerMail() {
        String town = Newcomer.town("Stadt Viele " + mark, "NI", domain, null);
        Newcomer[] welcome = {Newcomer.stranger(), Newcomer.stranger(), Newcomer.stranger()};
        Newcomer[] refused = {Newcomer.stranger(), Newcomer.stranger()};
        Stream.of(welcome).forEach(each -> each.register("Viele" + mark, town, room));
        Stream.of(refused).forEach(each -> each.register("Andere" + mark, town, room));

        assertThat(Newcomer.decide(desk, "APPROVE", "Bis bald.", welcome).statusCode()).isEqualTo(302);
        assertThat(Newcomer.decide(desk, "DECLINE", "Bitte mit dienstlicher Adresse.", refused).statusCode()).isEqualTo(302);

        for (Newcomer each : welcome) {
            assertThat(each.state()).isEqualTo("APPROVED");
            assertThat(Mail.awaited(each.email(), "Ihr Zugang").text()).contains("Bis bald.");
        }
        for (Newcomer each : refused) {
            assertThat(each.state()).isEqualTo("DECLINED");
            assertThat(Mail.awaited(each.email(), "Ihr Antrag auf Zugang").text()).contains("Bitte mit dienstlicher Adresse.");
        }
        assertThat(Database.column("select count(*) from audit_entry where action in ('accessApprove', 'accessDecline') and about in (?, ?, ?, ?, ?)",
            Stream.concat(Stream.of(welcome), Stream.of(refused)).map(Newcomer::email).toArray())).containsExactly("5");
    }

    @Test
    void whatAColleagueDecidedMeanwhileIsNotOverruled() {
        String town = Newcomer.town("Stadt Zwei " + mark, "NI", domain, null);
        Newcomer newcomer = Newcomer.stranger();
        newcomer.register("Zwei" + mark, town, room);
        String seen = newcomer.id() + "." + Database.column("select version from access_request where id = ?", Long.valueOf(newcomer.id())).get(0);
        assertThat(Newcomer.decide(desk, "APPROVE", "", newcomer).statusCode()).isEqualTo(302);
        assertThat(Newcomer.decide(desk, "APPROVE", "", List.of(seen)).statusCode()).as("the same again does no harm").isEqualTo(302);
        assertThat(Newcomer.decide(desk, "DECLINE", "Nein.", List.of(seen)).statusCode()).isEqualTo(409);
        assertThat(newcomer.state()).isEqualTo("APPROVED");
        assertThat(Mail.to(newcomer.email(), "Ihr Antrag auf Zugang")).isEmpty();
    }

    @Test
    void anApprovalIsTakenBackWithItsLink() {
        String town = Newcomer.town("Stadt Zurück " + mark, "NI", domain, null);
        Newcomer newcomer = Newcomer.stranger();
        newcomer.register("Zurueck" + mark, town, room);
        Newcomer.decide(desk, "APPROVE", "", newcomer);
        String link = link(newcomer);
        assertThat(newcomer.open(link).statusCode()).isEqualTo(200);
        assertThat(desk.post("/zugaenge/aktion", Map.of("widerrufen", newcomer.id())).statusCode()).isEqualTo(302);

        assertThat(newcomer.state()).isEqualTo("REVOKED");
        HttpResponse<String> over = newcomer.open(link);
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains("Dieser Link gilt nicht mehr").doesNotContain(newcomer.email());
        newcomer.askForLink();
        Await.until("a mail that leads to the first page", () -> Mail.to(newcomer.email(), "Ihr Zugang").stream().anyMatch(mail -> mail.text().contains("/registrieren")));
        assertThat(Database.column("select email from member where email = ?", newcomer.email())).isEmpty();
        assertThat(desk.post("/zugaenge/aktion", Map.of("widerrufen", newcomer.id())).statusCode()).as("once is enough").isEqualTo(409);
    }

    @Test
    void theLinkIsSentAgainAndOnlyTheNewestCounts() {
        String town = Newcomer.town("Stadt Nochmal " + mark, "NI", domain, null);
        Newcomer newcomer = Newcomer.stranger();
        newcomer.register("Nochmal" + mark, town, room);
        Newcomer.decide(desk, "APPROVE", "", newcomer);
        String first = link(newcomer);
        assertThat(desk.post("/zugaenge/aktion", Map.of("erneut", newcomer.id())).statusCode()).isEqualTo(302);
        String second = newest(newcomer, 2);
        newcomer.askForLink();
        String third = newest(newcomer, 3);

        assertThat(newcomer.open(first).statusCode()).isEqualTo(410);
        assertThat(newcomer.open(second).statusCode()).isEqualTo(410);
        requireIn(newcomer, newcomer.enter(third), town, room);
        assertThat(desk.post("/zugaenge/aktion", Map.of("widerrufen", newcomer.id())).statusCode()).as("she is in").isEqualTo(409);
    }

    /** Who is in an association's directory and registers all the same comes into the account that she has there. */
    @Test
    void whoIsInADirectoryComesIntoThatAccount() {
        Scene.people();
        String town = Newcomer.town("Stadt Probe " + mark, "NI", domain, null);
        Newcomer newcomer = new Newcomer("okko.jansen@probeland.example");
        newcomer.register("Jansen", town, room);
        Newcomer.decide(desk, "APPROVE", "", newcomer);
        HttpResponse<String> page = newcomer.enter(link(newcomer));
        for (int hop = 0; hop < 10 && page.headers().firstValue("Location").isPresent(); hop++) {
            page = newcomer.follow(page);
        }
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Sie gehören jetzt zu diesen Bereichen", "Okko Jansen");
        assertThat(Accounts.count(newcomer.email())).isEqualTo(1);
        SessionClient.signedIn("o.jansen").get("/profil");
        assertThat(Accounts.count(newcomer.email())).isEqualTo(1);
        assertThat(Database.column("select family_name from member where email = ?", newcomer.email())).containsExactly("Jansen");
    }

    @Test
    void aNameThatIsNearlyRightIsAskedFor() {
        String town = Newcomer.town("Stadt Beinah " + mark, "NI", domain, null);
        String id = Database.column("select id from municipality where name = ?", town).get(0);
        Newcomer newcomer = Newcomer.stranger();
        String form = newcomer.confirm();
        HttpResponse<String> asked = newcomer.send(form, "Anna", "Beinah", "Samtgemeinde Beinah " + mark, room, "");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("steht so nicht im Verzeichnis. Meinen Sie diese Kommune?", "municipality-wahl-" + id).doesNotContain("gibt es mehrmals");
    }

    private static String newest(Newcomer newcomer, int count) {
        Await.until(count + " mails", () -> Mail.to(newcomer.email(), "Ihr Zugang").size() == count);
        return Mail.path(Mail.to(newcomer.email(), "Ihr Zugang").get(count - 1).text());
    }
}
