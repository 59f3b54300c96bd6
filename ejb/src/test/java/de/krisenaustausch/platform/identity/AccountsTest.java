package de.krisenaustausch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of Keycloak, and what is made of its answers; with a Keycloak that says what the test tells it to. */
class AccountsTest {

    private static final NewAccount PETRA = new NewAccount("petra@stadt.example", "Petra", "Sommer", "de");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final Deque<Map.Entry<Integer, String>> answers = new ArrayDeque<>();
    private HttpServer server;
    private Accounts accounts;
    private int tokens;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Configuration configuration = new Configuration(Map.of("KA_OIDC_SECRET", "secret",
            "KA_OIDC_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/krise"));
        accounts = new Accounts(configuration, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void opensAnAccountWhenThereIsNone() {
        will(200, "[]");
        will(201, "");

        assertThat(accounts.open(PETRA)).isEqualTo("new-id");
        assertThat(asked).containsExactly("GET /admin/realms/krise/users?exact=true&max=2&email=petra%40stadt.example ",
            "POST /admin/realms/krise/users {\"username\":\"petra@stadt.example\",\"email\":\"petra@stadt.example\",\"emailVerified\":true,"
                + "\"enabled\":true,\"firstName\":\"Petra\",\"lastName\":\"Sommer\",\"attributes\":{\"locale\":[\"de\"]}}");
    }

    @Test
    void findsTheAccountThatIsThere() {
        will(200, "[{\"id\":\"old-id\",\"emailVerified\":true}]");
        assertThat(accounts.open(PETRA)).isEqualTo("old-id");

        will(200, "[]");
        will(409, "{}");
        will(200, "[{\"id\":\"quicker\",\"emailVerified\":true}]");
        assertThat(accounts.open(PETRA)).isEqualTo("quicker");
    }

    @Test
    void replacesAnAccountThatSomebodyMayHaveLaidAsATrap() {
        will(200, "[{\"id\":\"trap\",\"emailVerified\":false}]");
        will(204, "");
        will(201, "");

        assertThat(accounts.open(PETRA)).isEqualTo("new-id");
        assertThat(asked.get(1)).isEqualTo("DELETE /admin/realms/krise/users/trap ");
    }

    @Test
    void namesAnAccountOtherwiseWhenAnOlderOneBearsTheAddressAsItsName() {
        will(200, "[]");
        will(409, "{}");
        will(200, "[]");
        will(201, "");

        assertThat(accounts.open(PETRA)).isEqualTo("new-id");
        assertThat(asked.get(3)).containsPattern("\"username\":\"[0-9a-f-]{36}\"");
    }

    @Test
    void renewsARefusedTokenOnce() {
        will(401, "");
        will(200, "[]");
        assertThat(accounts.subject("nobody@stadt.example")).isEmpty();
        assertThat(tokens).isEqualTo(2);

        will(401, "");
        will(401, "");
        assertThatThrownBy(() -> accounts.subject("nobody@stadt.example")).isInstanceOf(AccountsUnavailableException.class).hasMessageContaining("401");
    }

    @Test
    void keepsItsTokenForOtherCalls() {
        will(200, "[]");
        will(200, "[]");
        accounts.subject("a@stadt.example");
        accounts.subject("b@stadt.example");
        assertThat(tokens).isEqualTo(1);
    }

    @Test
    void blocksAndEndsAllSessions() {
        will(200, "{\"id\":\"a\",\"enabled\":true,\"firstName\":\"Petra\"}");
        will(204, "");
        will(204, "");
        accounts.block("a");

        assertThat(asked.get(1)).startsWith("PUT /admin/realms/krise/users/a ").contains("\"enabled\":false").contains("Petra");
        assertThat(asked.get(2)).isEqualTo("POST /admin/realms/krise/users/a/logout ");
    }

    @Test
    void endsOnlyHerOwnSessions() {
        will(200, "[{\"id\":\"s1\",\"ipAddress\":\"192.0.2.1\",\"start\":1000,\"lastAccess\":2000}]");
        assertThatThrownBy(() -> accounts.logOut("a", "s2")).isInstanceOf(NotFoundException.class);

        will(200, "[{\"id\":\"s1\",\"ipAddress\":\"192.0.2.1\",\"start\":1000,\"lastAccess\":2000}]");
        will(204, "");
        accounts.logOut("a", "s1");
        assertThat(asked.get(2)).isEqualTo("DELETE /admin/realms/krise/sessions/s1 ");
    }

    @Test
    void tellsWhenAnAddressIsTakenAndWhenThereIsNoAccount() {
        will(200, "{\"id\":\"a\"}");
        will(200, "{\"id\":\"a\"}");
        will(409, "{}");
        assertThatThrownBy(() -> accounts.update("a", "b@stadt.example", "A", "B")).isInstanceOf(BusinessException.class)
            .hasMessageContaining("account.addressTaken");

        will(404, "{}");
        assertThatThrownBy(() -> accounts.sessions("gone")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void leavesToADirectoryWhatStandsThere() {
        will(200, "{\"id\":\"a\",\"federationLink\":\"kgst\"}");
        accounts.update("a", "b@stadt.example", "A", "B");
        assertThat(asked).hasSize(1);
    }

    @Test
    void renamesAndLeavesTheAddressAsItIs() {
        will(200, "{\"id\":\"a\",\"email\":\"own@stadt.example\",\"firstName\":\"Petra\"}");
        will(200, "{\"id\":\"a\",\"email\":\"own@stadt.example\",\"firstName\":\"Petra\"}");
        will(204, "");
        accounts.rename("a", "Petra", "Winter");
        assertThat(asked.get(2)).startsWith("PUT /admin/realms/krise/users/a ").contains("own@stadt.example").contains("Winter");

        will(200, "{\"id\":\"b\",\"federationLink\":\"kgst\"}");
        accounts.rename("b", "Petra", "Winter");
        assertThat(asked).hasSize(4);
    }

    @Test
    void saysWhenKeycloakIsAway() {
        server.stop(0);
        assertThatThrownBy(() -> accounts.subject("a@stadt.example")).isInstanceOf(AccountsUnavailableException.class);
    }

    @Test
    void ticketsAreForNow() {
        assertThatThrownBy(() -> accounts.ticket("a", Set.of(), Duration.ofMinutes(6))).isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.ticket("5c1e7a52-0001-4d6b-9a01-7e1f00000001", Set.of(Credential.values()), Duration.ofMinutes(5))).hasSizeLessThan(200);
        assertThat(Accounts.wayIn("ka1.a.b", "/bereiche/corona?a=b")).isEqualTo("/anmelden?weiter=%2Fbereiche%2Fcorona%3Fa%3Db&login_hint=ka1.a.b");
    }

    /** The sample that Keycloak's extension reads in its own test: both sides must mean the same. */
    @Test
    void writesTicketsAsTheExtensionReadsThem() {
        assertThat(new Tickets("shared secret").write("5c1e7a52-0001", Set.of(Credential.PASSKEY, Credential.PASSWORD), Instant.ofEpochSecond(1_800_000_000), "nonce"))
            .isEqualTo("ka1.NWMxZTdhNTItMDAwMQoxODAwMDAwMDAwCm5vbmNlCnBr.56x64gZ-8BHUZd97FopPQw");
    }

    private void will(int status, String body) {
        answers.add(Map.entry(status, body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().endsWith("/token")) {
                tokens++;
                reply(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60}");
                return;
            }
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
            Map.Entry<Integer, String> next = answers.remove();
            exchange.getResponseHeaders().set("Location", "http://localhost/admin/realms/krise/users/new-id");
            reply(exchange, next.getKey(), next.getValue());
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
