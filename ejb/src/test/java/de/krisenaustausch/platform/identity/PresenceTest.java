package de.krisenaustausch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.krisenaustausch.platform.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether Keycloak answers: known at once, asked seldom, noticed soon. */
class PresenceTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private HttpServer server;
    private Presence presence;
    private int status = 200;
    private int asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/krise", exchange -> {
            asked++;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        presence = new Presence(new Configuration(Map.of("KA_OIDC_SECRET", "secret",
            "KA_OIDC_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/krise")), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isAskedOnceInTwoSeconds() {
        assertThat(presence.isAnswering()).isTrue();
        now = now.plusMillis(1900);
        assertThat(presence.isAnswering()).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void noticesThatItIsAwayAndBackAgain() {
        assertThat(presence.isAnswering()).isTrue();
        status = 503;
        now = now.plusSeconds(2);
        assertThat(presence.isAnswering()).isFalse();
        status = 200;
        now = now.plusSeconds(2);
        assertThat(presence.isAnswering()).isTrue();
        server.stop(0);
        now = now.plusSeconds(2);
        assertThat(presence.isAnswering()).isFalse();
    }
}
