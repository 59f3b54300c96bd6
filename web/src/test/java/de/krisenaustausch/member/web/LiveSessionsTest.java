package de.krisenaustausch.member.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is remembered of sessions, and how long one lasts. */
class LiveSessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
    private final LiveSessions live = new LiveSessions(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void endedIsEnded() {
        assertThat(live.isEnded("s1")).isFalse();
        live.end("s1");
        assertThat(live.isEnded("s1")).isTrue();
        assertThat(live.isEnded(null)).isFalse();
    }

    @Test
    void lastsTwelveHours() {
        assertThat(live.isOver(NOW.minus(Duration.ofHours(12)))).isFalse();
        assertThat(live.isOver(NOW.minus(Duration.ofHours(12)).minusSeconds(1))).isTrue();
    }

    @Test
    void remembersTheBrowser() {
        live.note("s1", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        live.note("s2", null);
        assertThat(live.agent("s1").map(BrowserName::of)).contains(new BrowserName("Firefox", "Windows"));
        assertThat(live.agent("s2")).isEmpty();
        assertThat(BrowserName.of("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36")).isEqualTo(new BrowserName("Chrome", "Android"));
        assertThat(BrowserName.of("curl/8")).isEqualTo(new BrowserName(null, null));
    }
}
