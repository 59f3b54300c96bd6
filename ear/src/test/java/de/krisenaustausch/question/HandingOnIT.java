package de.krisenaustausch.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.question.service.WaitingDesk;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.Visibility;
import de.krisenaustausch.testing.Deployments;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** A question that waits goes to the experts of its topics, then to the moderators; of two nodes that try at once one hands it on. */
@ArquillianTest
class HandingOnIT {

    @Inject
    private WaitingDesk desk;

    @PersistenceContext(unitName = "krisenaustausch")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.with(HandingOnIT.class);
    }

    @Test
    void goesToExpertsThenToModeratorsEachOnce() throws Exception {
        transaction.begin();
        Topic topic = new Topic("Warten " + System.nanoTime());
        em.persist(topic);
        Association association = new Association("WV" + System.nanoTime() % 100000, "Warteverband");
        em.persist(association);
        Space space = new Space("wartet-" + System.nanoTime(), "Wartet", "Zum Warten.", association, Visibility.ALL_MEMBERS, Instant.now());
        space.draw(List.of(topic));
        em.persist(space);
        Member asker = somebody(space, "fragt", false);
        Member expert = somebody(space, "kennt", false);
        Member moderator = somebody(space, "leitet", true);
        em.persist(new TopicExpert(space, topic, expert, Instant.now()));
        em.persist(new TopicExpert(space, topic, asker, Instant.now()));
        Question fresh = ask(space, asker, topic, 23);
        Question old = ask(space, asker, topic, 25);
        transaction.commit();
        long id = old.getId();

        assertTrue(desk.due().contains(id), "due after 25 hours");
        assertFalse(desk.due().contains(fresh.getId()), "not due after 23 hours");
        List<Boolean> handed = Stream.generate(() -> CompletableFuture.supplyAsync(() -> desk.handOn(id))).limit(4).toList().stream().map(CompletableFuture::join).toList();
        assertEquals(1, handed.stream().filter(Boolean::booleanValue).count(), "handed on by one");
        assertEquals(List.of(expert.getId()), asked(id));
        assertFalse(desk.due().contains(id), "the experts have as long again");

        later(id);
        assertTrue(desk.due().contains(id));
        assertTrue(desk.handOn(id));
        assertEquals(List.of(expert.getId(), moderator.getId()), asked(id));
        later(id);
        assertFalse(desk.due().contains(id), "nobody comes after the moderators");
        assertFalse(desk.handOn(id));
    }

    private Question ask(Space space, Member by, Topic topic, int hoursAgo) {
        Question question = Question.ask(space, by, new Question.Wording("Seit " + hoursAgo + " Stunden?", "Wartet.", List.of(topic), null), Instant.now().minus(Duration.ofHours(hoursAgo)));
        em.persist(question);
        return question;
    }

    private void later(long id) throws Exception {
        transaction.begin();
        em.createNativeQuery("update question set staged_at = staged_at - interval '25 hours' where id = ?1").setParameter(1, id).executeUpdate();
        transaction.commit();
    }

    private List<Long> asked(long id) {
        return em.createQuery("select r.member.id from Referral r where r.question.id = :id order by r.id", Long.class).setParameter("id", id).getResultList();
    }

    private Member somebody(Space space, String name, boolean moderates) {
        String subject = name + "-" + System.nanoTime();
        Municipality home = new Municipality("Gemeinde " + subject, MunicipalityKind.VILLAGE, null, FederalState.BW, 900);
        em.persist(home);
        Member member = new Member(subject, new EmailAddress(subject + "@beispielheim.example"), Instant.now());
        member.introduce("Wanda", name, home, "Warteamt");
        em.persist(member);
        em.persist(moderates ? Membership.moderate(space, member, Instant.now()) : Membership.join(space, member, Instant.now()));
        return member;
    }
}
