package de.krisenaustausch.stack;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the mailbox: {@code /} lists, {@code /3} shows a mail as text and HTML, {@code /3/html} is the HTML part alone. */
final class MailboxPage {

    private static final Pattern ONE = Pattern.compile("/(\\d{1,6})(/html)?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.M.yyyy, HH:mm").withZone(ZoneId.of("Europe/Berlin"));
    /** A mail to the portal, as it comes from a clerk. */
    private static final String FORM = """
        <details><summary>Selbst eine Mail an das Portal schreiben (Zugang)</summary>
        <form method="post" action="/"><p><label>Von<br><input name="from" type="email" required value="erika.beispiel@musterdorf.example"></label></p>
        <p>An: %s</p><p><label>Betreff<br><input name="subject" required value="Coronavirus"></label></p>
        <p><label>Text<br><textarea name="text" rows="10" required>Guten Tag,

        mein Name ist Erika Beispiel, ich arbeite im Hauptamt der Gemeinde Musterdorf und bitte um Zugang.

        Mit freundlichen Grüßen
        Erika Beispiel</textarea></label></p><p><button>Senden</button></p></form></details>""".formatted(Mailbox.INTAKE);
    private static final String STYLE = """
        :root{color-scheme:light dark;--line:#d6dae1;--quiet:#4b5868;--action:#1b3a8c}
        @media(prefers-color-scheme:dark){:root{--line:#2c3643;--quiet:#a9b4c3;--action:#9db8ff}}
        body{font:17px/1.55 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.8rem;line-height:1.2}a{color:var(--action)}p{color:var(--quiet)}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
        input,textarea{font:inherit;width:100%;box-sizing:border-box}button{font:inherit;padding:.4rem 1rem}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:6px;padding:1rem}
        iframe{width:100%;height:40rem;border:1px solid var(--line);border-radius:6px;background:#fff}""";

    private final List<MimeMessage> messages;

    MailboxPage(List<MimeMessage> messages) {
        this.messages = messages;
    }

    int status(String path) {
        return "/".equals(path) || find(path).isPresent() ? 200 : 404;
    }

    /** Mails are shown, never run: no script, nothing from elsewhere. */
    String policy(String path) {
        return path.endsWith("/html") ? "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'"
            : "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";
    }

    String answer(String path) {
        Optional<MimeMessage> one = find(path);
        try {
            if (one.isEmpty()) {
                return "/".equals(path) ? list() : page("Diese Mail gibt es nicht", "<p><a href=\"/\">Zur Übersicht</a></p>");
            }
            return path.endsWith("/html") ? part(one.get(), "text/html").orElse("") : mail(path, one.get());
        } catch (MessagingException | IOException unreadable) {
            return page("Diese Mail ist nicht lesbar", "<p>" + escape(String.valueOf(unreadable.getMessage())) + "</p>");
        }
    }

    private Optional<MimeMessage> find(String path) {
        Matcher matcher = ONE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return number >= 1 && number <= messages.size() ? Optional.of(messages.get(number - 1)) : Optional.empty();
    }

    private String list() throws MessagingException, IOException {
        if (messages.isEmpty()) {
            return page("Postfach der Probeinstallation", FORM + "<p>Noch hat das Portal keine Mail verschickt. Folgen Sie einem Bereich und teilen Sie "
                + "mit einem anderen Konto ein Dokument: Die Benachrichtigung erscheint hier.</p>");
        }
        StringBuilder rows = new StringBuilder(FORM + "<p>Alles, was das Portal verschickt hat. Nichts davon hat diesen Rechner verlassen.</p>"
            + "<table><thead><tr><th>Betreff</th><th>An</th><th>Zeit</th></tr></thead><tbody>");
        for (int i = messages.size(); i >= Math.max(1, messages.size() - 499); i--) {
            MimeMessage message = messages.get(i - 1);
            rows.append("<tr><td><a href=\"/").append(i).append("\">").append(escape(subject(message))).append("</a></td><td>")
                .append(escape(to(message))).append("</td><td>").append(time(message)).append("</td></tr>");
        }
        return page("Postfach der Probeinstallation", rows.append("</tbody></table>").toString());
    }

    private String mail(String path, MimeMessage message) throws MessagingException, IOException {
        String headers = Arrays.stream(java.util.Collections.list(message.getAllHeaderLines()).toArray(String[]::new)).collect(Collectors.joining("\n"));
        StringBuilder body = new StringBuilder("<p>An ").append(escape(to(message))).append(" · ").append(time(message))
            .append(" · <a href=\"/\">Zur Übersicht</a></p>");
        if (part(message, "text/html").isPresent()) {
            body.append("<h2>HTML</h2><iframe title=\"HTML-Teil der Mail\" src=\"").append(path).append("/html\"></iframe>");
        }
        part(message, "text/plain").ifPresent(text -> body.append("<h2>Text</h2><pre>").append(escape(text)).append("</pre>"));
        body.append("<details><summary>Kopfzeilen</summary><pre>").append(escape(headers)).append("</pre></details>");
        return page(subject(message), body.toString());
    }

    private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                Optional<String> found = part(child, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String subject(MimeMessage message) throws MessagingException {
        return message.getSubject() == null || message.getSubject().isBlank() ? "(ohne Betreff)" : message.getSubject();
    }

    private static String to(MimeMessage message) throws MessagingException, IOException {
        String[] to = message.getHeader("To");
        return to == null ? Arrays.toString(message.getRecipients(Message.RecipientType.TO)) : MimeUtility.decodeText(String.join(", ", to));
    }

    private static String time(MimeMessage message) throws MessagingException {
        return message.getSentDate() == null ? "" : TIME.format(message.getSentDate().toInstant());
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(title)
            + "</title><style>" + STYLE + "</style></head><body><main><h1>" + escape(title) + "</h1>" + body + "</main></body></html>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
