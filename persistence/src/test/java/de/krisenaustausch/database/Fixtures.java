package de.krisenaustausch.database;

import de.krisenaustausch.document.CheckState;
import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentType;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.StoredFile;
import de.krisenaustausch.document.TextState;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.Visibility;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Small things to test with, each named by what matters about it, the rest made up. With an entity manager everything
 * is persisted; without one the things stay in memory, for tests of the domain alone.
 */
public final class Fixtures {

    /** When everything happens, unless a test says otherwise. Microseconds, as the database keeps them. */
    public static final Instant NOW = Instant.parse("2020-03-25T08:00:00.123456Z");

    private final EntityManager em;

    public Fixtures(EntityManager em) {
        this.em = em;
    }

    /** Fixtures that no database knows. */
    public static Fixtures inMemory() {
        return new Fixtures(null);
    }

    public Municipality municipality(String name, int population) {
        return keep(new Municipality(name, MunicipalityKind.TOWN, "Musterkreis", FederalState.BW, population));
    }

    public Association association(String shortName) {
        return keep(new Association(shortName, "Verband " + shortName));
    }

    /** A person whose profile is complete. */
    public Member member(String familyName, Municipality municipality) {
        Member member = stranger(familyName);
        member.introduce("Erika", familyName, municipality, "Hauptamt");
        return member;
    }

    /** A person who signed in for the first time: nobody knows yet where she works. */
    public Member stranger(String name) {
        return keep(new Member(UUID.randomUUID().toString(), new EmailAddress(UUID.randomUUID() + "@example.org"), NOW));
    }

    public Topic topic(String name) {
        return keep(new Topic(name));
    }

    /** A space of an association of its own, open to all members. */
    public Space space(String slug, Topic... topics) {
        return space(slug, Visibility.ALL_MEMBERS, topics);
    }

    public Space space(String slug, Visibility visibility, Topic... topics) {
        Space space = new Space(slug, "Bereich " + slug, "Wozu es " + slug + " gibt", association("V-" + slug), visibility, NOW);
        space.draw(List.of(topics));
        return keep(space);
    }

    public DocumentType type(String name) {
        return keep(new DocumentType(name));
    }

    /** A file of made-up content: the same name has the same content. */
    public StoredFile file(String name) {
        String hex = String.format("%08x", name.hashCode()).repeat(8);
        return new StoredFile(name, 4711, new Sha256(hex), "application/pdf", "PDF");
    }

    /** A document with one version that may be given out and is searchable. */
    public Document document(Space space, Member by, DocumentType type, String title, Instant sharedAt, Topic... topics) {
        Document document = Document.share(space, by,
            new Document.Description(title, type, List.of(topics), "Worum es geht", ReuseTerms.NAMED, null), sharedAt);
        DocumentVersion version = document.addVersion(file(title + ".pdf"), null, by, sharedAt);
        version.checked(CheckState.CLEAN);
        version.read(TextState.SEARCHABLE, 1, 0, true);
        if (em != null) {
            em.persist(document);
            em.flush();
        }
        return document;
    }

    /** A question that says little. */
    public Question question(Space space, Member by, String title, Instant askedAt, Topic... topics) {
        Question question = keep(Question.ask(space, by, new Question.Wording(title, "Worum es geht", List.of(topics), null), askedAt));
        if (em != null) {
            em.flush();
        }
        return question;
    }

    /** Somebody's own answer, not counted with its question. */
    public Answer answer(Question question, Member by, String text) {
        return keep(Answer.to(question, by, text, false, NOW));
    }

    /** A poll that asks this, open for a week. */
    public Poll poll(Space space, Member by, Poll.Description description, PollQuestion.Draft... questions) {
        Poll poll = Poll.draft(space, by, description, List.of(questions), NOW);
        poll.publish(NOW);
        if (em != null) {
            em.persist(poll);
            em.flush();
        }
        return poll;
    }

    /** What a named poll of persons says of itself. */
    public static Poll.Description named(String title) {
        return new Poll.Description(title, null, List.of(), AnsweredBy.PERSON, false, null, ResultsFor.LIVE, NOW.plus(Duration.ofDays(7)));
    }

    /** What an anonymous poll of persons says of itself. @param breakdown may be null */
    public static Poll.Description anonymous(String title, Breakdown breakdown) {
        return new Poll.Description(title, null, List.of(), AnsweredBy.PERSON, true, breakdown, ResultsFor.AFTER_DEADLINE, NOW.plus(Duration.ofDays(7)));
    }

    /** A question of that kind that must be answered; with the options a, b and c where it has options. */
    public static PollQuestion.Draft question(QuestionKind kind) {
        return new PollQuestion.Draft(kind, "Frage " + kind, false, List.of("a", "b", "c"), null, null, null, null, 2);
    }

    private <E> E keep(E entity) {
        if (em != null) {
            em.persist(entity);
        }
        return entity;
    }
}
