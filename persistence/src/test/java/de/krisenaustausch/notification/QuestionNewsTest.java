package de.krisenaustausch.notification;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.Visibility;
import java.sql.Timestamp;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of what happens to a question, and why. */
class QuestionNewsTest extends DatabaseTest {

    private static final long QUESTION = 5_000_001;
    private DeliveryRepository deliveries;
    private Municipality ulm;
    private Topic personnel;
    private Space space;
    private Member asker;
    private Member first;
    private Member second;
    private Member remarked;
    private long ids = QUESTION;

    @BeforeEach
    void given() {
        deliveries = on(new DeliveryRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
        personnel = given.topic("Personal (Fragen)");
        space = given.space("fragen-post", Visibility.ALL_MEMBERS, personnel);
        asker = given.member("Fragt", ulm);
        first = given.member("Erste", ulm);
        second = given.member("Zweite", ulm);
        remarked = given.member("Merkt", ulm);
        flushAndClear();
        sql("""
            insert into question (id, version, space_id, title, text, urgent_until, municipality_id, asked_by_id, asked_at, state, staged_at)
            values (?1, 1, ?2, 'Wer zahlt?', 'Und **wann**?', '2020-04-01', ?3, ?4, ?5, 'OPEN', ?5)""", QUESTION, space.getId(), ulm.getId(), asker.getId(), Timestamp.from(NOW));
        sql("insert into question_topic (question_id, topic_id) values (?1, ?2)", QUESTION, personnel.getId());
    }

    private long answer(Member by, int minutes) {
        sql("""
            insert into answer (id, version, question_id, text, official, municipality_id, answered_by_id, answered_at)
            values (?1, 1, ?2, 'Der Kreis.', false, ?3, ?4, ?5)""", ++ids, QUESTION, ulm.getId(), by.getId(), Timestamp.from(NOW.plusSeconds(60L * minutes)));
        return ids;
    }

    /** @return who would get a mail, and why */
    private Map<Long, String> told(String event) {
        Announcement announcement = deliveries.announcement(event).orElseThrow();
        assertThat(announcement.state()).isEqualTo(Announcement.State.CURRENT);
        int mails = deliveries.fanOut(announcement, NOW);
        Map<Long, String> told = deliveries.claim(announcement, NOW, NOW.plusSeconds(120), 250).stream().filter(Addressee::wanted)
            .collect(Collectors.toMap(Addressee::memberId, addressee -> addressee.reason() == null ? "FOLLOWS" : addressee.reason()));
        assertThat(told).hasSize(mails);
        return told;
    }

    private Announcement.State state(String event) {
        return deliveries.announcement(event).orElseThrow().state();
    }

    @Test
    void followersHearOfAQuestion() {
        on(new SubscriptionRepository()).put(first.getId(), space.getId(), personnel.getId(), Frequency.IMMEDIATELY);
        on(new SubscriptionRepository()).put(asker.getId(), space.getId(), null, Frequency.IMMEDIATELY);

        assertThat(told("QuestionAsked:" + QUESTION)).containsExactly(Map.entry(first.getId(), "FOLLOWS"));
        Announcement asked = deliveries.announcement("QuestionAsked:" + QUESTION).orElseThrow();
        assertThat(asked.path()).isEqualTo("/fragen/" + QUESTION);
        assertThat(asked.detail()).isEqualTo("Dringend bis 01.04.2020");
        assertThat(asked.beginning()).as("without the marks of Markdown").isEqualTo("Und wann?");
        sql("update question set state = 'CLOSED' where id = ?1", QUESTION);
        assertThat(state("QuestionAsked:" + QUESTION)).isEqualTo(Announcement.State.PAST);
    }

    @Test
    void whoAskedOrWroteHearsOfAnAnswer() {
        long before = answer(first, 1);
        sql("insert into answer_comment (id, version, answer_id, text, municipality_id, written_by_id, written_at) values (?1, 1, ?2, 'Stimmt.', ?3, ?4, ?5)",
            ++ids, before, ulm.getId(), remarked.getId(), Timestamp.from(NOW.plusSeconds(90)));
        long now = answer(second, 2);
        answer(given.member("Spaeter", ulm), 3);

        assertThat(told("QuestionAnswered:" + now)).containsOnly(Map.entry(asker.getId(), "ASKED"), Map.entry(first.getId(), "WROTE"), Map.entry(remarked.getId(), "WROTE"));
        assertThat(told("QuestionAnswered:" + before)).containsOnly(Map.entry(asker.getId(), "ASKED"));
        assertThat(deliveries.announcement("QuestionAnswered:" + now).orElseThrow().path()).isEqualTo("/fragen/" + QUESTION + "#antwort-" + now);
    }

    @Test
    void nobodyHearsOfAWithdrawnAnswerNorWhoeverWithdrewHers() {
        long before = answer(first, 1);
        long now = answer(second, 2);
        sql("update answer set deleted_at = ?2 where id = ?1", before, Timestamp.from(NOW));

        assertThat(state("QuestionAnswered:" + before)).isEqualTo(Announcement.State.PAST);
        assertThat(told("QuestionAnswered:" + now)).containsOnly(Map.entry(asker.getId(), "ASKED"));
    }

    @Test
    void nobodyHearsOfHerOwnAnswerNorWhoeverIsBlocked() {
        answer(first, 1);
        em.find(Member.class, first.getId()).block("Ausgeschieden");
        em.flush();
        assertThat(told("QuestionAnswered:" + answer(asker, 2))).isEmpty();
    }

    @Test
    void whoseAnswerIsAcceptedHearsOfIt() {
        long answer = answer(first, 1);
        assertThat(state("AnswerAccepted:" + answer)).isEqualTo(Announcement.State.PAST);
        sql("update question set accepted_id = ?1 where id = ?2", answer, QUESTION);
        assertThat(told("AnswerAccepted:" + answer)).containsExactly(Map.entry(first.getId(), "ANSWERED"));
    }

    @Test
    void thoseWhomItIsHandedToHearOfAQuestionThatWaits() {
        refer(first, "EXPERTS", null);
        refer(second, "EXPERTS", "PASS");
        refer(remarked, "MODERATORS", null);

        assertThat(told("QuestionForExperts:" + QUESTION)).containsExactly(Map.entry(first.getId(), "EXPERTS"));
        assertThat(told("QuestionForModerators:" + QUESTION)).containsExactly(Map.entry(remarked.getId(), "MODERATORS"));
        sql("update question set answer_count = 1 where id = ?1", QUESTION);
        assertThat(state("QuestionForExperts:" + QUESTION)).isEqualTo(Announcement.State.PAST);
    }

    private void refer(Member member, String stage, String reply) {
        sql("insert into referral (id, version, question_id, member_id, stage, referred_at, reply) values (?1, 1, ?2, ?3, ?4, ?5, cast(?6 as varchar))",
            ++ids, QUESTION, member.getId(), stage, Timestamp.from(NOW), reply == null ? "" : reply);
        sql("update referral set reply = null where reply = ''");
    }
}
