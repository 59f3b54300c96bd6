package de.krisenaustausch.audit.service;

import de.krisenaustausch.audit.AuditEntry;
import de.krisenaustausch.audit.AuditRepository;
import de.krisenaustausch.platform.Caller;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The log of administrative acts. An entry is written in the transaction of the act, so that there is neither an act
 * without an entry nor an entry without an act. Knows no other feature, so that each may write to it.
 */
@Stateless
@PermitAll
public class AuditLog {

    public static final int PAGE = 100;
    private static final String ANONYMOUS = "anonymous";
    private static final String PORTAL = "Krisenaustausch";

    @Resource
    private SessionContext session;

    @Inject
    private AuditRepository entries;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Writes down what the present caller does.
     *
     * @param action key of a sentence in the bundles without its {@code audit.}, such as {@code spaceCreated}; 40 characters
     * @param about whom or what it is done to, as people know it; null when there is nothing more to say
     * @param details what else matters, may be null
     */
    public void record(String action, String about, String details) {
        String subject = session.getCallerPrincipal().getName();
        boolean known = subject != null && !ANONYMOUS.equals(subject);
        String actor = known ? entries.nameOf(subject).orElse(subject) : PORTAL;
        entries.add(new AuditEntry(known ? subject : null, actor, action, about, details, address(), clock.instant()));
    }

    /** @return entries that fit, the newest first, with smaller ids than {@code before}, {@link #PAGE} at most */
    @RolesAllowed("admin")
    public List<AuditEntry> list(AuditRepository.Filter filter, long before) {
        return entries.list(filter, before, PAGE);
    }

    /** @return every action that was ever recorded */
    @RolesAllowed("admin")
    public List<String> actions() {
        return entries.actions();
    }

    private String address() {
        try {
            return caller.address();
        } catch (ContextNotActiveException ofItself) {
            return null;
        }
    }
}
