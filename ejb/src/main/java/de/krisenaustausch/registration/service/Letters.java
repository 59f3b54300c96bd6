package de.krisenaustausch.registration.service;

import de.krisenaustausch.notification.service.Mailroom;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.Missing;
import de.krisenaustausch.registration.RequestMail;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what newcomers get by mail, each letter from a few sentences in {@code letters.properties}, in her language. */
@Dependent
class Letters {

    @Inject
    private Mailroom mailroom;

    @Inject
    private RequestRepository requests;

    @Inject
    private Configuration configuration;

    /** To confirm the address and go on to the form. */
    void confirm(AccessRequest request, Links.Issued link) {
        post(request, "confirm", "Confirm:" + link.id(), "/registrieren/" + link.token(), Map.of(), null);
    }

    /** The personal link. @param inReplyTo Message-ID of her mail that it answers, or null */
    void enter(AccessRequest request, Links.Issued link, String inReplyTo) {
        post(request, "enter", "Enter:" + link.id(), "/zugang/" + link.token(), Map.of("days", Integer.toString(configuration.linkDays())), inReplyTo);
    }

    /** The personal link with what the person adds who let her in. @param words may be null */
    void approve(AccessRequest request, Links.Issued link, String words) {
        post(request, "approve", "Enter:" + link.id(), "/zugang/" + link.token(),
            Map.of("words", words == null ? "" : words, "days", Integer.toString(configuration.linkDays())), null);
    }

    /** The same for somebody who has an account, and wants in anew. */
    void again(AccessRequest request, Links.Issued link) {
        post(request, "again", "Enter:" + link.id(), "/zugang/" + link.token(), Map.of("days", Integer.toString(configuration.linkDays())), null);
    }

    /** The personal link for somebody whom a member invited. */
    void invite(AccessRequest request, Links.Issued link, String by, String space, String message) {
        post(request, "invite", "Enter:" + link.id(), "/zugang/" + link.token(),
            Map.of("by", by, "space", space, "message", message == null ? "" : message, "days", Integer.toString(configuration.linkDays())), null);
    }

    /** A colleague asks a member in. @param occasion unique for the two */
    void inviteMember(EmailAddress email, String name, String occasion, String by, String space, String slug, String message) {
        Map<String, String> values = Map.of("by", by, "space", space, "message", message == null ? "" : message);
        mailroom.post(occasion, new Mailroom.To(email, name, "de"), note("inviteMember", "de", "/bereiche/" + slug, values));
    }

    /** Her request is in a person's hands. */
    void review(AccessRequest request, String occasion, String inReplyTo) {
        post(request, "review", occasion, null, Map.of(), inReplyTo);
    }

    /** Asks for exactly what is missing. */
    void ask(AccessRequest request, Set<Missing> missing, String occasion, String inReplyTo) {
        ResourceBundle words = words(request.getLanguage());
        String list = missing.stream().sorted().map(each -> words.getString("missing." + each)).collect(Collectors.joining(", "));
        String example = missing.stream().sorted().map(each -> words.getString("example." + each)).collect(Collectors.joining("\n"));
        post(request, "ask", occasion, null, Map.of("missing", list, "example", example), inReplyTo);
    }

    /** Asks what a person wants to know before she decides; answered by mail or with the form. */
    void question(AccessRequest request, String question, String occasion, Links.Issued link) {
        post(request, "question", occasion, "/registrieren/" + link.token(), Map.of("question", question), null);
    }

    void decline(AccessRequest request, String why, String occasion) {
        post(request, "decline", occasion, null, Map.of("why", why == null ? "" : why), null);
    }

    /** To somebody who asks for a link and has an account with credentials from elsewhere. */
    void signIn(EmailAddress email, String name, String language, String occasion) {
        mailroom.post(occasion, new Mailroom.To(email, name, language), note("signIn", language, "/anmelden", Map.of()));
    }

    /** To somebody who asks for a link, and of whom nothing is known. */
    void unknown(EmailAddress email, String language, String occasion) {
        mailroom.post(occasion, new Mailroom.To(email, "", language), note("unknown", language, "/registrieren", Map.of()));
    }

    /** Tells one who decides how many requests wait. */
    void waiting(EmailAddress email, String name, String occasion, long count, long days) {
        mailroom.post(occasion, new Mailroom.To(email, name, "de"), note("waiting", "de", "/zugaenge",
            Map.of("count", Long.toString(count), "days", Long.toString(days))));
    }

    private void post(AccessRequest request, String letter, String occasion, String path, Map<String, String> values, String inReplyTo) {
        String messageId = mailroom.answer(occasion, new Mailroom.To(new EmailAddress(request.getEmail()), request.getName(), request.getLanguage()),
            note(letter, request.getLanguage(), path, values), inReplyTo);
        if (requests.findMail(List.of(messageId)).isEmpty()) {
            requests.add(new RequestMail(request, messageId));
        }
    }

    private Mailroom.Note note(String letter, String language, String path, Map<String, String> values) {
        ResourceBundle words = words(language);
        return new Mailroom.Note(fill(words.getString(letter + ".subject"), values), paragraphs(words, letter + ".before", values),
            path == null ? null : words.getString(letter + ".label"), path == null ? null : configuration.publicUrl() + path,
            paragraphs(words, letter + ".after", values));
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle("de.krisenaustausch.registration.service.letters", new Locale(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> paragraphs(ResourceBundle words, String key, Map<String, String> values) {
        return words.containsKey(key) ? Arrays.stream(words.getString(key).split("\n")).flatMap(line -> fill(line, values).lines()).toList() : List.of();
    }

    /** Fills each slot once; what people typed is never read as a slot. */
    static String fill(String sentence, Map<String, String> values) {
        return java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(sentence)
            .replaceAll(slot -> java.util.regex.Matcher.quoteReplacement(values.getOrDefault(slot.group(1), slot.group())));
    }
}
