package de.krisenaustausch.registration.service.intake;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.IntakeMail;
import de.krisenaustausch.registration.service.recognition.MimeReader;
import de.krisenaustausch.registration.service.recognition.ReadMail;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * Watches a mailbox over one connection: handles what lies there, moves it away, waits for more (IDLE), and connects anew, with
 * growing gaps, when the connection is lost. A mail that can't be read is put aside, so that it holds up nobody else's.
 */
final class MailboxReader implements Runnable {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 4;
    /** A mail whose structure the server can't tell is fetched whole, up to this size. */
    private static final int WHOLE_BYTES = 2 * 1024 * 1024;
    private static final String DONE = "Erledigt";
    private static final String UNREADABLE = "Unlesbar";

    private final Configuration.Intake mailbox;
    private final Handler handler;
    private final Map<Long, Integer> failures = new HashMap<>();
    private Duration pause = FIRST_PAUSE;
    private volatile boolean stopped;
    private volatile IMAPFolder folder;
    private volatile Store store;

    /** Where mails go. */
    interface Handler {

        IntakeMail.Outcome handle(IntakeMail.Place place, ReadMail mail);

        void giveUp(IntakeMail.Place place, String sender, String subject, String why);
    }

    MailboxReader(Configuration.Intake mailbox, Handler handler) {
        this.mailbox = mailbox;
        this.handler = handler;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                connect();
                LOG.log(Level.INFO, "Reading the mailbox of {0}.", mailbox);
                watch();
            } catch (MessagingException | RuntimeException lost) {
                if (!stopped) {
                    LOG.log(Level.WARNING, "The mailbox of {0} can''t be read, trying again in {1} s: {2}", new Object[] {mailbox, pause.toSeconds(), lost});
                }
            } finally {
                close();
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void sleep(Duration time) {
        try {
            for (long waited = 0; waited < time.toMillis() && !stopped; waited += 250) {
                Thread.sleep(250);
            }
        } catch (InterruptedException ended) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws MessagingException {
        String protocol = mailbox.tls() == Configuration.Encryption.TLS ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", "10000");
        properties.put("mail." + protocol + ".timeout", "60000");
        properties.put("mail." + protocol + ".writetimeout", "20000");
        properties.put("mail." + protocol + ".starttls.required", String.valueOf(mailbox.tls() == Configuration.Encryption.STARTTLS));
        properties.put("mail." + protocol + ".starttls.enable", String.valueOf(mailbox.tls() == Configuration.Encryption.STARTTLS));
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        // reading marks nothing, and a part is fetched piece by piece
        properties.put("mail." + protocol + ".peek", "true");
        properties.put("mail." + protocol + ".partialfetch", "true");
        properties.put("mail.mime.decodetext.strict", "false");
        store = Session.getInstance(properties).getStore(protocol);
        store.connect(mailbox.host(), mailbox.port(), mailbox.account().user(), mailbox.account().password());
        folder = (IMAPFolder) store.getFolder(mailbox.folder());
        // what comes while the waiting begins is told, but does not end it
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                wake();
            }
        });
        folder.open(Folder.READ_WRITE);
    }

    private void watch() throws MessagingException {
        boolean idle = true;
        while (!stopped) {
            work();
            if (stopped) {
                return;
            }
            look(folder);
            if (folder.getMessageCount() > 0) {
                // came meanwhile; only from now on the server tells
                continue;
            }
            if (store.getFolder(mailbox.folder()).getMessageCount() > 0) {
                // what came while another was taken out can be missing in our view of the folder
                folder.close(false);
                folder.open(Folder.READ_WRITE);
                continue;
            }
            if (idle) {
                try {
                    folder.idle(true);
                } catch (MessagingException unable) {
                    if (!folder.isOpen()) {
                        throw unable;
                    }
                    idle = false;
                }
            } else {
                sleep(Duration.ofSeconds(10));
            }
            pause = FIRST_PAUSE;
        }
    }

    /** Handles all that lies there, the oldest first. */
    private void work() throws MessagingException {
        boolean moved = false;
        for (Message message : folder.getMessages()) {
            if (stopped) {
                return;
            }
            if (!message.isExpunged()) {
                if (!message.isSet(Flags.Flag.DELETED)) {
                    move(message, handle((MimeMessage) message));
                }
                moved = true;
            }
        }
        if (moved) {
            folder.expunge();
        }
    }

    /** @return the folder that the mail goes to @throws RuntimeException when it is to be tried again */
    private String handle(MimeMessage message) throws MessagingException {
        long uid = ((UIDFolder) folder).getUID(message);
        IntakeMail.Place place = new IntakeMail.Place(mailbox.account().user() + "@" + mailbox.host(), folder.getUIDValidity(), uid);
        try {
            ReadMail mail = read(message);
            IntakeMail.Outcome outcome = handler.handle(place, mail);
            failures.remove(uid);
            return outcome == IntakeMail.Outcome.UNREADABLE ? UNREADABLE : DONE;
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessagingException | RuntimeException failed) {
            if (!folder.isOpen()) {
                throw failed;
            }
            int attempts = failures.merge(uid, 1, Integer::sum);
            LOG.log(Level.WARNING, "A mail (UID " + uid + ") can't be handled, attempt " + attempts, failed);
            if (attempts < ATTEMPTS) {
                throw failed;
            }
            handler.giveUp(place, first(message, "From"), first(message, "Subject"), String.valueOf(failed.getMessage()));
            failures.remove(uid);
            return UNREADABLE;
        }
    }

    private static ReadMail read(MimeMessage message) throws MessagingException {
        try {
            return MimeReader.read(message);
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessagingException broken) {
            if (message.getSize() > WHOLE_BYTES) {
                throw broken;
            }
            return MimeReader.read(new MimeMessage(message));
        }
    }

    private static String first(MimeMessage message, String header) {
        try {
            return MimeReader.line(message, header);
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private void move(Message message, String target) throws MessagingException {
        Folder to = store.getFolder(target);
        if (!to.exists()) {
            to.create(Folder.HOLDS_MESSAGES);
        }
        message.setFlag(Flags.Flag.SEEN, true);
        folder.copyMessages(new Message[] {message}, to);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    /** Ends the waiting for a look around, since servers and routers forget connections on which nothing happens. */
    void wake() {
        IMAPFolder watched = folder;
        if (watched != null) {
            try {
                look(watched);
            } catch (MessagingException | IllegalStateException lost) {
                LOG.log(Level.FINE, "waking the reader", lost);
                close();
            }
        }
    }

    /** Asks the server for news, which also ends the waiting; the library's own methods only do so when they think it is time. */
    private static void look(IMAPFolder folder) throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    void stop() {
        stopped = true;
        close();
    }

    private void close() {
        Store open = store;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException gone) {
                LOG.log(Level.FINE, "closing a connection that was lost", gone);
            }
        }
    }
}
