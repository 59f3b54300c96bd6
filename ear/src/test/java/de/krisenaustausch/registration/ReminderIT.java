package de.krisenaustausch.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.registration.service.RequestRounds;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.testing.Deployments;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Who decides on requests gets one mail a day while any of hers waits. */
@ArquillianTest
class ReminderIT {

    @Inject
    private RequestRounds rounds;

    @PersistenceContext(unitName = "krisenaustausch")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.with(ReminderIT.class);
    }

    @Test
    void remindsOnceADayOfWhatWaits() throws Exception {
        String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Member administrator = new Member("subject-" + mark, new EmailAddress("leitung." + mark + "@portal.example"), Instant.now());
        administrator.administrate(true);
        Member blocked = new Member("blocked-" + mark, new EmailAddress("gesperrt." + mark + "@portal.example"), Instant.now());
        blocked.administrate(true);
        blocked.block("Ausgeschieden");
        AccessRequest waiting = AccessRequest.begin(new EmailAddress("wartet." + mark + "@stadt.example"), "de", Instant.now().minusSeconds(3 * 86_400));
        transaction.begin();
        waiting.await(Instant.now());
        em.persist(administrator);
        em.persist(blocked);
        em.persist(waiting);
        transaction.commit();

        rounds.remind();
        rounds.remind();

        assertEquals(1, letters("leitung." + mark));
        assertEquals(0, letters("gesperrt." + mark));
    }

    private long letters(String name) {
        return ((Number) em.createNativeQuery("select count(*) from single_mail where occasion like 'Waiting:%' and email like ?1").setParameter(1, name + "%").getSingleResult()).longValue();
    }
}
