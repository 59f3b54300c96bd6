package de.krisenaustausch.notification;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostRepositoryTest extends DatabaseTest {

    private PostRepository post;
    private SingleMailRepository singles;

    @BeforeEach
    void given() {
        post = on(new PostRepository());
        singles = on(new SingleMailRepository());
    }

    private SingleMail letter(String occasion) {
        SingleMail letter = new SingleMail(occasion, new EmailAddress("neu@ulm.example"), "", "de", "{}", null, NOW);
        singles.add(letter);
        return letter;
    }

    private Delivery delivery(String event) {
        Member reader = given.member("Muster", given.municipality("Stadt Ulm", 126_000));
        Delivery delivery = new Delivery(event, reader, NOW);
        em.persist(delivery);
        return delivery;
    }

    @Test
    void namesMailsOfBothKindsTheNewestFirst() {
        letter("Confirm:1").fail("550 unbekannt", NOW);
        delivery("DocumentShared:2").fail("550", NOW);
        letter("Enter:3").fail("552", NOW);
        letter("Enter:4");
        flushAndClear();

        List<PostRow> first = post.list(OutgoingMail.State.FAILED, Long.MAX_VALUE, 2);
        assertThat(first).extracting(PostRow::occasion).containsExactly("Enter:3", "DocumentShared:2");
        assertThat(post.list(OutgoingMail.State.FAILED, first.get(1).id(), 2)).singleElement().satisfies(row -> {
            assertThat(row.email()).isEqualTo("neu@ulm.example");
            assertThat(row.lastError()).isEqualTo("550 unbekannt");
        });
        assertThat(post.list(OutgoingMail.State.QUEUED, Long.MAX_VALUE, 9)).extracting(PostRow::occasion).containsExactly("Enter:4");
        assertThat(statements(() -> post.list(OutgoingMail.State.FAILED, Long.MAX_VALUE, 50))).hasSize(2);
    }

    @Test
    void countsBothKinds() {
        letter("Confirm:1").fail("550", NOW);
        delivery("DocumentShared:2").fail("550", NOW);
        letter("Enter:3").sent(NOW.plusSeconds(1));
        letter("Enter:4");
        flushAndClear();

        assertThat(post.counts(NOW)).isEqualTo(new PostRepository.Counts(1, 1, 2));
        assertThat(post.countFailed()).isEqualTo(2);
        assertThat(statements(() -> post.counts(NOW))).hasSize(1);
    }

    @Test
    void lettersThatFailedAreTriedAgainAndThoseGivenUpAreNot() {
        SingleMail again = letter("Confirm:1");
        again.fail("550", NOW);
        SingleMail dropped = letter("Confirm:2");
        dropped.fail("550", NOW);
        dropped.withdraw(NOW);
        assertThat(dropped.getContents()).as("may let somebody in").isNull();
        em.flush();

        assertThat(singles.retryFailed(NOW)).containsExactly(again.getId());
        assertThat(post.countFailed()).isZero();
        assertThat(singles.claim(NOW, NOW.plusSeconds(120), 9)).extracting(SingleMail::getOccasion).containsExactly("Confirm:1");
    }

    @Test
    void whatWasSentStaysSent() {
        SingleMail sent = letter("Confirm:1");
        sent.sent(NOW);
        sent.withdraw(NOW);
        sent.retry(NOW);
        assertThat(sent.getState()).isEqualTo(OutgoingMail.State.SENT);
    }
}
