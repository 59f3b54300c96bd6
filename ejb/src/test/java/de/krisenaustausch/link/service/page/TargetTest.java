package de.krisenaustausch.link.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"ftp://rki.example/", "file:///etc/passwd", "gopher://rki.example/", "jar:http://rki.example!/", "http:rki.example", "//rki.example/", "/nur/ein/pfad",
        "http://user@rki.example/", "http://user:secret@127.0.0.1/", "http://rki.example@127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0177.0.0.1/",
        "http://127.1/", "http://127.0.1/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://rki.0x1/", "http://localhost/", "http://localhost./", "http://intranet/", "http://[fe80::1%25eth0]/",
        "http://rki_intern.example/"})
    void refuses(String address) {
        assertThatThrownBy(() -> Target.of(URI.create(address))).isInstanceOf(PageException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "http://rki.example | rki.example | 80 | / | rki.example",
        "HTTPS://rki.example./a?b=c#d | rki.example | 443 | /a?b=c | rki.example",
        "https://rki.example:80/ | rki.example | 80 | / | rki.example:80",
        "http://8.8.8.8/ | 8.8.8.8 | 80 | / | 8.8.8.8",
        "http://[::ffff:127.0.0.1]/ | ::ffff:127.0.0.1 | 80 | / | [::ffff:127.0.0.1]"})
    void takesApart(String address, String host, int port, String path, String header) throws PageException {
        Target target = Target.of(URI.create(address));
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.path()).isEqualTo(path);
        assertThat(target.hostHeader()).isEqualTo(header);
    }

    @Test
    void followsFromWhereItIs() throws PageException {
        URI here = URI.create("https://rki.example/a/b?c");
        assertThat(Target.follow(here, "../d").toString()).isEqualTo("https://rki.example/d");
        assertThat(Target.follow(here, "//ulm.example/ä").toString()).isEqualTo("https://ulm.example/%C3%A4");
        assertThatThrownBy(() -> Target.follow(here, "http://a b/")).isInstanceOf(PageException.class);
    }
}
