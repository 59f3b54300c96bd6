package de.krisenaustausch.notification.service;

import de.krisenaustausch.document.service.DocumentShared;
import de.krisenaustausch.link.service.LinkDied;
import de.krisenaustausch.link.service.LinkShared;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.question.service.AnswerAccepted;
import de.krisenaustausch.question.service.QuestionAnswered;
import de.krisenaustausch.question.service.QuestionAsked;
import de.krisenaustausch.question.service.QuestionEscalated;
import de.krisenaustausch.poll.service.PollClosed;
import de.krisenaustausch.poll.service.PollClosing;
import de.krisenaustausch.poll.service.PollPublished;
import jakarta.jms.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What a mail is about, as the key of its delivery rows: with the recipient it makes a mail that is sent once. */
final class Occasion {

    /** The events that people are told of. */
    static final List<Told<?>> TOLD = List.of(
        told(DocumentShared.class, shared -> "DocumentShared:" + shared.documentId()),
        told(LinkShared.class, shared -> "LinkShared:" + shared.linkId()),
        told(LinkDied.class, died -> "LinkDied:" + died.linkId()),
        told(QuestionAsked.class, asked -> "QuestionAsked:" + asked.questionId()),
        told(QuestionAnswered.class, answered -> "QuestionAnswered:" + answered.answerId()),
        told(AnswerAccepted.class, accepted -> "AnswerAccepted:" + accepted.answerId()),
        told(QuestionEscalated.class, waits -> ("MODERATORS".equals(waits.to()) ? "QuestionForModerators:" : "QuestionForExperts:") + waits.questionId()),
        told(PollPublished.class, published -> "PollPublished:" + published.pollId()),
        told(PollClosing.class, closing -> "PollClosing:" + closing.deadlineId()),
        told(PollClosed.class, closed -> "PollClosed:" + closed.pollId()));

    private static final String SINGLE = "SingleMail:";

    private Occasion() {
    }

    /** @param key names the event and one id; ids come from one sequence, so one is enough */
    record Told<E extends Record>(Class<E> event, Function<E, String> key) {

        private Optional<String> occasion(Message message) {
            return Events.isA(message, event) ? Optional.of(key.apply(Events.read(message, event))) : Optional.empty();
        }
    }

    private static <E extends Record> Told<E> told(Class<E> event, Function<E, String> key) {
        return new Told<>(event, key);
    }

    /** @return what the message tells of; empty when nobody is told of such events */
    static Optional<String> of(Message message) {
        return TOLD.stream().flatMap(told -> told.occasion(message).stream()).findFirst();
    }

    static String single(long mailId) {
        return SINGLE + mailId;
    }

    /** @return the letter to a single person that is meant; empty when it is a mail about an event */
    static OptionalLong single(String event) {
        return event.matches(SINGLE + "\\d{1,18}") ? OptionalLong.of(Long.parseLong(event.substring(SINGLE.length()))) : OptionalLong.empty();
    }
}
