package de.krisenaustausch.registration.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.IntakeMail;
import de.krisenaustausch.registration.service.recognition.ReadMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads a real mailbox. */
class MailboxReaderTest {

    private static final String ADDRESS = "zugang@krise.example.de";
    private static final long PATIENCE_S = 30;

    private final Desk desk = new Desk();
    private GreenMail server;
    private GreenMailUser user;
    private MailboxReader reader;
    private Thread thread;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, "geheim");
    }

    @AfterEach
    void stop() throws InterruptedException {
        end();
        server.stop();
    }

    @Test
    void handlesWhatLiesThereAndWhatComes() throws Exception {
        put("Subject: eins\r\n\r\nHallo");
        read();
        assertThat(desk.next().subject()).isEqualTo("eins");
        awaitCounts(0, 1);

        put("Subject: zwei\r\n\r\nHallo");
        assertThat(desk.next().subject()).isEqualTo("zwei");
        awaitCounts(0, 2);
        assertThat(folder("Erledigt").getMessages()).allMatch(message -> message.getFlags().contains(jakarta.mail.Flags.Flag.SEEN));
    }

    /** The server died after the mail was handled and before it was moved: the desk is asked once more, with the same place. */
    @Test
    void namesAMailAlikeAfterACrash() throws Exception {
        put("Subject: einmal\r\n\r\nHallo");
        desk.crash = true;
        read();
        desk.next();
        end();
        desk.crash = false;

        read();
        desk.next();
        awaitCounts(0, 1);
        assertThat(desk.seen).hasSize(1).containsValue(2);
    }

    @Test
    void putsAsideWhatCantBeHandledAndGoesOn() throws Exception {
        put("Subject: Gift\r\n\r\nHallo");
        put("Subject: gut\r\n\r\nHallo");
        read();
        assertThat(desk.next().subject()).isEqualTo("gut");
        await(() -> count("Unlesbar") == 1 && count("Erledigt") == 1 && count("INBOX") == 0);
        assertThat(desk.givenUp).isEqualTo("Gift");
    }

    @Test
    void comesBackWhenTheServerDoes() throws Exception {
        read();
        put("Subject: vorher\r\n\r\nHallo");
        desk.next();
        int port = server.getImap().getPort();
        server.stop();

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, "geheim");
        put("Subject: nachher\r\n\r\nHallo");
        assertThat(desk.next().subject()).isEqualTo("nachher");
    }

    @Test
    void leavesHugeAttachmentsOnTheServer() throws Exception {
        String attachment = ("x".repeat(76) + "\r\n").repeat(25 * 1024 * 1024 / 78);
        put("Subject: groß\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nVorname: Anna\r\n--b\r\n"
            + "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" + attachment + "\r\n--b--\r\n");
        read();
        ReadMail mail = desk.next();
        assertThat(mail.text().strip()).isEqualTo("Vorname: Anna");
        awaitCounts(0, 1);
    }

    private void read() {
        reader = new MailboxReader(new Configuration.Intake("127.0.0.1", server.getImap().getPort(), new Configuration.Credentials(ADDRESS, "geheim"),
            Configuration.Encryption.NONE, "INBOX", ADDRESS), desk);
        thread = new Thread(reader);
        thread.start();
    }

    private void end() throws InterruptedException {
        if (reader != null) {
            reader.stop();
            thread.interrupt();
            thread.join();
            reader = null;
        }
    }

    private void put(String source) throws MessagingException {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()),
            new ByteArrayInputStream(("From: anna@example.org\r\nMIME-Version: 1.0\r\n" + source).getBytes(StandardCharsets.UTF_8))));
    }

    private void awaitCounts(int inbox, int done) throws InterruptedException {
        await(() -> count("INBOX") == inbox && count("Erledigt") == done);
    }

    private int count(String folder) {
        MailFolder found = folder(folder);
        return found == null ? 0 : (int) found.getMessageCount();
    }

    private MailFolder folder(String name) {
        try {
            return "INBOX".equals(name) ? server.getManagers().getImapHostManager().getInbox(user) : server.getManagers().getImapHostManager().getFolder(user, name);
        } catch (FolderException missing) {
            return null;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Takes mails, and fails when a test wants it. */
    private static final class Desk implements MailboxReader.Handler {

        private final BlockingQueue<ReadMail> mails = new LinkedBlockingQueue<>();
        private final Map<IntakeMail.Place, Integer> seen = new ConcurrentHashMap<>();
        private volatile boolean crash;
        private volatile String givenUp;

        @Override
        public IntakeMail.Outcome handle(IntakeMail.Place place, ReadMail mail) {
            if (mail.subject().equals("Gift")) {
                throw new IllegalStateException("can't");
            }
            seen.merge(place, 1, Integer::sum);
            mails.add(mail);
            if (crash) {
                throw new ThreadDeath();
            }
            return IntakeMail.Outcome.REQUEST;
        }

        @Override
        public void giveUp(IntakeMail.Place place, String sender, String subject, String why) {
            givenUp = subject;
        }

        private ReadMail next() throws InterruptedException {
            ReadMail mail = mails.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(mail).as("a mail").isNotNull();
            return mail;
        }
    }
}
