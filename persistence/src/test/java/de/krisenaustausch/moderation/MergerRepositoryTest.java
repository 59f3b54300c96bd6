package de.krisenaustausch.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.document.Document;
import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.notification.Delivery;
import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.Subscription;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.AnswerComment;
import de.krisenaustausch.question.AnswerRepository;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.Referral;
import de.krisenaustausch.question.Stage;
import de.krisenaustausch.question.TopicExpert;
import de.krisenaustausch.registration.ApprovalDelegate;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.MembershipRepository;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Visibility;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergerRepositoryTest extends DatabaseTest {

    private MergerRepository mergers;
    private Municipality old;
    private Member goes;
    private Member stays;

    @BeforeEach
    void two() {
        mergers = on(new MergerRepository());
        old = given.municipality("Gemeinde Alt", 900);
        goes = given.member("Geht", old);
        stays = given.member("Bleibt", given.municipality("Stadt Neu", 9000));
    }

    private Membership membership(Space space) {
        return on(new MembershipRepository()).find(space.getId(), stays.getId()).orElseThrow();
    }

    /** Whoever adds a column that refers to a member must say what becomes of it here. */
    @Test
    void knowsEveryColumnThatRefersToAMember() {
        assertThat(select("""
            select key.conrelid::regclass || '.' || col.attname from pg_constraint key
            join pg_attribute col on col.attrelid = key.conrelid and col.attnum = key.conkey[1]
            where key.contype = 'f' and key.confrelid = 'member'::regclass order by 1""")).hasSameElementsAs(MergerRepository.REFERENCES);
    }

    @Test
    void nothingIsLeftBehind() {
        Space space = given.space("umzug");
        em.persist(Membership.moderate(space, goes, Fixtures.NOW));
        em.persist(new Subscription(goes, space, null, Frequency.DAILY));
        em.persist(new Delivery("DocumentShared:1", goes, Fixtures.NOW));
        em.persist(ApprovalDelegate.of(goes, FederalState.BW));
        em.persist(Link.share(space, goes, new Link.Description(new WebAddress("https://rki.example/"), "Bleibt auch", List.of(), null), Fixtures.NOW));
        Document document = given.document(space, goes, given.type("Merkblatt zum Umzug"), "Bleibt bei der Gemeinde", Fixtures.NOW);
        Question question = given.question(space, goes, "Wer hilft beim Umzug?", Fixtures.NOW);
        Answer answer = given.answer(question, goes, "Wir.");
        em.persist(new AnswerComment(answer, goes, "Gern.", Fixtures.NOW));
        em.persist(answer.reword("Wir beide.", goes, Fixtures.NOW));
        em.persist(question.reword(new Question.Wording("Wer hilft?", "Beim Umzug", List.of(), null), goes, Fixtures.NOW));
        em.persist(new TopicExpert(space, given.topic("Umzug"), goes, Fixtures.NOW));
        em.persist(new Referral(question, goes, Stage.EXPERTS, Fixtures.NOW));
        on(new AnswerRepository()).vote(given.answer(question, given.member("Dritte", old), "Auch wir.").getId(), goes.getId(), Fixtures.NOW);
        given.poll(space, goes, Fixtures.named("Wer packt mit an?"), Fixtures.question(QuestionKind.TEXT));
        flushAndClear();
        assertThat(mergers.belongings(goes.getId())).isEqualTo(new MergerRepository.Belongings(1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1));

        mergers.move(goes.getId(), stays.getId());
        em.clear();

        assertThat(mergers.belongings(goes.getId())).isEqualTo(new MergerRepository.Belongings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(mergers.belongings(stays.getId())).isEqualTo(new MergerRepository.Belongings(1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1));
        for (String reference : MergerRepository.REFERENCES) {
            String[] column = reference.split("\\.");
            assertThat(select("select 1 from " + column[0] + " where " + column[1] + " = ?1", goes.getId())).as(reference).isEmpty();
        }
        Document moved = em.find(Document.class, document.getId());
        assertThat(moved.getSharedBy()).isEqualTo(stays);
        assertThat(moved.getMunicipality()).isEqualTo(old);
        assertThat(membership(space).isModerator()).isTrue();
    }

    @Test
    void theStrongerMembershipStays() {
        Space moderated = given.space("geleitet");
        Space asked = given.space("erbeten", Visibility.ON_REQUEST);
        Space both = given.space("beide");
        em.persist(Membership.moderate(moderated, goes, Fixtures.NOW));
        em.persist(Membership.join(moderated, stays, Fixtures.NOW));
        em.persist(Membership.join(asked, goes, Fixtures.NOW));
        em.persist(Membership.moderate(asked, stays, Fixtures.NOW));
        em.persist(Membership.join(both, goes, Fixtures.NOW));
        em.persist(Membership.invite(both, stays, Fixtures.NOW));

        mergers.move(goes.getId(), stays.getId());
        em.clear();

        assertThat(membership(moderated).isModerator()).isTrue();
        assertThat(membership(asked).isModerator()).isTrue();
        assertThat(membership(both).isActive()).isTrue();
        assertThat(membership(both).isModerator()).isFalse();
    }

    @Test
    void whatHelpedBothCountsOnceAndHerOwnNotAtAll() {
        Question question = given.question(given.space("gefragt"), stays, "Wer hilft?", Fixtures.NOW);
        Answer hers = given.answer(question, goes, "Ich.");
        Answer another = given.answer(question, given.member("Dritte", old), "Wir.");
        em.flush();
        AnswerRepository answers = on(new AnswerRepository());
        answers.vote(hers.getId(), stays.getId(), Fixtures.NOW);
        answers.vote(another.getId(), stays.getId(), Fixtures.NOW);
        answers.vote(another.getId(), goes.getId(), Fixtures.NOW);

        mergers.move(goes.getId(), stays.getId());
        em.clear();

        assertThat(answers.find(hers.getId()).orElseThrow().getVotes()).isZero();
        assertThat(answers.find(another.getId()).orElseThrow().getVotes()).isEqualTo(1);
        assertThat(answers.helped(stays.getId(), List.of(hers.getId(), another.getId()))).containsExactly(another.getId());
    }

    @Test
    void howTheRemainingAccountFollowsASpaceStays() {
        Space space = given.space("gefolgt", given.topic("Umzugsthema"));
        em.persist(new Subscription(goes, space, null, Frequency.IMMEDIATELY));
        em.persist(new Subscription(goes, space, space.getTopics().get(0), Frequency.IMMEDIATELY));
        em.persist(new Subscription(stays, space, null, Frequency.OFF));
        em.persist(new Delivery("DocumentShared:7", goes, Fixtures.NOW));
        em.persist(new Delivery("DocumentShared:7", stays, Fixtures.NOW));

        mergers.move(goes.getId(), stays.getId());

        assertThat(select("select frequency from subscription where member_id = ?1", stays.getId())).containsExactly("OFF");
        assertThat(select("select 1 from delivery where member_id in (?1, ?2)", goes.getId(), stays.getId())).hasSize(1);
    }
}
