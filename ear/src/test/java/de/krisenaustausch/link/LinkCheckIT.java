package de.krisenaustausch.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.krisenaustausch.link.service.LinkChecker;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Visibility;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Deployments;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** A link whose page does not answer on two days is marked, and who shared it gets one mail; hosts under .example never answer. */
@ArquillianTest
class LinkCheckIT {

    @Inject
    private LinkChecker checker;

    @PersistenceContext(unitName = "krisenaustausch")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.with(LinkCheckIT.class, Await.class);
    }

    @Test
    void marksWhatDoesNotAnswerAndTellsOnce() throws Exception {
        String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        transaction.begin();
        Municipality home = new Municipality("Gemeinde Verweis " + mark, MunicipalityKind.VILLAGE, null, FederalState.BW, 900);
        em.persist(home);
        Member sharer = new Member("verweis-" + mark, new EmailAddress("verweis." + mark + "@beispielheim.example"), Instant.now());
        sharer.introduce("Vera", "Weis", home, "Hauptamt");
        em.persist(sharer);
        Association association = new Association("VW" + mark, "Verweisverband " + mark);
        em.persist(association);
        Space space = new Space("verweis-" + mark, "Verweise", "Zum Prüfen.", association, Visibility.ALL_MEMBERS, Instant.now());
        em.persist(space);
        Link link = Link.share(space, sharer, new Link.Description(new WebAddress("https://verweis-" + mark + ".example/"), "Verweis", List.of(), null), Instant.now());
        em.persist(link);
        transaction.commit();

        age(link, 1);
        checker.check();
        Link first = read(link);
        assertTrue(first.getFailingSince() != null, "the first failure is noted");
        assertFalse(first.isDead());
        checker.check();
        assertEquals(first.getCheckedAt(), read(link).getCheckedAt(), "a page is called once a day");

        age(link, 2);
        checker.check();
        assertTrue(read(link).isDead());
        age(link, 3);
        checker.check();
        String event = "LinkDied:" + link.getId();
        Await.until("who shared it gets a mail", () -> !mails(event).isEmpty());
        assertEquals(List.of(sharer.getId()), mails(event));
    }

    /** Lets days pass since the page was looked at. */
    private void age(Link link, int days) throws Exception {
        transaction.begin();
        em.createNativeQuery("update link set checked_at = now() - interval '1 day', failing_since = failing_since - ?1 * interval '1 day' where id = ?2")
            .setParameter(1, days).setParameter(2, link.getId()).executeUpdate();
        transaction.commit();
    }

    private Link read(Link link) {
        return em.createQuery("select l from Link l where l.id = :id", Link.class).setParameter("id", link.getId()).setHint("eclipselink.refresh", "true").getSingleResult();
    }

    private List<Long> mails(String event) {
        return ((List<?>) em.createNativeQuery("select member_id from delivery where event = ?1").setParameter(1, event).getResultList()).stream()
            .map(id -> ((Number) id).longValue()).toList();
    }
}
