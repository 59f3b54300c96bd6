package de.krisenaustausch.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.document.service.VersionAdded;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class EventsTest {

    /** A message as the broker brings it; text null means that it can't be read. */
    private static Message message(String event, String text) {
        return (Message) Proxy.newProxyInstance(EventsTest.class.getClassLoader(), new Class<?>[] {Message.class}, (proxy, method, arguments) ->
            switch (method.getName()) {
                case "getStringProperty" -> "event".equals(arguments[0]) ? event : null;
                case "getBody" -> {
                    if (text == null) {
                        throw new JMSException("no text");
                    }
                    yield text;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    @Test
    void readsWhatItWasTold() {
        Message message = message("VersionAdded", "{\"documentId\":4711,\"versionId\":4712}");

        assertThat(Events.isA(message, VersionAdded.class)).isTrue();
        assertThat(Events.isA(message, ContributionChanged.class)).isFalse();
        assertThat(Events.read(message, VersionAdded.class)).isEqualTo(new VersionAdded(4711, 4712));
    }

    @Test
    void aRecordIsWrittenAsItIsRead() {
        assertThat(JsonbBuilder.create().toJson(new VersionAdded(4711, 4712))).isEqualTo("{\"documentId\":4711,\"versionId\":4712}");
    }

    @Test
    void refusesWhatIsAnotherEventOrNone() {
        assertThatThrownBy(() -> Events.read(message("ContributionChanged", "{\"documentId\":1}"), VersionAdded.class))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("VersionAdded").hasMessageContaining("ContributionChanged");
        assertThatThrownBy(() -> Events.read(message(null, "{}"), VersionAdded.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void throwsAtWhatCanNotBeRead() {
        assertThatThrownBy(() -> Events.read(message("VersionAdded", null), VersionAdded.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Events.read(message("VersionAdded", "no json"), VersionAdded.class)).isInstanceOf(RuntimeException.class);
    }
}
