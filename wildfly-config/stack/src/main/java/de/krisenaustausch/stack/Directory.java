package de.krisenaustausch.stack;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An association's directory (LDAP), so that its members can be seen signing in with the password that they have there. It lives in memory,
 * with the made-up people of {@code examples/directory.tsv}; their password is that of the example accounts.
 */
final class Directory implements AutoCloseable {

    private static final String BASE = "dc=kgst,dc=example";
    private static final String PEOPLE = "ou=people," + BASE;
    /** Who Keycloak is to the directory; {@code keycloak/local/kgst-directory.json} says the same. */
    private static final String READER = "cn=krisenaustausch," + BASE;
    private static final String READER_PASSWORD = "local-stack-only";

    private InMemoryDirectoryServer server;

    void start(int port) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getByName("127.0.0.1"), port, null));
            config.addAdditionalBindCredentials(READER, READER_PASSWORD);
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: kgst");
            server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
            for (String line : lines().subList(1, lines().size())) {
                server.add(person(line.split("\t")));
            }
            server.startListening();
        } catch (LDAPException | LDIFException | IOException failed) {
            throw new StackException("The directory can't be started: " + failed.getMessage(), failed);
        }
    }

    /** Replaces a value. @param uid whose */
    void change(String uid, String attribute, String value) {
        try {
            server.modify(dn(uid), new Modification(ModificationType.REPLACE, attribute, value));
        } catch (LDAPException failed) {
            throw new StackException("The directory can't be changed: " + failed.getMessage(), failed);
        }
    }

    private static Entry person(String[] columns) {
        Entry person = new Entry(dn(columns[0]));
        person.addAttribute("objectClass", "inetOrgPerson");
        person.addAttribute("uid", columns[0]);
        person.addAttribute("givenName", columns[1]);
        person.addAttribute("sn", columns[2]);
        person.addAttribute("cn", columns[1] + " " + columns[2]);
        person.addAttribute("mail", columns[3]);
        person.addAttribute("o", columns[4]);
        person.addAttribute("ou", columns[5]);
        person.addAttribute("userPassword", ExampleAccounts.PASSWORD);
        return person;
    }

    private static String dn(String uid) {
        return "uid=" + uid + "," + PEOPLE;
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Directory.class.getResourceAsStream("/examples/directory.tsv"), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutDown(true);
        }
    }
}
