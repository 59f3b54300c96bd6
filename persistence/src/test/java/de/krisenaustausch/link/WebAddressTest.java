package de.krisenaustausch.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://www.rki.example/covid | https://www.rki.example/covid",
        "  HTTPS://WWW.RKI.Example/Covid  | https://www.rki.example/Covid",
        "www.rki.example | https://www.rki.example/",
        "rki.example/a?b=c | https://rki.example/a?b=c",
        "rki.example:8443/a | https://rki.example:8443/a",
        "http://rki.example:80/ | http://rki.example/",
        "https://rki.example:443 | https://rki.example/",
        "https://rki.example./a | https://rki.example/a",
        "https://müller.example/ä?ö=ü#ß | https://xn--mller-kva.example/%C3%A4?%C3%B6=%C3%BC#%C3%9F",
        "https://rki.example/a b/[1].pdf | https://rki.example/a%20b/%5B1%5D.pdf",
        "https://rki.example/100%/a%20b | https://rki.example/100%25/a%20b",
        "https://rki.example/?utm_source=mail&id=7&UTM_campaign=x | https://rki.example/?id=7",
        "https://rki.example/?utm_source=mail#teil | https://rki.example/#teil"})
    void readsWhatPeopleType(String typed, String address) {
        WebAddress read = new WebAddress(typed);
        assertThat(read.value()).isEqualTo(address);
        assertThat(new WebAddress(read.value())).as("read again").isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://rki.example/", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@rki.example", "https://", "https:///a",
        "https://intranet/", "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", "https://user:secret@rki.example/", "https://rki.example@evil.example/",
        "https://rki.example:99999/", "https://rki.example:0/", "https://rki..example/", "https://-rki.example/", "https://rki.example\\@evil.example/", "https://rki example/",
        "https://rki.1/", "kein Link"})
    void refusesWhatIsNoPublicPage(String typed) {
        assertThatThrownBy(() -> new WebAddress(typed)).isInstanceOf(BusinessException.class).hasMessageContaining("link.address.wrong");
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> new WebAddress(" ")).hasMessageContaining("error.required");
        assertThatThrownBy(() -> new WebAddress(null)).hasMessageContaining("error.required");
        assertThatThrownBy(() -> new WebAddress("https://rki.example/" + "a".repeat(WebAddress.LENGTH))).hasMessageContaining("error.tooLong");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://www.rki.example/covid | http://www.rki.example/covid/",
        "https://rki.example/a | https://RKI.example:443/a#mitte",
        "https://rki.example/a?b=1 | https://rki.example/a/?utm_medium=x&b=1",
        "https://rki.example | https://rki.example/",
        "https://rki.example/%7Eamt | https://rki.example/~amt",
        "https://rki.example/%c3%a4 | https://rki.example/ä"})
    void knowsTheSamePage(String one, String other) {
        assertThat(new WebAddress(one).key()).isEqualTo(new WebAddress(other).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://rki.example/a | https://rki.example/A",
        "https://rki.example/a?b=1 | https://rki.example/a?b=2",
        "https://rki.example/a%2Fb | https://rki.example/a/b",
        "https://rki.example/ | https://rki.example:8443/",
        "https://www.rki.example/ | https://rki.example/"})
    void tellsOthersApart(String one, String other) {
        assertThat(new WebAddress(one).key()).isNotEqualTo(new WebAddress(other).key());
    }

    @Test
    void namesTheSite() {
        assertThat(new WebAddress("https://www.müller.example/a").site()).isEqualTo("müller.example");
    }
}
