package de.krisenaustausch.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the parts listen, on loopback only. All ports move together by one offset, so that a second stack can run.
 *
 * @param offset added to every port
 */
public record Ports(int offset) {

    private static final int PORTAL = 8080;
    private static final int KEYCLOAK = 8180;
    private static final int MAILBOX = 8025;
    private static final List<Integer> PAGES = List.of(PORTAL, KEYCLOAK, MAILBOX);
    private static final int LARGEST_OFFSET = 50_000;
    /** Browsers open no page there: the Fetch standard's list of bad ports, as far as ours can get. */
    private static final Set<Integer> REFUSED_BY_BROWSERS = Set.of(10080);

    public Ports {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new StackException("KA_PORT_OFFSET is " + offset + ", but must be a whole number from 0 to " + LARGEST_OFFSET + ".");
        }
        for (int page : PAGES) {
            if (REFUSED_BY_BROWSERS.contains(page + offset)) {
                throw new StackException("KA_PORT_OFFSET is " + offset + ", which leads to port " + (page + offset) + ", where browsers open no page: choose another, such as 3000.");
            }
        }
    }

    /** @return the offset that the environment asks for (KA_PORT_OFFSET), 0 without one */
    public static Ports fromEnvironment() {
        String value = System.getenv().getOrDefault("KA_PORT_OFFSET", "0").strip();
        if (!value.matches("\\d{1,5}")) {
            throw new StackException("KA_PORT_OFFSET is '" + value + "', but must be a whole number from 0 to " + LARGEST_OFFSET + ".");
        }
        return new Ports(Integer.parseInt(value));
    }

    public int portal() {
        return PORTAL + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    public int keycloak() {
        return KEYCLOAK + offset;
    }

    public int keycloakManagement() {
        return 9180 + offset;
    }

    public int postgres() {
        return 5480 + offset;
    }

    public int smtp() {
        return 3025 + offset;
    }

    public int imap() {
        return 3143 + offset;
    }

    /** An association's directory. */
    public int ldap() {
        return 3389 + offset;
    }

    public int mailbox() {
        return MAILBOX + offset;
    }

    /** @throws StackException when another program listens at one of them; names it */
    public void requireFree() {
        Map<String, Integer> wanted = Map.of("the portal", portal(), "the server's management", management(), "Keycloak", keycloak(),
            "Keycloak's health", keycloakManagement(), "PostgreSQL", postgres(), "SMTP", smtp(), "IMAP", imap(), "the mailbox page", mailbox(),
            "the directory", ldap());
        wanted.forEach((what, port) -> {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException taken) {
                throw new StackException("Port " + port + ", needed for " + what + ", is taken by another program: stop that program, or start on other ports, with data of their own: KA_PORT_OFFSET=3000 KA_LOCAL_DATA=data2 ./run");
            }
        });
    }
}
