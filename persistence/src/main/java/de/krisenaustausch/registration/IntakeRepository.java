package de.krisenaustausch.registration;

import de.krisenaustausch.municipality.MailDomain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what came into the mailbox for access. */
@ApplicationScoped
public class IntakeRepository {

    @PersistenceContext
    private EntityManager em;

    public Optional<IntakeMail> find(IntakeMail.Place place) {
        return em.createQuery("select m from IntakeMail m where m.mailbox = :mailbox and m.validity = :validity and m.uid = :uid", IntakeMail.class)
            .setParameter("mailbox", place.mailbox()).setParameter("validity", place.validity()).setParameter("uid", place.uid())
            .getResultStream().findFirst();
    }

    /** Takes the mail for this transaction: another that handles the same one waits here, and then fails. */
    public void take(IntakeMail mail) {
        em.persist(mail);
        em.flush();
    }

    /** @return whether somebody at this address got an answer since then */
    public boolean isAnswered(String sender, Instant since) {
        return em.createQuery("select count(m) from IntakeMail m where m.answered = true and lower(m.sender) = :sender and m.receivedAt > :since", Long.class)
            .setParameter("sender", sender.toLowerCase(Locale.ROOT)).setParameter("since", since).getSingleResult() > 0;
    }

    /** @return mails with that outcome, the newest first, from that id on downwards */
    public List<IntakeMail> list(IntakeMail.Outcome outcome, long before, int limit) {
        return em.createQuery("select m from IntakeMail m where m.outcome = :outcome and m.id < :before order by m.id desc", IntakeMail.class)
            .setParameter("outcome", outcome).setParameter("before", before).setMaxResults(limit).getResultList();
    }

    /** @return all mail domains with their organisations' ids */
    public List<MailDomain> domains() {
        return em.createQuery("select d from MailDomain d", MailDomain.class).getResultList();
    }

    /** Forgets mails that came before that moment. */
    public int forget(Instant before) {
        return em.createQuery("delete from IntakeMail m where m.receivedAt < :before").setParameter("before", before).executeUpdate();
    }
}
