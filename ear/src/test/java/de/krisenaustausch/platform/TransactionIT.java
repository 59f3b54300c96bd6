package de.krisenaustausch.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.service.ContributionChanged;
import de.krisenaustausch.testing.Deployments;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** A row and the message that tells of it are there together or not at all; and the provider weaves our entities. */
@ArquillianTest
class TransactionIT {

    @Inject
    private Events events;

    @PersistenceContext(unitName = "krisenaustausch")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.with(TransactionIT.class);
    }

    @Test
    void commitsRowAndMessageTogether() throws Exception {
        long before = messagesOfIndexQueue();
        transaction.begin();
        em.persist(new Topic("Gemeinsam festgeschrieben"));
        events.publish(Queues.INDEX, new ContributionChanged(-1));
        transaction.commit();
        assertEquals(before + 1, messagesOfIndexQueue());
        assertEquals(1, topics("Gemeinsam festgeschrieben"));
    }

    @Test
    void rollsRowAndMessageBackTogether() throws Exception {
        long before = messagesOfIndexQueue();
        transaction.begin();
        em.persist(new Topic("Gemeinsam verworfen"));
        em.flush();
        events.publish(Queues.INDEX, new ContributionChanged(-1));
        transaction.rollback();
        assertEquals(before, messagesOfIndexQueue());
        assertEquals(0, topics("Gemeinsam verworfen"));
    }

    @Test
    void weavesEntities() {
        assertInstanceOf(org.eclipse.persistence.internal.weaving.PersistenceWeaved.class, new Topic("Gewebt"));
        assertTrue(java.util.Arrays.stream(Space.class.getInterfaces())
            .anyMatch(type -> type.getName().endsWith("PersistenceWeavedLazy")), "lazy references are woven in");
    }

    private long topics(String name) {
        return em.createQuery("select count(t) from Topic t where t.name = :name", Long.class).setParameter("name", name).getSingleResult();
    }

    private static long messagesOfIndexQueue() throws Exception {
        return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(
            new ObjectName("jboss.as:subsystem=messaging-activemq,server=default,jms-queue=ka.index"), "messagesAdded");
    }
}
