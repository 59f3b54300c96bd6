package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.SingleMail;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Writes letters to single people, as text and as HTML, in their language. */
final class NoteLetters {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final Template HEAD = Template.load("note-head.html");
    private static final Template PARAGRAPH = Template.load("note-paragraph.html");
    private static final Template BUTTON = Template.load("note-button.html");
    private static final Template FOOT = Template.load("note-foot.html");
    private static final int SUBJECT = 180;

    private NoteLetters() {
    }

    static String write(Mailroom.Note note) {
        return JSON.toJson(note);
    }

    static String messageId(long id, URI portal) {
        return "<single-" + id + "@" + portal.getHost() + ">";
    }

    static Letter of(SingleMail mail, URI portal) {
        Mailroom.Note note = JSON.fromJson(mail.getContents(), Mailroom.Note.class);
        ResourceBundle words = ResourceBundle.getBundle("de.krisenaustausch.notification.service.notes", new Locale(mail.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String name = mail.getName();
        String greeting = name.isEmpty() ? words.getString("greeting") : words.getString("greeting.name").replace("{name}", name);
        String subject = MailLine.beginning(MailLine.of(note.subject()), SUBJECT);
        String foot = words.getString(mail.getInReplyTo() == null ? "foot" : "foot.answer");
        return new Letter(mail.getId(), messageId(mail.getId(), portal), mail.getEmail(), name, subject, text(note, greeting, foot, portal),
            html(note, greeting, foot, portal, subject, mail.getLanguage()), null, null, mail.getInReplyTo());
    }

    private static String text(Mailroom.Note note, String greeting, String foot, URI portal) {
        StringBuilder text = new StringBuilder(greeting).append("\n\n");
        paragraphs(note.before()).forEach(paragraph -> text.append(paragraph).append("\n\n"));
        if (note.link() != null) {
            text.append(note.label()).append(":\n").append(note.link()).append("\n\n");
        }
        paragraphs(note.after()).forEach(paragraph -> text.append(paragraph).append("\n\n"));
        return text.append("-- \nKommunaler Krisenaustausch, ").append(portal).append('\n').append(foot).append('\n').toString();
    }

    private static String html(Mailroom.Note note, String greeting, String foot, URI portal, String subject, String language) {
        StringBuilder html = new StringBuilder(HEAD.finish(Map.of("subject", subject, "greeting", greeting, "language", language)));
        paragraphs(note.before()).forEach(paragraph -> html.append(PARAGRAPH.finish(Map.of("text", paragraph))));
        if (note.link() != null) {
            html.append(BUTTON.finish(Map.of("link", note.link(), "label", note.label())));
        }
        paragraphs(note.after()).forEach(paragraph -> html.append(PARAGRAPH.finish(Map.of("text", paragraph))));
        return html.append(FOOT.finish(Map.of("foot", foot, "portal", portal.toString()))).toString();
    }

    /** What people typed may be in it: each paragraph is one line. */
    private static List<String> paragraphs(List<String> given) {
        return given.stream().map(MailLine::of).filter(line -> !line.isEmpty()).toList();
    }
}
