package de.krisenaustausch.registration.service.intake;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.IntakeMail;
import de.krisenaustausch.registration.IntakeRepository;
import de.krisenaustausch.registration.Missing;
import de.krisenaustausch.registration.Uncertainty;
import de.krisenaustausch.registration.service.MailRequests;
import de.krisenaustausch.registration.service.WrittenRequest;
import de.krisenaustausch.registration.service.recognition.Field;
import de.krisenaustausch.registration.service.recognition.ReadMail;
import de.krisenaustausch.registration.service.recognition.Recognised;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Handles a mail once: its row, the request and the answer are one transaction. Machines are never answered, and nobody more than once
 * an hour, unless the request moves on, which it does only twice (RFC 3834).
 */
@Stateless
@PermitAll
public class IntakeDesk {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration MEMORY = Duration.ofDays(180);

    @Inject
    private IntakeRepository mails;

    @Inject
    private MailRequests requests;

    @Inject
    private Recognition recognition;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /** @return what became of it, now or when it was handled before */
    public IntakeMail.Outcome handle(IntakeMail.Place place, ReadMail mail) {
        Optional<IntakeMail> before = mails.find(place);
        if (before.isPresent()) {
            return before.get().getOutcome();
        }
        IntakeMail row = new IntakeMail(place, mail.messageId(), mail.address(), mail.subject(), clock.instant());
        mails.take(row);
        EmailAddress sender = sender(mail);
        if (mail.machine() != null || sender == null) {
            row.ignore(mail.machine() == null ? "no sender" : mail.machine());
        } else if (configuration.ownAddresses().contains(sender.value().toLowerCase(Locale.ROOT))) {
            row.ignore("our own address");
        } else {
            receive(row, mail, sender);
        }
        return row.getOutcome();
    }

    private void receive(IntakeMail row, ReadMail mail, EmailAddress sender) {
        Optional<Set<Missing>> asked = requests.asked(mail.references(), sender);
        Recognised found = recognition.read(mail, asked.map(IntakeDesk::fields).orElse(null));
        if (asked.isEmpty() && !asks(found)) {
            row.ignore("names no space");
            return;
        }
        boolean recently = mails.isAnswered(sender.value(), clock.instant().minus(PAUSE));
        row.request(requests.receive(request(row, mail, sender, found), !recently).answered());
    }

    private static Set<Field> fields(Set<Missing> missing) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Missing each : missing) {
            fields.add(switch (each) {
                case GIVEN_NAME -> Field.FIRST_NAME;
                case FAMILY_NAME -> Field.LAST_NAME;
                case ORGANISATION -> Field.ORGANISATION;
                case OFFICE -> Field.OFFICE;
            });
        }
        return fields;
    }

    /** The subject names a space; or the text does, and says who writes. */
    private static boolean asks(Recognised found) {
        boolean named = found.space() != null && !found.uncertain().contains(Field.SPACE);
        return named || found.space() != null && found.lastName() != null && found.place() != null;
    }

    private static WrittenRequest request(IntakeMail row, ReadMail mail, EmailAddress sender, Recognised found) {
        Set<Uncertainty> uncertain = EnumSet.noneOf(Uncertainty.class);
        for (Field field : found.uncertain()) {
            uncertain.add(switch (field) {
                case FIRST_NAME -> Uncertainty.GIVEN_NAME;
                case LAST_NAME -> Uncertainty.FAMILY_NAME;
                case ORGANISATION -> Uncertainty.MUNICIPALITY;
                case OFFICE -> Uncertainty.OFFICE;
                case SPACE -> Uncertainty.SPACES;
            });
        }
        return new WrittenRequest(row.getMessageId(), mail.references(), sender, found.firstName(), found.lastName(), found.organisation(),
            found.place() == null ? null : found.place().id(), found.office(), found.function(), found.space() == null ? Set.of() : Set.of(found.space()),
            null, "de", uncertain);
    }

    private static EmailAddress sender(ReadMail mail) {
        try {
            return mail.address() == null ? null : new EmailAddress(mail.address());
        } catch (BusinessException none) {
            return null;
        }
    }

    /** Notes that a mail can't be read; the second time nothing. */
    public void giveUp(IntakeMail.Place place, String sender, String subject, String why) {
        if (mails.find(place).isEmpty()) {
            IntakeMail row = new IntakeMail(place, "", sender, subject, clock.instant());
            row.giveUp(why);
            mails.take(row);
        }
    }

    /** Forgets who wrote half a year ago; the requests know what they need. */
    public void forgetOld() {
        mails.forget(clock.instant().minus(MEMORY));
    }
}
