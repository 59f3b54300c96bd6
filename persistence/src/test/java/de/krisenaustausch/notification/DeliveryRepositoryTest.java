package de.krisenaustausch.notification;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.document.Document;
import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.Visibility;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryRepositoryTest extends DatabaseTest {

    private static final Instant LEASE = NOW.plusSeconds(120);
    private static final int MANY = 1000;

    private DeliveryRepository deliveries;
    private PostRepository post;
    private SubscriptionRepository subscriptions;
    private Municipality ulm;
    private Topic personnel;
    private Topic tax;
    private Space space;
    private Member sharer;
    private Member reader;
    private Document document;
    private String event;

    @BeforeEach
    void given() {
        deliveries = on(new DeliveryRepository());
        post = on(new PostRepository());
        subscriptions = on(new SubscriptionRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
        personnel = given.topic("Personal (Post)");
        tax = given.topic("Gewerbesteuer (Post)");
        share(Visibility.ALL_MEMBERS);
        reader = given.member("Muster", ulm);
        flushAndClear();
    }

    private void share(Visibility visibility) {
        space = given.space("post-" + visibility.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), visibility, personnel, tax);
        sharer = given.member("Beispiel", ulm);
        document = given.document(space, sharer, given.type("Muster " + visibility), "Dienstanweisung", NOW, personnel, tax);
        event = "DocumentShared:" + document.getId();
    }

    @Test
    void reachesWhoFollowsTheSpaceAtOnce() {
        follow(reader, null, Frequency.IMMEDIATELY);

        assertThat(fanOut()).isEqualTo(1);
        assertThat(claim()).singleElement().satisfies(addressee -> {
            assertThat(addressee.memberId()).isEqualTo(reader.getId());
            assertThat(addressee.email()).isEqualTo(reader.getEmail());
            assertThat(addressee.name()).isEqualTo("Erika Muster");
            assertThat(addressee.topic()).isNull();
            assertThat(addressee.wanted()).isTrue();
            assertThat(subscriptions.find(addressee.subscriptionId()).orElseThrow().getMember()).isEqualTo(reader);
        });
    }

    @Test
    void reachesNobodyWhoWantsItDailyOrNot() {
        follow(reader, null, Frequency.DAILY);
        follow(given.member("Aus", ulm), null, Frequency.OFF);

        assertThat(fanOut()).isZero();
    }

    @Test
    void letsATopicThatIsOffWinOverTheSpace() {
        follow(reader, null, Frequency.IMMEDIATELY);
        follow(reader, personnel, Frequency.OFF);

        assertThat(fanOut()).isZero();
    }

    @Test
    void letsATopicAtOnceWinOverAnotherThatIsOff() {
        follow(reader, personnel, Frequency.OFF);
        follow(reader, tax, Frequency.IMMEDIATELY);

        assertThat(fanOut()).isEqualTo(1);
        assertThat(claim()).singleElement().extracting(Addressee::topic).isEqualTo("Gewerbesteuer (Post)");
    }

    @Test
    void doesNotAskTopicsThatTheDocumentDoesNotHave() {
        Topic other = given.topic("Vergaberecht (Post)");
        follow(reader, null, Frequency.IMMEDIATELY);
        follow(reader, other, Frequency.OFF);

        assertThat(fanOut()).isEqualTo(1);
    }

    @Test
    void spareTheSharerAndTheBlocked() {
        follow(sharer, null, Frequency.IMMEDIATELY);
        Member blocked = given.member("Gesperrt", ulm);
        blocked.block("Ausgeschieden");
        follow(blocked, null, Frequency.IMMEDIATELY);

        assertThat(fanOut()).isZero();
    }

    @Test
    void reachesOnlyPeopleOfAClosedSpace() {
        share(Visibility.INVITED);
        Member inside = given.member("Drinnen", ulm);
        Membership membership = Membership.invite(space, inside, NOW);
        membership.activate(NOW);
        em.persist(membership);
        Member asked = given.member("Gefragt", ulm);
        em.persist(Membership.invite(space, asked, NOW));
        for (Member member : List.of(inside, asked, reader)) {
            follow(member, null, Frequency.IMMEDIATELY);
        }

        assertThat(fanOut()).isEqualTo(1);
        assertThat(claim()).extracting(Addressee::memberId).containsExactly(inside.getId());
    }

    @Test
    void writesNothingTwiceWhenToldTwice() {
        follow(reader, null, Frequency.IMMEDIATELY);

        assertThat(fanOut()).isEqualTo(1);
        assertThat(fanOut()).isZero();
    }

    @Test
    void nobodyElseTakesWhatIsClaimed() {
        follow(reader, null, Frequency.IMMEDIATELY);
        fanOut();

        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();
        assertThat(deliveries.claim(announcement(), LEASE, LEASE.plusSeconds(120), 250)).hasSize(1);
    }

    @Test
    void knowsWhoLostAccessSinceTheMailWasQueued() {
        share(Visibility.ON_REQUEST);
        Member member = given.member("Ehemals", ulm);
        Membership membership = Membership.join(space, member, NOW);
        membership.activate(NOW);
        em.persist(membership);
        follow(member, null, Frequency.IMMEDIATELY);
        assertThat(fanOut()).isEqualTo(1);

        em.remove(membership);
        assertThat(claim()).singleElement().extracting(Addressee::wanted).isEqualTo(false);
    }

    @Test
    void knowsWhoUnsubscribedOrWasBlockedSinceTheMailWasQueued() {
        Member blocked = given.member("Spaeter", ulm);
        follow(reader, null, Frequency.IMMEDIATELY);
        follow(blocked, null, Frequency.IMMEDIATELY);
        assertThat(fanOut()).isEqualTo(2);

        subscriptions.stopAll(reader.getId());
        em.find(Member.class, blocked.getId()).block("Ausgeschieden");
        assertThat(claim()).hasSize(2).noneMatch(Addressee::wanted);
    }

    @Test
    void announcesNothingFromTheBin() {
        em.find(Document.class, document.getId()).delete(NOW);
        em.flush();

        assertThat(announcement().state()).isEqualTo(Announcement.State.PAST);
    }

    @Test
    void announcesWhatItIsAboutOnceItIsReleased() {
        assertThat(announcement()).isEqualTo(new Announcement(event, Announcement.State.CURRENT, "Dienstanweisung", document.getDescription(), "Muster ALL_MEMBERS",
            "/dokumente/" + document.getId(), space.getId(), "post-all-members", space.getName(), sharer.getId(), "Erika Beispiel", "Stadt Ulm"));

        sql("update document_version set check_state = 'PENDING' where document_id = ?1", document.getId());
        assertThat(announcement().state()).isEqualTo(Announcement.State.EARLY);
    }

    @Test
    void announcesNothingThatIsNotThereOrNobodyIsToldOf() {
        assertThat(deliveries.announcement("DocumentShared:1")).isEmpty();
        assertThat(deliveries.announcement("Nonsense:" + document.getId())).isEmpty();
        assertThat(deliveries.announcement("DocumentShared:1; drop table member")).isEmpty();
    }

    @Test
    void tellsFollowersOfALinkByItsTopics() {
        Link link = link(tax);
        follow(reader, personnel, Frequency.IMMEDIATELY);
        assertThat(fanOut("LinkShared:" + link.getId())).isZero();
        follow(reader, tax, Frequency.IMMEDIATELY);
        follow(sharer, null, Frequency.IMMEDIATELY);

        assertThat(fanOut("LinkShared:" + link.getId())).isEqualTo(1);
        assertThat(claim("LinkShared:" + link.getId())).singleElement().satisfies(addressee -> {
            assertThat(addressee.memberId()).isEqualTo(reader.getId());
            assertThat(addressee.topic()).isEqualTo("Gewerbesteuer (Post)");
            assertThat(addressee.wanted()).isTrue();
        });
        Announcement told = deliveries.announcement("LinkShared:" + link.getId()).orElseThrow();
        assertThat(told.detail()).isEqualTo("rki.example");
        assertThat(told.path()).isEqualTo("/links/" + link.getId());
        em.find(Link.class, link.getId()).delete(NOW);
        em.flush();
        assertThat(deliveries.announcement("LinkShared:" + link.getId()).orElseThrow().state()).isEqualTo(Announcement.State.PAST);
    }

    /** Who shared it need not follow anything, and hears of it although nobody but she did something. */
    @Test
    void tellsWhoSharedALinkThatItIsDead() {
        Link link = link();
        String died = "LinkDied:" + link.getId();
        assertThat(deliveries.announcement(died).orElseThrow().state()).isEqualTo(Announcement.State.PAST);
        link.failed(NOW);
        link.failed(NOW.plusSeconds(86_400));
        follow(reader, null, Frequency.IMMEDIATELY);

        assertThat(fanOut(died)).isEqualTo(1);
        assertThat(fanOut(died)).as("once").isZero();
        assertThat(claim(died)).singleElement().satisfies(addressee -> {
            assertThat(addressee.memberId()).isEqualTo(sharer.getId());
            assertThat(addressee.subscriptionId()).isZero();
            assertThat(addressee.reason()).isEqualTo("SHARED");
            assertThat(addressee.wanted()).isTrue();
        });
    }

    private Link link(Topic... topics) {
        Link link = Link.share(em.find(Space.class, space.getId()), em.find(Member.class, sharer.getId()),
            new Link.Description(new WebAddress("https://www.rki.example/a"), "Hygieneplan", List.of(topics), "Warum"), NOW);
        em.persist(link);
        em.flush();
        return link;
    }

    private int fanOut(String what) {
        em.flush();
        return deliveries.fanOut(deliveries.announcement(what).orElseThrow(), NOW);
    }

    private List<Addressee> claim(String what) {
        em.flush();
        return deliveries.claim(deliveries.announcement(what).orElseThrow(), NOW, LEASE, 250);
    }

    @Test
    void fansOutToThousandsInOneStatementAndClaimsABatchInOne() {
        sql("""
            insert into member (id, version, subject, given_name, family_name, email, municipality_id, office, blocked, created_at)
            select nextval('ka_seq'), 1, 'post-' || n, 'Vor', 'Nach', 'post-' || n || '@example.org', ?1, 'Amt', false, now()
            from generate_series(1, ?2) n""", ulm.getId(), MANY);
        sql("""
            insert into subscription (id, version, member_id, space_id, topic_id, frequency)
            select nextval('ka_seq'), 1, id, ?1, null, 'IMMEDIATELY' from member where subject like 'post-%'""", space.getId());

        Announcement announcement = announcement();
        assertThat(statements(() -> assertThat(deliveries.fanOut(announcement, NOW)).isEqualTo(MANY))).hasSize(1);
        assertThat(statements(() -> assertThat(deliveries.claim(announcement, NOW, LEASE, 250)).hasSize(250))).hasSize(1);
    }

    @Test
    void keepsAccountOfWhatWasSent() {
        follow(reader, null, Frequency.IMMEDIATELY);
        fanOut();
        assertThat(post.counts(NOW)).extracting(PostRepository.Counts::waiting).isEqualTo(1L);

        deliveries.markSent(claim().get(0).deliveryId(), NOW.plusSeconds(1));
        flushAndClear();
        assertThat(post.counts(NOW)).isEqualTo(new PostRepository.Counts(0, 1, 0));
        assertThat(post.counts(NOW.plusSeconds(2)).sentToday()).isZero();
    }

    @Test
    void wakesWhatIsLateOnlyOnce() {
        follow(reader, null, Frequency.IMMEDIATELY);
        fanOut();

        assertThat(deliveries.wake(NOW.minusSeconds(1), NOW)).isEmpty();
        assertThat(deliveries.wake(NOW, NOW.plusSeconds(30))).containsExactly(java.util.Map.entry(event, 1L));
        assertThat(deliveries.wake(NOW, NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void triesAllThatFailedAgain() {
        follow(reader, null, Frequency.IMMEDIATELY);
        fanOut();
        deliveries.find(claim().get(0).deliveryId()).orElseThrow().fail("550", NOW);
        em.flush();
        assertThat(post.countFailed()).isEqualTo(1);
        assertThat(post.list(Delivery.State.FAILED, Long.MAX_VALUE, 20)).singleElement().extracting(PostRow::lastError).isEqualTo("550");

        assertThat(deliveries.retryFailed(LEASE)).containsEntry(event, 1L);
        assertThat(post.countFailed()).isZero();
        assertThat(deliveries.claim(announcement(), LEASE, LEASE.plusSeconds(120), 250)).hasSize(1);
    }

    @Test
    void forgetsOldMailButNotWhatIsOpen() {
        follow(reader, null, Frequency.IMMEDIATELY);
        fanOut();
        assertThat(deliveries.forget(LEASE)).isZero();

        deliveries.markSent(claim().get(0).deliveryId(), NOW);
        assertThat(deliveries.forget(LEASE)).isEqualTo(1);
    }

    private void follow(Member member, Topic topic, Frequency frequency) {
        em.flush();
        subscriptions.put(member.getId(), space.getId(), topic == null ? null : topic.getId(), frequency);
    }

    private Announcement announcement() {
        return deliveries.announcement(event).orElseThrow();
    }

    private int fanOut() {
        em.flush();
        return deliveries.fanOut(announcement(), NOW);
    }

    private List<Addressee> claim() {
        em.flush();
        return deliveries.claim(announcement(), NOW, LEASE, 250);
    }
}
