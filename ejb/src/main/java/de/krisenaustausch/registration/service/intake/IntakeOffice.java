package de.krisenaustausch.registration.service.intake;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.IntakeMail;
import de.krisenaustausch.registration.IntakeRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What came into the mailbox for access, for administrators: above all what nobody could read. */
@Stateless
@RolesAllowed("admin")
public class IntakeOffice {

    public static final int PAGE = 50;

    @Inject
    private IntakeRepository mails;

    @Inject
    private Configuration configuration;

    /** @return the newest first, from that id on downwards, {@link #PAGE} at most */
    public List<IntakeMail> list(IntakeMail.Outcome outcome, long before) {
        return mails.list(outcome, before, PAGE);
    }

    /** @return the address that is read; empty when none is */
    public Optional<String> address() {
        return configuration.intake().map(Configuration.Intake::address);
    }
}
