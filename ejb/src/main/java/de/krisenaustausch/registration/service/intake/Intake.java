package de.krisenaustausch.registration.service.intake;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.IntakeMail;
import de.krisenaustausch.registration.service.recognition.ReadMail;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Keeps a reader on the mailbox, where one is configured. On several nodes each reads, and each mail is handled by one. */
@Singleton
@Startup
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Intake {

    private static final long PATIENCE_MS = 10_000;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Configuration configuration;

    @Inject
    private IntakeDesk desk;

    private MailboxReader reader;
    private Thread thread;

    @PostConstruct
    void start() {
        configuration.intake().ifPresent(mailbox -> {
            reader = new MailboxReader(mailbox, new DeskHandler(desk));
            thread = threads.newThread(reader);
            thread.setName("intake");
            thread.start();
        });
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    public void wake() {
        if (reader != null) {
            reader.wake();
        }
    }

    @Schedule(hour = "3", minute = "50", timezone = "Europe/Berlin", persistent = false)
    public void forget() {
        desk.forgetOld();
    }

    @PreDestroy
    void stop() {
        if (reader != null) {
            reader.stop();
            thread.interrupt();
            try {
                thread.join(PATIENCE_MS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Hands on to the desk. */
    private record DeskHandler(IntakeDesk desk) implements MailboxReader.Handler {

        @Override
        public IntakeMail.Outcome handle(IntakeMail.Place place, ReadMail mail) {
            return desk.handle(place, mail);
        }

        @Override
        public void giveUp(IntakeMail.Place place, String sender, String subject, String why) {
            desk.giveUp(place, sender, subject, why);
        }
    }
}
