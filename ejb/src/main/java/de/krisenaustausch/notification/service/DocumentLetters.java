package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.Addressee;
import de.krisenaustausch.notification.Announcement;
import java.net.URI;
import java.util.Map;

/**
 * Writes the mails that announce a document. What all share is filled in once; each recipient adds her name, why she
 * gets it and how to end it.
 */
final class DocumentLetters {

    private static final Template TEXT = Template.load("document-shared.txt");
    private static final Template HTML = Template.load("document-shared.html");
    /** Enough to know whether it matters. */
    private static final int BEGINNING = 300;
    private static final int SUBJECT = 180;

    private final Announcement announcement;
    private final URI portal;
    private final UnsubscribeTokens tokens;
    private final String space;
    private final String subject;
    private final Template text;
    private final Template html;

    DocumentLetters(Announcement announcement, URI portal, UnsubscribeTokens tokens) {
        this.announcement = announcement;
        this.portal = portal;
        this.tokens = tokens;
        this.space = MailLine.of(announcement.spaceName());
        this.subject = MailLine.beginning("[" + space + "] " + MailLine.of(announcement.title()), SUBJECT);
        Map<String, String> shared = Map.of(
            "subject", subject,
            "sharer", MailLine.of(announcement.sharer()),
            "municipality", MailLine.of(announcement.municipality()),
            "space", space,
            "title", MailLine.of(announcement.title()),
            "type", MailLine.of(announcement.type()),
            "description", MailLine.beginning(announcement.description(), BEGINNING),
            "link", portal + "/bereiche/" + announcement.spaceSlug() + "/dokumente/" + announcement.documentId(),
            "settings", portal + "/profil/benachrichtigungen",
            "portal", portal.toString());
        this.text = TEXT.fill(shared);
        this.html = HTML.fill(shared);
    }

    Letter to(Addressee addressee) {
        String token = tokens.of(addressee.subscriptionId());
        String name = MailLine.of(addressee.name());
        String topic = MailLine.of(addressee.topic());
        Map<String, String> own = Map.of(
            "name", name,
            "reason", topic.isEmpty() ? "Sie dem Bereich „" + space + "“ folgen" : "Sie dem Thema „" + topic + "“ im Bereich „" + space + "“ folgen",
            "unsubscribe", portal + "/abbestellen?k=" + token);
        return new Letter(addressee.deliveryId(), messageId(addressee), addressee.email(), name, subject, text.finish(own), html.finish(own),
            portal + "/abbestellen/" + token, announcement.spaceSlug() + "." + portal.getHost());
    }

    private String messageId(Addressee addressee) {
        return "<document-" + announcement.documentId() + "." + addressee.memberId() + "@" + portal.getHost() + ">";
    }
}
