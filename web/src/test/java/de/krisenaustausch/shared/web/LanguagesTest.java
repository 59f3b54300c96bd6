package de.krisenaustausch.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-,-,de", "-,en,en", "-,de,de", "-,fr,de", "-,fr en,en", "-,de-AT,de", "en,de,en", "de,en,de", "xx,en,en", "-,en-GB de,en"})
    void choiceBeatsBrowserBeatsGerman(String cookie, String accepted, String language) {
        assertThat(Languages.of(request(cookie, accepted)).getLanguage()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "evil", "javascript:alert(1)"})
    void languageSwitchLeadsNowhereElse(String path) {
        assertThat(LanguageServlet.ownPath(path)).isEqualTo("/");
    }

    @Test
    void languageSwitchLeadsBack() {
        assertThat(LanguageServlet.ownPath("/bereiche/corona?thema=personal")).isEqualTo("/bereiche/corona?thema=personal");
    }

    private static HttpServletRequest request(String cookie, String accepted) {
        List<Locale> locales = accepted == null ? List.of(Locale.ENGLISH) : Stream.of(accepted.split(" ")).map(Locale::forLanguageTag).toList();
        return (HttpServletRequest) Proxy.newProxyInstance(LanguagesTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getCookies" -> cookie == null ? null : new Cookie[] {new Cookie(Languages.COOKIE, cookie)};
                case "getHeader" -> accepted;
                case "getLocales" -> Collections.enumeration(locales);
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }
}
