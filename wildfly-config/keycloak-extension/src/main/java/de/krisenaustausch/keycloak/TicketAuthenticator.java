package de.krisenaustausch.keycloak;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The first step of signing in. Whoever comes with a ticket is signed in by it, once, and goes on to choosing a password or a passkey;
 * whoever comes without one, or with one that is over, goes on to the next step as if this one were not there. An account with a second
 * factor takes no ticket: a link in a mail would pass that factor by.
 */
final class TicketAuthenticator implements Authenticator {

    static final TicketAuthenticator INSTANCE = new TicketAuthenticator();
    /** The required action that Keycloak itself brings for passkeys. */
    private static final String REGISTER_PASSKEY = "webauthn-register-passwordless";
    private static final String CHOICE = "choice";
    private static final String PASSKEY = "passkey";

    private TicketAuthenticator() {
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel attempt = context.getAuthenticationSession();
        String hint = attempt.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        if (!Ticket.isOne(hint)) {
            context.attempted();
            return;
        }
        // it is no name, and must not stand in the field for one
        attempt.removeClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        Optional<Ticket> ticket = Ticket.read(hint, attempt.getClient().getSecret(), Instant.now());
        Optional<UserModel> user = ticket.map(read -> context.getSession().users().getUserById(context.getRealm(), read.subject()))
            .filter(UserModel::isEnabled).filter(found -> !found.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE));
        if (user.isPresent() && endOtherSession(context, user.get())) {
            // this attempt belonged to the session that has ended; the next one, with the same ticket, begins afresh
            context.forceChallenge(Response.seeOther(context.getUriInfo().getRequestUri()).build());
            return;
        }
        if (user.isEmpty() || !isFirstUse(context.getSession(), ticket.get())) {
            context.setForwardedInfoMessage("kaTicketOver");
            context.attempted();
            return;
        }
        context.setUser(user.get());
        // a directory keeps its people's passwords
        boolean password = ticket.get().password() && !user.get().isFederated();
        if (password && ticket.get().passkey()) {
            context.challenge(context.form().createForm("ticket-choice.ftl"));
        } else {
            letIn(context, password, ticket.get().passkey());
        }
    }

    /** The person has said whether it shall be a password or a passkey. */
    @Override
    public void action(AuthenticationFlowContext context) {
        boolean passkey = PASSKEY.equals(context.getHttpRequest().getDecodedFormParameters().getFirst(CHOICE));
        letIn(context, !passkey, passkey);
    }

    private static void letIn(AuthenticationFlowContext context, boolean password, boolean passkey) {
        if (password) {
            context.getAuthenticationSession().addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        } else if (passkey) {
            context.getAuthenticationSession().addRequiredAction(REGISTER_PASSKEY);
        }
        context.success();
    }

    private static boolean isFirstUse(KeycloakSession session, Ticket ticket) {
        return session.singleUseObjects().putIfAbsent("ka-ticket:" + ticket.nonce(), ticket.expiry().getEpochSecond() - Instant.now().getEpochSecond() + 1);
    }

    /** Town halls share computers: whoever was signed in on this one is signed out before the newcomer is signed in. @return whether somebody was */
    private static boolean endOtherSession(AuthenticationFlowContext context, UserModel newcomer) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        UserSessionModel present = session.sessions().getUserSession(realm, context.getAuthenticationSession().getParentSession().getId());
        if (present != null && present.getUser() != null && !present.getUser().getId().equals(newcomer.getId())) {
            AuthenticationManager.backchannelLogout(session, realm, present, context.getUriInfo(), context.getConnection(),
                context.getHttpRequest().getHttpHeaders(), true);
            return true;
        }
        return false;
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // needs nothing of the person
    }

    @Override
    public void close() {
        // holds nothing
    }
}
