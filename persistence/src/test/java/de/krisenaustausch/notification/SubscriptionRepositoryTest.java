package de.krisenaustausch.notification;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionRepositoryTest extends DatabaseTest {

    private SubscriptionRepository subscriptions;
    private Topic topic;
    private Space space;
    private Member member;

    @BeforeEach
    void given() {
        subscriptions = on(new SubscriptionRepository());
        topic = given.topic("Personal (Abo)");
        space = given.space("abo", topic);
        member = given.member("Muster", given.municipality("Stadt Ulm", 126_000));
        em.flush();
    }

    @Test
    void keepsOneChoiceForTheSpaceAndOneForEachTopic() {
        subscriptions.put(member.getId(), space.getId(), null, Frequency.IMMEDIATELY);
        subscriptions.put(member.getId(), space.getId(), null, Frequency.DAILY);
        subscriptions.put(member.getId(), space.getId(), topic.getId(), Frequency.OFF);

        assertThat(subscriptions.ofMember(member.getId(), space.getId())).hasSize(2)
            .anyMatch(subscription -> subscription.getTopic() == null && subscription.getFrequency() == Frequency.DAILY)
            .anyMatch(subscription -> topic.equals(subscription.getTopic()) && subscription.getFrequency() == Frequency.OFF);
    }

    @Test
    void forgetsTheChoiceForATopic() {
        subscriptions.put(member.getId(), space.getId(), null, Frequency.IMMEDIATELY);
        subscriptions.put(member.getId(), space.getId(), topic.getId(), Frequency.OFF);
        subscriptions.dropTopic(member.getId(), space.getId(), topic.getId());

        assertThat(subscriptions.ofMember(member.getId())).singleElement().extracting(Subscription::getTopic).isNull();
    }

    @Test
    void stopsEverything() {
        subscriptions.put(member.getId(), space.getId(), null, Frequency.IMMEDIATELY);
        subscriptions.put(member.getId(), space.getId(), topic.getId(), Frequency.DAILY);

        assertThat(subscriptions.stopAll(member.getId())).isEqualTo(2);
        assertThat(subscriptions.ofMember(member.getId())).extracting(Subscription::getFrequency).containsOnly(Frequency.OFF);
    }

    @Test
    void findsSpacesThatIFollowOrBelongToWithTheirTopicsInTwoStatements() {
        Space joined = given.space("abo-dabei", topic);
        em.persist(Membership.join(joined, member, NOW));
        given.space("abo-fremd", topic);
        em.flush();
        subscriptions.put(member.getId(), space.getId(), null, Frequency.OFF);

        List<String> sent = statements(() -> assertThat(subscriptions.spacesOf(member.getId()))
            .extracting(each -> each.getSlug() + each.getTopics().size()).containsExactly("abo1", "abo-dabei1"));
        assertThat(sent).hasSize(2);
    }

    @Test
    void makesAKeyOnce() {
        SigningKeyRepository keys = on(new SigningKeyRepository());
        byte[] key = keys.obtain("probe", NOW);

        assertThat(key).hasSize(32);
        assertThat(keys.obtain("probe", NOW)).isEqualTo(key);
        assertThat(keys.obtain("andere", NOW)).isNotEqualTo(key);
    }
}
