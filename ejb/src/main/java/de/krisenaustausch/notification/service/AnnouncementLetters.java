package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.Addressee;
import de.krisenaustausch.notification.Announcement;
import java.net.URI;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the mails that tell of what happened to a contribution. What all share is filled in once; each recipient adds her name, why
 * she gets it and, where it follows from a subscription, how to end it. What differs between events stands in announcements.properties.
 */
final class AnnouncementLetters {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("de.krisenaustausch.notification.service.announcements");
    private static final Template TEXT = Template.load("announcement.txt");
    private static final Template HTML = Template.load("announcement.html");
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

    AnnouncementLetters(Announcement announcement, URI portal, UnsubscribeTokens tokens) {
        this.announcement = announcement;
        this.portal = portal;
        this.tokens = tokens;
        this.space = MailLine.of(announcement.spaceName());
        Map<String, String> facts = Map.of(
            "actor", MailLine.of(announcement.actor()),
            "municipality", MailLine.of(announcement.municipality()),
            "space", space,
            "title", MailLine.of(announcement.title()),
            "detail", MailLine.of(announcement.detail()));
        this.subject = MailLine.beginning("[" + space + "] " + words("subject", facts), SUBJECT);
        Map<String, String> shared = Map.ofEntries(
            Map.entry("subject", subject),
            Map.entry("intro", words("intro", facts)),
            Map.entry("action", words("action", facts)),
            Map.entry("space", space),
            Map.entry("title", facts.get("title")),
            Map.entry("detail", facts.get("detail")),
            Map.entry("facts", Stream.of("detail", "municipality").map(facts::get).filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · "))),
            Map.entry("beginning", MailLine.beginning(announcement.beginning(), BEGINNING)),
            Map.entry("link", portal + "/bereiche/" + announcement.spaceSlug() + announcement.path()),
            Map.entry("settings", portal + "/profil/benachrichtigungen"),
            Map.entry("portal", portal.toString()));
        this.text = TEXT.fill(shared);
        this.html = HTML.fill(shared);
    }

    Letter to(Addressee addressee) {
        boolean follows = addressee.subscriptionId() > 0;
        String token = follows ? tokens.of(addressee.subscriptionId()) : "";
        String name = MailLine.of(addressee.name());
        Map<String, String> own = Map.of(
            "name", name,
            "reason", reason(addressee),
            "unsubscribe", follows ? portal + "/abbestellen?k=" + token : "");
        return new Letter(addressee.deliveryId(), messageId(addressee), addressee.email(), name, subject, text.finish(own), html.finish(own),
            follows ? portal + "/abbestellen/" + token : null, announcement.spaceSlug() + "." + portal.getHost());
    }

    private String reason(Addressee addressee) {
        String topic = MailLine.of(addressee.topic());
        String key = addressee.reason() != null ? addressee.reason() : topic.isEmpty() ? "space" : "topic";
        return fill("reason." + key, Map.of("space", space, "topic", topic));
    }

    private String words(String what, Map<String, String> facts) {
        return fill(announcement.kind() + "." + what, facts);
    }

    private static String fill(String key, Map<String, String> values) {
        return MailLine.of(Template.parse(WORDS.getString(key), false).finish(values));
    }

    private String messageId(Addressee addressee) {
        return "<" + announcement.kind() + "-" + announcement.id() + "." + addressee.memberId() + "@" + portal.getHost() + ">";
    }
}
