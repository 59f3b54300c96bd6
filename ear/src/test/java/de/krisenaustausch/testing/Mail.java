package de.krisenaustausch.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail that the portal sent, as its recipient sees it. */
public final class Mail {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/[^\\s>\"]*)");

    private final MimeMessage message;

    private Mail(MimeMessage message) {
        this.message = message;
    }

    /** @return all mails that came, the first first */
    public static List<Mail> all() {
        return TestStack.mails().stream().map(Mail::new).toList();
    }

    /** @return the mails to a person whose subject holds a text, the first first */
    public static List<Mail> to(Person person, String subject) {
        return to(person.email(), subject);
    }

    /** The same for an account that a test made. */
    public static List<Mail> to(String email, String subject) {
        return all().stream().filter(mail -> mail.recipients().contains(email) && mail.subject().contains(subject)).toList();
    }

    /** @return the first mail to a person whose subject holds a text; waits for it */
    public static Mail awaited(Person person, String subject) {
        return awaited(person.email(), subject);
    }

    /** The same for an account that a test made. */
    public static Mail awaited(String email, String subject) {
        return Await.found("a mail to " + email + " about " + subject, () -> to(email, subject).stream().findFirst());
    }

    public String subject() {
        return read(() -> String.valueOf(message.getSubject()));
    }

    /** @return the part for programs that show no HTML */
    public String text() {
        return part("text/plain");
    }

    public String html() {
        return part("text/html");
    }

    /** @return a header's value as it was sent; empty when there is none */
    public String header(String name) {
        return read(() -> Optional.ofNullable(message.getHeader(name, null)).orElse(""));
    }

    /** @return path and query of the portal's first address in a text */
    public static String path(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no address of the portal in: " + text);
        }
        return matcher.group(1);
    }

    /** @return addresses of all whom it names; none in mails that name nobody */
    public List<String> recipients() {
        return read(() -> message.getAllRecipients() == null ? List.of() : Arrays.stream(message.getAllRecipients()).map(recipient -> ((InternetAddress) recipient).getAddress()).toList());
    }

    private String part(String type) {
        return read(() -> find(message, type)).orElseThrow(() -> new AssertionError("no " + type + " in " + subject()));
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("a mail that the portal sent can't be read", unreadable);
        }
    }
}
