package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the first pages of registering tell, and how often they can be used. */
class RegistrationIT {

    private static HttpResponse<String> give(String path, String form, String email, Map<String, String> headers) {
        SessionClient visitor = SessionClient.anonymous();
        Map<String, String> fields = new LinkedHashMap<>(SessionClient.ownFields(visitor.get(path).body(), form));
        fields.put(form + ":email", email);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return visitor.send("POST", path, HttpRequest.BodyPublishers.ofString(SessionClient.encode(fields)), all);
    }

    private static String nobody() {
        return "niemand." + Scene.unique() + "@beispielstadt.example";
    }

    @Test
    void whoHasAnAccountIsAnsweredLikeWhoHasNone() {
        Scene.people();
        for (String[] page : new String[][] {{"/registrieren", "anfang"}, {"/zugang", "neu"}}) {
            HttpResponse<String> known = give(page[0], page[1], Person.PETRA.email(), Map.of());
            HttpResponse<String> unknown = give(page[0], page[1], nobody(), Map.of());
            assertThat(known.statusCode()).isEqualTo(302).isEqualTo(unknown.statusCode());
            assertThat(known.headers().firstValue("Location")).isEqualTo(unknown.headers().firstValue("Location"));
            assertThat(known.body()).isEqualTo(unknown.body());
            assertThat(known.headers().allValues("Set-Cookie")).hasSameSizeAs(unknown.headers().allValues("Set-Cookie"));
        }
        Mail.awaited(Person.PETRA.email(), "Ihr Zugang zum");
    }

    /** The page itself asks the database nothing about the address: what it writes is one message, whoever has it. */
    @Test
    void thePageWritesNothingThatTellsPeopleApart() {
        String email = nobody();
        give("/zugang", "neu", email, Map.of());
        assertThat(Mail.awaited(email, "Ihr Zugang zum").text()).contains("Zu ihr gibt es keinen Antrag");
        assertThat(Database.column("select id::text from access_request where email = ?", email)).isEmpty();
    }

    @Test
    void oneAddressIsNotFloodedAndASpoofedOriginIsUseless() {
        String email = nobody();
        HttpResponse<String> answer = null;
        for (int i = 0; i < 6; i++) {
            answer = give("/registrieren", "anfang", i % 2 == 0 ? email : email.toUpperCase(java.util.Locale.ROOT), Map.of("X-Forwarded-For", "203.0.113." + i));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(3000L, 3601L);
        assertThat(answer.body()).contains("zu schnell hintereinander").doesNotContain(email);
    }

    @Test
    void typedTwiceMakesOneRequestAndTheNewestLinkCounts() {
        String email = nobody();
        give("/registrieren", "anfang", email, Map.of());
        give("/registrieren", "anfang", email, Map.of());
        Await.until("two mails", () -> Mail.to(email, "Bestätigen Sie").size() == 2);
        assertThat(Database.column("select state from access_request where email = ?", email)).containsExactly("UNCONFIRMED");
        String first = Mail.path(Mail.to(email, "Bestätigen Sie").get(0).text());
        String second = Mail.path(Mail.to(email, "Bestätigen Sie").get(1).text());
        assertThat(SessionClient.anonymous().get(first).body()).contains("Dieser Link gilt nicht mehr");
        assertThat(SessionClient.anonymous().get(second).body()).contains("Wer sind Sie");
        assertThat(Database.column("select count(*)::text from single_mail where email = ? and state = 'SENT' and contents is not null", email)).containsExactly("0");
    }

    @Test
    void anAddressThatCouldAddAHeaderIsNone() {
        for (String evil : new String[] {"a@b.de\r\nBcc: x@y.de", "a@b.de%0d%0aBcc: x", "\u202Ea@b.de", "a b@c.de", "\"a\"@b.de"}) {
            HttpResponse<String> answer = give("/registrieren", "anfang", evil, Map.of());
            assertThat(answer.statusCode()).as(evil).isEqualTo(200);
            assertThat(answer.body()).contains("ka-error");
        }
    }

    @Test
    void aMailSaysThatAMachineWroteIt() {
        String email = nobody();
        give("/registrieren", "anfang", email, Map.of());
        Mail mail = Mail.awaited(email, "Bestätigen Sie");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.html()).contains("Adresse bestätigen");
    }
}
