package de.krisenaustausch.member.service;

import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.platform.identity.SignedIn;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** A person's own sign-ins: where she is signed in at present, and ending it there. Keycloak is asked, not the database. */
@Stateless
@RolesAllowed({"member", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    @Resource
    private SessionContext session;

    @Inject
    private Accounts accounts;

    /** @return her present sign-ins, the last seen first */
    public List<SignedIn> present() {
        return accounts.sessions(me());
    }

    /** @return anybody's present sign-ins, for administrators to look at: ending them is blocking her, or her own */
    @RolesAllowed("admin")
    public List<SignedIn> of(String subject) {
        return accounts.sessions(subject);
    }

    /** Ends one of her own. @throws de.krisenaustausch.shared.NotFoundException when it is none of hers */
    public void end(String id) {
        accounts.logOut(me(), id);
    }

    /** Ends all but one. @param kept the present one */
    public void endOthers(String kept) {
        present().stream().map(SignedIn::id).filter(id -> !id.equals(kept)).forEach(this::end);
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
