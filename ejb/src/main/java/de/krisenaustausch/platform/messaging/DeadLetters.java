package de.krisenaustausch.platform.messaging;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Messages that no consumer could work off. They stay in the dead-letter queue beside each queue until somebody sends
 * them on their way again or throws them away.
 */
@Dependent
public class DeadLetters {

    private static final String DEAD = ".dead";
    private static final String PREFIX = "java:/jms/queue/";
    private static final List<String> QUEUES = List.of(Queues.DOCUMENT, Queues.EXTRACT, Queues.INDEX, Queues.FANOUT, Queues.MAIL, Queues.REGISTRATION);
    /** What brokers name messages by; nothing that could end the quotes of a selector. */
    private static final String ID = "[A-Za-z0-9:._-]{1,120}";
    private static final long PATIENCE = 2000;

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext jms;

    /** @param queue short name of the queue that it was sent to, {@code ka.mail} */
    public record DeadLetter(String queue, String id, String event, String content, Instant sentAt) {
    }

    /** @return dead letters of all queues, the oldest first, at most so many of each queue */
    public List<DeadLetter> list(int limit) {
        List<DeadLetter> letters = new ArrayList<>();
        for (String queue : QUEUES) {
            try (QueueBrowser browser = jms.createBrowser(lookUp(queue + DEAD))) {
                Enumeration<?> messages = browser.getEnumeration();
                for (int i = 0; i < limit && messages.hasMoreElements(); i++) {
                    letters.add(describe(queue.substring(PREFIX.length()), (Message) messages.nextElement()));
                }
            } catch (JMSException failed) {
                throw new JMSRuntimeException(failed.getMessage(), failed.getErrorCode(), failed);
            }
        }
        letters.sort(Comparator.comparing(DeadLetter::sentAt));
        return letters;
    }

    /** Sends the message to its queue once more. @return false when it is not there any more */
    public boolean resend(String queue, String id) {
        Message dead = take(queue, id);
        if (dead == null) {
            return false;
        }
        try {
            TextMessage again = jms.createTextMessage(dead.getBody(String.class));
            again.setStringProperty(Events.EVENT, dead.getStringProperty(Events.EVENT));
            jms.createProducer().send(lookUp(PREFIX + queue), again);
            return true;
        } catch (JMSException failed) {
            throw new JMSRuntimeException(failed.getMessage(), failed.getErrorCode(), failed);
        }
    }

    /** Throws the message away for good. @return false when it is not there any more */
    public boolean discard(String queue, String id) {
        return take(queue, id) != null;
    }

    private Message take(String queue, String id) {
        if (!QUEUES.contains(PREFIX + queue) || id == null || !id.matches(ID)) {
            return null;
        }
        try (JMSConsumer consumer = jms.createConsumer(lookUp(PREFIX + queue + DEAD), "JMSMessageID = '" + id + "'")) {
            return consumer.receive(PATIENCE);
        }
    }

    private static DeadLetter describe(String queue, Message message) throws JMSException {
        return new DeadLetter(queue, message.getJMSMessageID(), message.getStringProperty(Events.EVENT),
            message instanceof TextMessage text ? text.getText() : "", Instant.ofEpochMilli(message.getJMSTimestamp()));
    }

    private static Queue lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException missing) {
            throw new IllegalStateException("The server has no queue " + name, missing);
        }
    }
}
