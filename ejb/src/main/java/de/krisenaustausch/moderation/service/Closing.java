package de.krisenaustausch.moderation.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.platform.identity.AccountsUnavailableException;
import de.krisenaustausch.shared.NotFoundException;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How acts on members reach Keycloak. What the portal knows by itself does not wait for it: who is blocked here stays out, whatever Keycloak says. */
final class Closing {

    private static final Logger LOG = Logger.getLogger(Closing.class.getName());

    private Closing() {
    }

    /**
     * Does at Keycloak what was done here; an account that is gone there needs nothing.
     *
     * @return false when Keycloak is away: it then has to be done again
     */
    static boolean tell(Collection<Member> people, Consumer<String> act) {
        try {
            people.forEach(member -> each(member, act));
            return true;
        } catch (AccountsUnavailableException away) {
            LOG.log(Level.WARNING, "Keycloak was not told of what was done with {0} account(s): {1}", new Object[] {people.size(), away.getMessage()});
            return false;
        }
    }

    /** The same where Keycloak's word is the one that counts. @throws BusinessException when it is away or has no such account: nothing is done then */
    static void require(Runnable act) {
        Accounts.require(act, "member.accountsAway");
    }

    private static void each(Member member, Consumer<String> act) {
        try {
            act.accept(member.getSubject());
        } catch (NotFoundException gone) {
            LOG.log(Level.INFO, "Member {0} has no account at Keycloak.", member.getId());
        }
    }
}
