package de.krisenaustausch.question;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRepositoryTest extends DatabaseTest {

    private static final Instant NOW = Fixtures.NOW;

    private WaitingRepository waiting;
    private AnswerRepository answers;
    private Topic tax;
    private Space space;
    private Member asker;
    private Question question;

    @BeforeEach
    void furnish() {
        waiting = on(new WaitingRepository());
        answers = on(new AnswerRepository());
        tax = given.topic("Gewerbesteuer");
        space = given.space("corona", tax, given.topic("Personal"));
        asker = person("Fragt");
        question = given.question(space, asker, "Wer?", NOW.minus(Duration.ofHours(24)), tax);
    }

    private Member person(String name) {
        Member member = given.member(name, given.municipality("Stadt " + name, 1000));
        em.persist(Membership.join(space, member, NOW));
        return member;
    }

    private Member expert(Topic topic, String name) {
        Member member = person(name);
        waiting.add(new TopicExpert(space, topic, member, NOW));
        return member;
    }

    @Test
    void isDueWhenItsSpaceHasWaitedLongEnough() {
        em.flush();
        assertThat(waiting.due(NOW.minusMillis(1), 10)).doesNotContain(question.getId());
        assertThat(waiting.due(NOW, 10)).containsExactly(question.getId());
        sql("update space set wait_hours = 48 where id = ?1", space.getId());
        assertThat(waiting.due(NOW, 10)).isEmpty();
        assertThat(waiting.due(NOW.plus(Duration.ofHours(24)), 10)).containsExactly(question.getId());
    }

    @Test
    void nobodyWaitsForWhatIsAnsweredClosedOrDeleted() {
        answers.add(Answer.to(question, person("Hilft"), "So.", false, NOW));
        given.question(space, asker, "geschlossen", NOW.minus(Duration.ofHours(30))).close("erledigt");
        given.question(space, asker, "gelöscht", NOW.minus(Duration.ofHours(30))).delete(NOW);
        em.flush();

        assertThat(waiting.due(NOW, 10)).isEmpty();
        assertThat(waiting.advance(question.getId(), Stage.NEW, Stage.EXPERTS, NOW)).isFalse();
    }

    @Test
    void isHandedOnOnceByWhoeverIsFirst() {
        em.flush();
        long id = question.getId();
        assertThat(waiting.advance(id, Stage.NEW, Stage.EXPERTS, NOW)).isTrue();
        assertThat(waiting.advance(id, Stage.NEW, Stage.EXPERTS, NOW)).isFalse();
        assertThat(waiting.due(NOW.plus(Duration.ofHours(23)), 10)).isEmpty();
        waiting.wait(id, NOW.plus(Duration.ofHours(10)));
        assertThat(waiting.due(NOW.plus(Duration.ofHours(33)), 10)).isEmpty();
        assertThat(waiting.due(NOW.plus(Duration.ofHours(34)), 10)).containsExactly(id);
        assertThat(waiting.advance(id, Stage.EXPERTS, Stage.MODERATORS, NOW)).isTrue();
        assertThat(waiting.due(NOW.plus(Duration.ofDays(99)), 10)).isEmpty();
    }

    @Test
    void expertsOfItsTopicsAreAskedEachOnce() {
        Member first = expert(tax, "Steuer");
        Member second = expert(tax, "Zoll");
        expert(space.getTopics().get(1), "Personal");
        waiting.add(new TopicExpert(space, tax, asker, NOW));
        Member gone = expert(tax, "Weg");
        sql("delete from membership where member_id = ?1", gone.getId());
        expert(tax, "Gesperrt").block("Grund");
        em.flush();

        assertThat(waiting.experts(question.getId())).containsExactly(first, second);
        waiting.add(new Referral(question, first, Stage.EXPERTS, NOW));
        assertThat(waiting.experts(question.getId())).containsExactly(second);
        assertThat(waiting.referrals(question.getId())).extracting(referral -> referral.getMember().getName()).containsExactly(first.getName());
    }

    @Test
    void moderatorsWhoWereAskedAsExpertsAreNotAskedAgain() {
        Member both = expert(tax, "Beides");
        em.flush();
        sql("update membership set role = 'MODERATOR' where member_id = ?1", both.getId());
        Member moderator = given.member("Leitung", given.municipality("Verband", 1));
        em.persist(Membership.moderate(space, moderator, NOW));
        waiting.add(new Referral(question, both, Stage.EXPERTS, NOW));
        flushAndClear();

        assertThat(waiting.moderators(question.getId())).extracting(Member::getId).containsExactly(moderator.getId());
    }

    @Test
    void isHeldUntilTheLastPasses() {
        Referral one = new Referral(question, expert(tax, "Eins"), Stage.EXPERTS, NOW);
        Referral two = new Referral(question, expert(tax, "Zwei"), Stage.EXPERTS, NOW);
        waiting.add(one);
        waiting.add(two);
        one.reply(Referral.Reply.PASSED, NOW);
        assertThat(waiting.isHeld(question.getId(), Stage.EXPERTS)).isTrue();
        two.reply(Referral.Reply.ON_IT, NOW);
        assertThat(waiting.isHeld(question.getId(), Stage.EXPERTS)).isTrue();
        two.reply(Referral.Reply.PASSED, NOW);
        assertThat(waiting.isHeld(question.getId(), Stage.EXPERTS)).isFalse();
        assertThat(waiting.find(question.getId(), two.getMember().getId())).hasValue(two);
    }

    @Test
    void expertsAreFoundByAddressOrName() {
        Member member = person("Müller");
        given.member("Müller", member.getMunicipality());
        em.flush();

        assertThat(waiting.membersNamed(space.getId(), "ERIKA MÜLLER", 10)).containsExactly(member);
        assertThat(waiting.membersNamed(space.getId(), member.getEmail().toUpperCase(), 10)).containsExactly(member);
        assertThat(waiting.membersNamed(space.getId(), "Müller", 10)).isEmpty();
        waiting.add(new TopicExpert(space, tax, member, NOW));
        assertThat(waiting.expertsOf(space.getId())).extracting(expert -> expert.getTopic().getName() + " " + expert.getMember().getName())
            .containsExactly("Gewerbesteuer Erika Müller");
    }
}
