package de.krisenaustausch.member;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.TestStack;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who has an account comes by her association's own sign-in for the first time: she keeps her account, and proves that it is hers. */
class LinkedAccountE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({"dstgb, ralf.engel@musterfurt.example, Ralf, Engel", "landkreistag-musterland, thilo.marx@beispielland.example, Thilo, Marx"})
    void accountUnderTheSameAddressIsJoinedNotDoubled(String provider, String email, String givenName, String familyName) {
        Scene.people();
        Accounts.open(email, givenName, familyName);
        Ground.introduce(email, givenName, familyName, "Hauptamt");
        String member = Database.column("select id from member where email = ?", email).toString();

        Page page = browser.anonymous();
        page.navigate(Browser.at("/profil"));
        page.locator("#social-" + provider).click();
        page.locator("#username").fill(email);
        page.locator("#password").fill(de.krisenaustausch.testing.Person.PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("#linkAccount")).isVisible();
        assertThat(page.locator("h1")).hasText("Sie haben schon einen Zugang");
        Browser.accessible(page);
        page.locator("#linkAccount").click();
        assertThat(page.locator("h1")).hasText("Bitte bestätigen Sie Ihre Adresse");
        Browser.accessible(page);
        Assertions.assertThat(Accounts.identities(email)).as("nothing is joined unproved").isEmpty();

        Matcher link = Pattern.compile(Pattern.quote(TestStack.get().keycloakUrl().toString()) + "/\\S+").matcher(Mail.awaited(email, "verbinden").text());
        Assertions.assertThat(link.find()).isTrue();
        page.navigate(link.group());
        page.waitForURL(url -> url.startsWith(TestStack.get().portalUrl().toString()));
        assertThat(page.getByLabel("Nachname")).hasValue(familyName);

        Assertions.assertThat(Accounts.identities(email)).containsExactly(provider);
        Assertions.assertThat(Accounts.count(email)).isEqualTo(1);
        Assertions.assertThat(Database.column("select id from member where email = ?", email).toString()).isEqualTo(member);
        page.context().clearCookies();
        page.navigate(Browser.at("/profil"));
        page.locator("#social-" + provider).click();
        Browser.signIn(page, email);
        assertThat(page.getByLabel("Nachname")).hasValue(familyName);

        // signing out ends her session there too: nobody comes in after her by that button
        page.locator(".ka-top-me summary").click();
        button(page, "Abmelden").click();
        told(page, "Sie sind abgemeldet.");
        page.navigate(Browser.at("/profil"));
        page.locator("#social-" + provider).click();
        page.waitForURL(url -> url.contains("/realms/verband/"));
        assertThat(page.locator("#password")).isVisible();
    }
}
