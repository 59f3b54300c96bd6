package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.notification.Announcement;
import de.krisenaustausch.notification.Delivery;
import de.krisenaustausch.notification.DeliveryRepository;
import jakarta.jms.Message;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OccasionTest {

    private static final Map<Class<?>, Object> SAMPLES = Map.of(long.class, Long.MAX_VALUE / 10, String.class, "MODERATORS");

    @Test
    void readsWhatTheMessageTellsOf() {
        assertThat(Occasion.of(message("DocumentShared", "{\"documentId\":4711}"))).contains("DocumentShared:4711");
        assertThat(Occasion.of(message("VersionAdded", "{\"documentId\":4711,\"versionId\":4712}"))).isEmpty();
        assertThat(Occasion.of(message(null, "{}"))).isEmpty();
    }

    @Test
    void tellsLettersToSinglePeopleFromNews() {
        assertThat(Occasion.single(Occasion.single(23))).hasValue(23);
        assertThat(Occasion.single("DocumentShared:23")).isEmpty();
    }

    /** Whoever adds an event says here what becomes of it: a query, and words. */
    @Test
    void everyEventHasAQueryAndWords() {
        for (Occasion.Told<?> told : Occasion.TOLD) {
            String key = key(told);
            assertThat(DeliveryRepository.isTold(key)).as(key).isTrue();
            assertThat(key.length()).as(key).isLessThanOrEqualTo(Delivery.EVENT_LENGTH);
            Announcement announcement = new Announcement(key, Announcement.State.CURRENT, "Titel", null, "Genaues", "/x", 1, "corona", "Corona", 0, "", "");
            assertThat(new AnnouncementLetters(announcement, URI.create("https://krise.example.de"), new UnsubscribeTokens(new byte[32]))).as(key).isNotNull();
        }
    }

    private static <E extends Record> String key(Occasion.Told<E> told) {
        return told.key().apply(sample(told.event()));
    }

    private static <E extends Record> E sample(Class<E> event) {
        try {
            List<Class<?>> types = Arrays.stream(event.getRecordComponents()).<Class<?>>map(RecordComponent::getType).toList();
            Constructor<E> constructor = event.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            return constructor.newInstance(types.stream().map(SAMPLES::get).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Message message(String event, String text) {
        return (Message) Proxy.newProxyInstance(OccasionTest.class.getClassLoader(), new Class<?>[] {Message.class}, (proxy, method, arguments) ->
            switch (method.getName()) {
                case "getStringProperty" -> event;
                case "getBody" -> text;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }
}
