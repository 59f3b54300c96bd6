package de.krisenaustausch.platform.identity;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * People's accounts at Keycloak, as far as the portal keeps them: opened when a person was let in, blocked, renamed and removed
 * with her. Known by their subject, the token's {@code sub}, which the member's row keeps.
 *
 * <p>Nobody's rights are asked here: the use cases that call it do that. What is done here is done at once and is not undone
 * when the caller's transaction rolls back; so it belongs at its end, and everything can be done twice without harm. Every call takes up
 * to some seconds when Keycloak is slow, and throws {@link AccountsUnavailableException} when it is away; the methods that name a
 * subject throw {@link NotFoundException} when there is no such account.
 */
@ApplicationScoped
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class.getName());

    /** A ticket is for the next click, not for a mail. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final String ADMIN = "admin";
    private static final Set<String> ROLES = Set.of("member", ADMIN);
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private AdminApi keycloak;
    private Tickets tickets;
    private Clock clock;

    /** For CDI. */
    protected Accounts() {
    }

    @Inject
    public Accounts(Configuration configuration, Clock clock) {
        this.keycloak = new AdminApi(configuration.realmUrl(), configuration.accountsClient(), configuration.realmSecret());
        this.tickets = new Tickets(configuration.realmSecret());
        this.clock = clock;
    }

    /**
     * Finds the account with that address, or opens one; it has no credential yet: {@link #ticket} leads there. An account whose address
     * nobody ever confirmed may be a trap that somebody else laid for its owner, and is replaced.
     *
     * @return its subject
     */
    public String open(NewAccount wanted) {
        Optional<JsonObject> found = find(wanted.email());
        if (found.isPresent() && !found.get().getBoolean("emailVerified", false) && !isFromDirectory(found.get())) {
            remove(found.get().getString("id"));
            found = Optional.empty();
        }
        return found.map(account -> account.getString("id")).orElseGet(() -> create(wanted));
    }

    /** @return the subject of the account with that address, in any case; empty when there is none */
    public Optional<String> subject(String email) {
        return find(email).map(account -> account.getString("id"));
    }

    /**
     * What lets that person into her account once, without a credential, to choose one. Make it only when she has just proved to be that
     * person, and send her browser straight to {@link #wayIn}; never mail it.
     *
     * @param toChoose what she is led to set up; with both, Keycloak asks her which; empty: she only comes in
     * @param life at most {@link #LONGEST_LIFE}
     */
    public String ticket(String subject, Set<Credential> toChoose, Duration life) {
        if (life.isNegative() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("A ticket lives five minutes at most, not " + life);
        }
        return tickets.write(subject, toChoose, clock.instant().plus(life));
    }

    /**
     * The portal's address that leads through Keycloak and back. Whoever is signed in passes it by, so end the present session (of
     * somebody else, on a shared computer) before redirecting to it.
     *
     * @param onward a local address to come back to
     */
    public static String wayIn(String ticket, String onward) {
        return "/anmelden?weiter=" + URLEncoder.encode(onward, StandardCharsets.UTF_8) + "&login_hint=" + ticket;
    }

    /** Shuts the account and ends all its sessions, here too (Keycloak tells the portal): she is out within seconds. */
    public void block(String subject) {
        change(subject, Json.createObjectBuilder().add("enabled", false).build());
        logOut(subject);
    }

    public void unblock(String subject) {
        change(subject, Json.createObjectBuilder().add("enabled", true).build());
    }

    /** Ends all sessions of that person. */
    public void logOut(String subject) {
        done(keycloak.call("POST", user(subject) + "/logout", null));
    }

    /** Ends one session; does nothing when it is over already. @throws NotFoundException when it is not hers */
    public void logOut(String subject, String sessionId) {
        if (sessions(subject).stream().noneMatch(session -> session.id().equals(sessionId))) {
            throw new NotFoundException();
        }
        keycloak.call("DELETE", "/sessions/" + AdminApi.encoded(sessionId), null);
    }

    /** @return her present sessions, the last seen first */
    public List<SignedIn> sessions(String subject) {
        return done(keycloak.call("GET", user(subject) + "/sessions", null)).json().asJsonArray().getValuesAs(JsonObject.class).stream()
            .map(session -> new SignedIn(session.getString("id"), session.getString("ipAddress", ""), instant(session, "start"), instant(session, "lastAccess")))
            .sorted(java.util.Comparator.comparing(SignedIn::lastSeen).reversed()).toList();
    }

    /**
     * Takes over name and address that an administrator corrected. An account from an association's directory keeps what stands there:
     * correct it there.
     *
     * @throws BusinessException when another account has the address ({@code account.addressTaken})
     */
    public void update(String subject, String email, String firstName, String lastName) {
        if (!isFromDirectory(account(subject))) {
            change(subject, Json.createObjectBuilder().add("email", email).add("emailVerified", true)
                .add("firstName", firstName).add("lastName", lastName).build());
        }
    }

    /** Takes over a name that she or an administrator changed; her address stays as it is there. An account from an association's directory keeps its name. */
    public void rename(String subject, String firstName, String lastName) {
        if (!isFromDirectory(account(subject))) {
            change(subject, Json.createObjectBuilder().add("firstName", firstName).add("lastName", lastName).build());
        }
    }

    /**
     * Does what only counts when Keycloak does it too.
     *
     * @param refusal key of the sentence that says why it was not done
     * @throws BusinessException when Keycloak is away or has no such account
     */
    public static void require(Runnable act, String refusal) {
        try {
            act.run();
        } catch (AccountsUnavailableException | NotFoundException away) {
            LOG.log(Level.WARNING, "Keycloak did not do what was asked for", away);
            throw new BusinessException(refusal);
        }
    }

    /** Removes the account with all its credentials; does nothing when it is gone. */
    public void remove(String subject) {
        keycloak.call("DELETE", user(subject), null);
    }

    /** @return {@code member}, {@code admin}, both or none */
    public List<String> roles(String subject) {
        return done(keycloak.call("GET", user(subject) + "/role-mappings/realm/composite", null)).json().asJsonArray().getValuesAs(JsonObject.class)
            .stream().map(role -> role.getString("name")).filter(ROLES::contains).sorted().toList();
    }

    /** Makes her an administrator of the portal; her present tokens learn of it within a minute. */
    public void grantAdmin(String subject) {
        mapAdmin(subject, "POST", "/role-mappings/realm/available");
    }

    /** Takes that from her again, within a minute. */
    public void revokeAdmin(String subject) {
        mapAdmin(subject, "DELETE", "/role-mappings/realm");
    }

    private void mapAdmin(String subject, String method, String among) {
        done(keycloak.call("GET", user(subject) + among, null)).json().asJsonArray().getValuesAs(JsonObject.class).stream()
            .filter(role -> ADMIN.equals(role.getString("name"))).findFirst()
            .ifPresent(role -> done(keycloak.call(method, user(subject) + "/role-mappings/realm", Json.createArrayBuilder().add(role).build())));
    }

    private JsonObject account(String subject) {
        return done(keycloak.call("GET", user(subject), null)).json().asJsonObject();
    }

    private static boolean isFromDirectory(JsonObject account) {
        return account.containsKey("federationLink");
    }

    private Optional<JsonObject> find(String email) {
        return done(keycloak.call("GET", "/users?exact=true&max=2&email=" + AdminApi.encoded(email), null)).json().asJsonArray()
            .getValuesAs(JsonObject.class).stream().findFirst();
    }

    private String create(NewAccount wanted) {
        AdminApi.Answer answer = create(wanted, wanted.email());
        if (answer.status() == CONFLICT) {
            // somebody else was quicker; or an older account is still named like the address that its owner has left
            Optional<JsonObject> quicker = find(wanted.email());
            if (quicker.isPresent()) {
                return quicker.get().getString("id");
            }
            answer = create(wanted, UUID.randomUUID().toString());
        }
        done(answer);
        return answer.location().substring(answer.location().lastIndexOf('/') + 1);
    }

    private AdminApi.Answer create(NewAccount wanted, String username) {
        JsonObjectBuilder account = Json.createObjectBuilder().add("username", username).add("email", wanted.email())
            .add("emailVerified", true).add("enabled", true).add("firstName", wanted.firstName()).add("lastName", wanted.lastName());
        if (wanted.language() != null) {
            account.add("attributes", Json.createObjectBuilder().add("locale", Json.createArrayBuilder().add(wanted.language())));
        }
        return keycloak.call("POST", "/users", account.build());
    }

    /** Sends the whole account back, since Keycloak would take what is left out for empty. */
    private void change(String subject, JsonObject changes) {
        JsonObjectBuilder account = Json.createObjectBuilder(account(subject));
        changes.forEach(account::add);
        AdminApi.Answer answer = keycloak.call("PUT", user(subject), account.build());
        if (answer.status() == CONFLICT) {
            throw new BusinessException("account.addressTaken", changes.getString("email", ""));
        }
        done(answer);
    }

    private static AdminApi.Answer done(AdminApi.Answer answer) {
        if (answer.status() == NOT_FOUND) {
            throw new NotFoundException();
        }
        if (!answer.isDone()) {
            throw new AccountsUnavailableException("Keycloak refused with status " + answer.status() + ": " + reason(answer.body()));
        }
        return answer;
    }

    /** Keycloak's own words name fields, not their values. */
    private static String reason(String body) {
        return body.length() > 200 ? body.substring(0, 200) : body;
    }

    private static String user(String subject) {
        return "/users/" + AdminApi.encoded(subject);
    }

    private static Instant instant(JsonObject object, String name) {
        JsonValue millis = object.get(name);
        return millis instanceof jakarta.json.JsonNumber number ? Instant.ofEpochMilli(number.longValue()) : Instant.EPOCH;
    }
}
