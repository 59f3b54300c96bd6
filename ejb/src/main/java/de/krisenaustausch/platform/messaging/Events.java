package de.krisenaustausch.platform.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/**
 * Publishes event records and reads them back. A message belongs to the caller's transaction: it is on its way exactly
 * when the row is committed. The property {@code event} names the record.
 */
@Dependent
public class Events {

    /** Message property that names the event record. */
    static final String EVENT = "event";
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext jms;

    @Resource(lookup = Queues.DOCUMENT)
    private Queue document;

    @Resource(lookup = Queues.EXTRACT)
    private Queue extract;

    @Resource(lookup = Queues.INDEX)
    private Queue index;

    @Resource(lookup = Queues.FANOUT)
    private Queue fanout;

    @Resource(lookup = Queues.MAIL)
    private Queue mail;

    @Resource(lookup = Queues.REGISTRATION)
    private Queue registration;

    /**
     * @param queue one of {@link Queues}
     * @param event a record of ids
     */
    public void publish(String queue, Record event) {
        try {
            TextMessage message = jms.createTextMessage(JSON.toJson(event));
            message.setStringProperty(EVENT, event.getClass().getSimpleName());
            jms.createProducer().send(queue(queue), message);
        } catch (JMSException failed) {
            throw new JMSRuntimeException(failed.getMessage(), failed.getErrorCode(), failed);
        }
    }

    /**
     * @return the event that the message carries
     * @throws IllegalArgumentException when it is no such event: the message then ends in the dead-letter queue
     */
    public static <E extends Record> E read(Message message, Class<E> type) {
        try {
            if (!isA(message, type)) {
                throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + message.getStringProperty(EVENT));
            }
            return JSON.fromJson(message.getBody(String.class), type);
        } catch (JMSException unreadable) {
            throw new IllegalArgumentException("unreadable message", unreadable);
        }
    }

    /** @return whether the message carries such an event */
    public static boolean isA(Message message, Class<? extends Record> type) {
        return type.getSimpleName().equals(name(message));
    }

    /** @return name of the event record that the message carries; null when it carries none */
    public static String name(Message message) {
        try {
            return message.getStringProperty(EVENT);
        } catch (JMSException unreadable) {
            throw new IllegalArgumentException("unreadable message", unreadable);
        }
    }

    private Queue queue(String name) {
        return switch (name) {
            case Queues.DOCUMENT -> document;
            case Queues.EXTRACT -> extract;
            case Queues.INDEX -> index;
            case Queues.FANOUT -> fanout;
            case Queues.MAIL -> mail;
            case Queues.REGISTRATION -> registration;
            default -> throw new IllegalArgumentException("no such queue: " + name);
        };
    }
}
