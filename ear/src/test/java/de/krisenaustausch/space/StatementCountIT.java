package de.krisenaustausch.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentType;
import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.StoredFile;
import de.krisenaustausch.contribution.service.StreamService;
import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.AnswerComment;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.testing.Deployments;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.List;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What a space's page and a document's page ask the database does not grow with what is there. */
@ArquillianTest
class StatementCountIT {

    private static final String SLUG = "gezaehlt";
    private static final String POLLED = "gefragt";
    private static final int FEW = 3;
    private static final int MANY = 40;

    @Inject
    private SpaceVisitor visitor;

    @PersistenceContext(unitName = "krisenaustausch")
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.with(StatementCountIT.class, SpaceVisitor.class, StatementCounter.class);
    }

    /** Counts what this thread asks the database; timers and consumers ask, too. */
    public static class StatementCounter extends SessionEventAdapter {

        private final Thread asking = Thread.currentThread();
        private int calls;

        @Override
        public void preExecuteCall(SessionEvent event) {
            if (Thread.currentThread() == asking) {
                calls++;
            }
        }
    }

    @Test
    void staysTheSameForFewAndMany() throws Exception {
        furnish();
        long first = share(FEW, 1);
        visitor.openSpace(SLUG);
        int few = count(() -> assertEquals(FEW, visitor.openSpace(SLUG)));
        int oneVersion = count(() -> assertEquals(1, visitor.openDocument(SLUG, first)));
        link(FEW);
        int fewLinks = count(() -> assertEquals(FEW, visitor.openLinks(SLUG)));
        long asked = ask(FEW);
        int fewQuestions = count(() -> assertEquals(FEW, visitor.openQuestions(SLUG)));
        int fewAnswers = count(() -> assertEquals(FEW, visitor.openQuestion(SLUG, asked)));
        long second = share(MANY, FEW);
        link(MANY);
        long askedMore = ask(MANY);
        int many = count(() -> assertEquals(StreamService.PAGE, visitor.openSpace(SLUG)));
        int manyVersions = count(() -> assertEquals(FEW, visitor.openDocument(SLUG, second)));
        int manyQuestions = count(() -> assertEquals(QuestionService.PAGE, visitor.openQuestions(SLUG)));
        int manyAnswers = count(() -> assertEquals(MANY, visitor.openQuestion(SLUG, askedMore)));
        int manyLinks = count(() -> assertEquals(LinkService.PAGE, visitor.openLinks(SLUG)));
        assertEquals(fewQuestions, manyQuestions, "statements of the page of questions");
        assertEquals(fewAnswers, manyAnswers, "statements of a question's page");
        assertTrue(few > 0, "the counter counts");
        assertEquals(few, many, "statements of a space's page");
        assertEquals(fewLinks, manyLinks, "statements of a list of links");
        assertEquals(oneVersion, manyVersions, "statements of a document's page");
    }

    @Test
    void staysTheSameForPollsFewAndMany() throws Exception {
        transaction.begin();
        reader();
        Member asks = somebody("fragt");
        Space space = new Space(POLLED, "Gefragt", "Zum Zählen.", new Association("FV", "Frageverband"), Visibility.ALL_MEMBERS, Instant.now());
        em.persist(space.getAssociation());
        em.persist(space);
        transaction.commit();
        long small = ask(asks.getId(), 1, 1);
        visitor.openPolls(POLLED);
        int few = count(() -> assertEquals(1, visitor.openPolls(POLLED)));
        int oneQuestion = count(() -> assertEquals(1, visitor.answerPoll(POLLED, small)));
        int oneResult = count(() -> assertEquals(1, visitor.openResult(POLLED, small)));
        long large = ask(asks.getId(), MANY, FEW);
        int many = count(() -> assertEquals(PollService.PAGE, visitor.openPolls(POLLED)));
        int manyQuestions = count(() -> assertEquals(FEW, visitor.answerPoll(POLLED, large)));
        int manyResults = count(() -> assertEquals(FEW, visitor.openResult(POLLED, large)));
        assertTrue(few > 0, "the counter counts");
        assertEquals(few, many, "statements of a list of polls");
        assertEquals(oneQuestion, manyQuestions, "statements of answering");
        assertEquals(oneResult, manyResults, "statements of a result");
    }

    /** @return the id of the last poll */
    private long ask(long by, int polls, int questions) throws Exception {
        transaction.begin();
        Space space = em.createQuery("select s from Space s where s.slug = :slug", Space.class).setParameter("slug", POLLED).getSingleResult();
        Poll last = null;
        for (int i = 0; i < polls; i++) {
            last = Poll.draft(space, em.find(Member.class, by), new Poll.Description("Nummer " + i, null, List.of(), AnsweredBy.PERSON, false, null, ResultsFor.LIVE,
                Instant.now().plusSeconds(3600)), java.util.Collections.nCopies(questions, new PollQuestion.Draft(QuestionKind.YES_NO_NOT_YET, "Wirklich?", false, null, null, null, null, null, 0)), Instant.now());
            last.publish(Instant.now());
            em.persist(last);
        }
        transaction.commit();
        return last.getId();
    }

    private int count(Runnable work) throws Exception {
        StatementCounter counter = new StatementCounter();
        var events = em.unwrap(JpaEntityManager.class).getServerSession().getEventManager();
        events.addListener(counter);
        try {
            work.run();
        } finally {
            events.removeListener(counter);
        }
        return counter.calls;
    }

    private void furnish() throws Exception {
        transaction.begin();
        reader();
        Association association = new Association("ZV", "Zählverband");
        em.persist(association);
        Space space = new Space(SLUG, "Gezählt", "Zum Zählen.", association, Visibility.ALL_MEMBERS, Instant.now());
        List<Topic> topics = List.of(new Topic("Zählen"), new Topic("Nachzählen"));
        topics.forEach(em::persist);
        space.draw(topics);
        em.persist(space);
        transaction.commit();
    }

    /** Shares documents, each by somebody from somewhere else, and so each version. @return the id of the last document */
    private long share(int documents, int versions) throws Exception {
        transaction.begin();
        Space space = em.createQuery("select s from Space s where s.slug = :slug", Space.class).setParameter("slug", SLUG).getSingleResult();
        DocumentType type = em.createQuery("select t from DocumentType t", DocumentType.class).setMaxResults(1).getSingleResult();
        Document last = null;
        for (int i = 0; i < documents; i++) {
            String number = documents + "-" + i;
            last = Document.share(space, somebody(number), new Document.Description("Nummer " + number, type, space.getTopics(), "Gezählt", ReuseTerms.FREE, null), Instant.now());
            for (int version = 0; version < versions; version++) {
                last.addVersion(new StoredFile("zahl.txt", 1, new Sha256("0".repeat(64)), "text/plain", "Text"), null, somebody(number + "-" + version), Instant.now());
            }
            em.persist(last);
        }
        transaction.commit();
        return last.getId();
    }

    /** Asks questions, each of somebody else, the last with as many answers and remarks by as many people. @return its id */
    private long ask(int questions) throws Exception {
        transaction.begin();
        Space space = em.createQuery("select s from Space s where s.slug = :slug", Space.class).setParameter("slug", SLUG).getSingleResult();
        Question last = null;
        for (int i = 0; i < questions; i++) {
            last = Question.ask(space, somebody("fragt-" + questions + "-" + i), new Question.Wording("Frage " + i, "Gezählt", space.getTopics(), null), Instant.now());
            em.persist(last);
        }
        em.flush();
        for (int i = 0; i < questions; i++) {
            Answer answer = Answer.to(last, somebody("hilft-" + questions + "-" + i), "So.", false, Instant.now());
            em.persist(answer);
            em.persist(new AnswerComment(answer, somebody("merkt-" + questions + "-" + i), "Danke", Instant.now()));
        }
        em.flush();
        transaction.commit();
        return last.getId();
    }

    /** Whoever calls in there is nobody, whom the tests of this class give a profile. */
    private void reader() {
        if (em.createQuery("select m from Member m where m.subject = 'anonymous'", Member.class).getResultList().isEmpty()) {
            somebody("anonymous");
        }
    }

    /** Shares links, each by somebody from somewhere else. */
    private void link(int links) throws Exception {
        transaction.begin();
        Space space = em.createQuery("select s from Space s where s.slug = :slug", Space.class).setParameter("slug", SLUG).getSingleResult();
        for (int i = 0; i < links; i++) {
            String number = "link-" + links + "-" + i;
            em.persist(Link.share(space, somebody(number), new Link.Description(new WebAddress("https://" + number + ".example/"), "Nummer " + number, space.getTopics(), null), Instant.now()));
        }
        transaction.commit();
    }

    private Member somebody(String subject) {
        Municipality home = new Municipality("Gemeinde Zählung " + subject, MunicipalityKind.VILLAGE, null, FederalState.BW, 900);
        em.persist(home);
        Member member = new Member(subject, new EmailAddress("zaehlung-" + subject + "@beispielheim.example"), Instant.now());
        member.introduce("Zoe", "Zahl", home, "Zählamt");
        em.persist(member);
        return member;
    }
}
