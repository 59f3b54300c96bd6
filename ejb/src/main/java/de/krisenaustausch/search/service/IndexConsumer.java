package de.krisenaustausch.search.service;

import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets the index follow. Writing one contribution durably costs as much as writing many, so it takes along what else waits.
 * The messages are done only when all of it is on disk: a crash in between has them delivered again. One consumer, no
 * messages held in advance; what came back after a failure is tried alone, so that one bad contribution spoils no batch.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.INDEX),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
    @ActivationConfigProperty(propertyName = "consumerWindowSize", propertyValue = "0")
})
@PermitAll
public class IndexConsumer implements MessageListener {

    private static final int BATCH = 100;

    @Inject
    private IndexKeeper keeper;

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext jms;

    @Resource(lookup = Queues.INDEX)
    private Queue queue;

    @Override
    public void onMessage(Message message) {
        Set<Long> ids = new LinkedHashSet<>();
        ids.add(id(message));
        if (!isRedelivered(message)) {
            takeAlong(ids);
        }
        keeper.follow(ids);
    }

    private void takeAlong(Set<Long> ids) {
        try (JMSConsumer waiting = jms.createConsumer(queue)) {
            for (int taken = 1; taken < BATCH; taken++) {
                Message more = waiting.receiveNoWait();
                if (more == null) {
                    return;
                }
                ids.add(id(more));
            }
        }
    }

    private static long id(Message message) {
        return Events.read(message, ContributionChanged.class).id();
    }

    private static boolean isRedelivered(Message message) {
        try {
            return message.getJMSRedelivered();
        } catch (JMSException unreadable) {
            throw new IllegalArgumentException("unreadable message", unreadable);
        }
    }
}
