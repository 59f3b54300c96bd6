package de.krisenaustausch.notification;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Visibility;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of a poll, of its last day and of its result, and why. */
class PollNewsTest extends DatabaseTest {

    private static final long POLL = 6_000_001;
    private DeliveryRepository deliveries;
    private Municipality ulm;
    private Space space;
    private Member organiser;
    private Member follower;
    private Member inside;
    private Member quiet;

    @BeforeEach
    void given() {
        deliveries = on(new DeliveryRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
        space = given.space("umfragen-post", Visibility.ALL_MEMBERS);
        organiser = given.member("Fragt", ulm);
        follower = given.member("Folgt", given.municipality("Stadt Eins", 1000));
        inside = member("Drinnen", given.municipality("Stadt Zwei", 1000));
        quiet = member("Still", given.municipality("Stadt Drei", 1000));
        flushAndClear();
        on(new SubscriptionRepository()).put(follower.getId(), space.getId(), null, Frequency.IMMEDIATELY);
        on(new SubscriptionRepository()).put(quiet.getId(), space.getId(), null, Frequency.OFF);
        poll("AFTER_DEADLINE");
    }

    private Member member(String name, Municipality municipality) {
        Member member = given.member(name, municipality);
        Membership membership = Membership.join(space, member, NOW);
        membership.activate(NOW);
        em.persist(membership);
        return member;
    }

    private void poll(String results) {
        sql("""
            insert into poll (id, version, space_id, title, municipality_id, created_by_id, created_at, published_at, deadline, answered_by, anonymous, results_for)
            values (?1, 1, ?2, 'Wie viele Stellen?', ?3, ?4, now(), now(), now() + interval '20 hours', 'PERSON', false, ?5)""",
            POLL, space.getId(), ulm.getId(), organiser.getId(), results);
    }

    private void tookPart(Member person, Municipality municipality) {
        sql("insert into poll_participation (poll_id, member_id, municipality_id) values (?1, nullif(?2, 0), nullif(?3, 0))", POLL,
            person == null ? 0L : person.getId(), municipality == null ? 0L : municipality.getId());
    }

    private Map<Long, String> told(String kind) {
        Announcement announcement = deliveries.announcement(kind + ":" + POLL).orElseThrow();
        assertThat(announcement.state()).isEqualTo(Announcement.State.CURRENT);
        int mails = deliveries.fanOut(announcement, NOW);
        Map<Long, String> told = deliveries.claim(announcement, NOW, NOW.plusSeconds(120), 250).stream().filter(Addressee::wanted)
            .collect(Collectors.toMap(Addressee::memberId, addressee -> addressee.subscriptionId() > 0 ? "FOLLOWS" : addressee.reason()));
        assertThat(told).hasSize(mails);
        return told;
    }

    private Announcement.State state(String kind) {
        return deliveries.announcement(kind + ":" + POLL).orElseThrow().state();
    }

    @Test
    void followersHearOfAPoll() {
        assertThat(told("PollPublished")).containsExactly(Map.entry(follower.getId(), "FOLLOWS"));
        assertThat(deliveries.announcement("PollPublished:" + POLL).orElseThrow().detail()).matches("Bis \\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d Uhr");
        sql("update poll set deleted_at = now() where id = ?1", POLL);
        assertThat(state("PollPublished")).isEqualTo(Announcement.State.PAST);
    }

    @Test
    void whoCouldStillAnswerHearsOfTheLastDay() {
        assertThat(told("PollClosing")).containsOnly(Map.entry(follower.getId(), "FOLLOWS"), Map.entry(inside.getId(), "MAY_ANSWER"));
    }

    @Test
    void whoWasRemindedHearsOfALaterLastDayToo() {
        assertThat(told("PollClosing")).hasSize(2);
        sql("insert into poll_change (id, version, poll_id, what, changed_by_id, changed_at) values (?1, 1, ?2, 'DEADLINE', ?3, now())", POLL + 1, POLL, organiser.getId());
        tookPart(follower, null);
        Announcement later = deliveries.announcement("PollClosing:" + (POLL + 1)).orElseThrow();
        assertThat(later.path()).isEqualTo("/umfragen/" + POLL);
        assertThat(deliveries.fanOut(later, NOW)).isEqualTo(1);
        assertThat(deliveries.claim(later, NOW, NOW.plusSeconds(120), 250)).extracting(Addressee::memberId, Addressee::wanted).containsExactly(tuple(inside.getId(), true));
    }

    @Test
    void whoAnsweredOrWhoseMunicipalityDidIsNotReminded() {
        tookPart(follower, null);
        tookPart(null, inside.getMunicipality());
        assertThat(told("PollClosing")).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfAPollThatWasPutOffOrEnded() {
        sql("update poll set deadline = now() + interval '5 days' where id = ?1", POLL);
        assertThat(state("PollClosing")).isEqualTo(Announcement.State.PAST);
        sql("update poll set deadline = now() + interval '20 hours', ended_at = now(), closed_at = now() where id = ?1", POLL);
        assertThat(state("PollClosing")).isEqualTo(Announcement.State.PAST);
    }

    @Test
    void allHearOfTheResult() {
        assertThat(state("PollClosed")).isEqualTo(Announcement.State.PAST);
        sql("update poll set ended_at = now() where id = ?1", POLL);
        tookPart(null, inside.getMunicipality());

        assertThat(told("PollClosed")).containsOnly(Map.entry(organiser.getId(), "ORGANISED"), Map.entry(follower.getId(), "FOLLOWS"), Map.entry(inside.getId(), "TOOK_PART"));
        assertThat(deliveries.announcement("PollClosed:" + POLL).orElseThrow().path()).isEqualTo("/umfragen/" + POLL + "/ergebnis");
    }

    @Test
    void aResultForOrganisersIsNobodyElsesNews() {
        sql("update poll set ended_at = now(), results_for = 'ORGANISERS' where id = ?1", POLL);
        tookPart(follower, null);
        assertThat(told("PollClosed")).containsExactly(Map.entry(organiser.getId(), "ORGANISED"));
    }
}
