package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimiterTest {

    @Test
    void countsAnIpv6NetworkAsOne() {
        assertThat(Limiter.network("2001:db8:1:2::1")).isEqualTo(Limiter.network("2001:db8:1:2:ffff::9")).isNotEqualTo(Limiter.network("2001:db8:1:3::1"));
        assertThat(Limiter.network("192.0.2.1")).isNotEqualTo(Limiter.network("192.0.2.2"));
        assertThat(Limiter.network("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Limiter.network("fe80::1%eth0")).isEqualTo(Limiter.network("fe80::2"));
        assertThat(Limiter.network("evil.example")).isEqualTo("unknown");
    }

    @Test
    void believesOnlyWhatTheProxyAdded() {
        assertThat(Limiter.address("192.0.2.1", List.of("203.0.113.9"), false)).isEqualTo("192.0.2.1");
        assertThat(Limiter.address("10.0.0.1", List.of("1.1.1.1, 203.0.113.9"), true)).isEqualTo("203.0.113.9");
        assertThat(Limiter.address("10.0.0.1", List.of("1.1.1.1", "203.0.113.9"), true)).isEqualTo("203.0.113.9");
        assertThat(Limiter.address("10.0.0.1", List.of("ein Text"), true)).isEqualTo("10.0.0.1");
        assertThat(Limiter.address("10.0.0.1", List.of(), true)).isEqualTo("10.0.0.1");
    }
}
