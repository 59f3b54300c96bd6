package de.krisenaustausch.link;

import static de.krisenaustausch.database.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private final Fixtures given = Fixtures.inMemory();
    private final Municipality ulm = given.municipality("Stadt Ulm", 126_000);
    private final Member erika = given.member("Muster", ulm);
    private final Topic personnel = given.topic("Personal");
    private final Space space = given.space("corona", personnel);

    private Link link() {
        return Link.share(space, erika, said("https://rki.example/a", "Hygieneplan"), NOW);
    }

    private Link.Description said(String address, String title, Topic... topics) {
        return new Link.Description(new WebAddress(address), title, List.of(topics), "Weil es eilt");
    }

    @Test
    void belongsToTheMunicipality() {
        Link link = Link.share(space, erika, said("https://rki.example/a", " Hygiene\nplan ", personnel), NOW);

        assertThat(link.getTitle()).isEqualTo("Hygiene plan");
        assertThat(link.getTopics()).containsExactly(personnel);
        assertThat(link.isOwnedBy(erika)).isTrue();
        assertThat(link.isOwnedBy(given.member("Fremd", given.municipality("Stadt Köln", 1_000_000)))).isFalse();
    }

    @Test
    void refusesWhatIsIncomplete() {
        assertThatThrownBy(() -> Link.share(space, given.stranger("Neu"), said("https://rki.example/a", "T"), NOW)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> link().describe(said("https://rki.example/a", " "))).isInstanceOf(BusinessException.class).hasMessageContaining("field.title");
        assertThatThrownBy(() -> link().describe(said("https://rki.example/a", "T", given.topic("Fremd")))).hasMessageContaining("error.foreignTopic");
    }

    @Test
    void isDeadAfterFailuresOnTwoDays() {
        Link link = link();

        assertThat(link.failed(NOW)).isFalse();
        assertThat(link.failed(NOW.plusSeconds(3600))).as("the same day").isFalse();
        assertThat(link.isDead()).isFalse();
        assertThat(link.failed(TOMORROW)).isTrue();
        assertThat(link.isDead()).isTrue();
        assertThat(link.failed(TOMORROW.plus(Duration.ofDays(1)))).as("is told once").isFalse();
    }

    @Test
    void livesAgainWhenThePageAnswers() {
        Link link = link();
        link.failed(NOW);
        link.alive();
        assertThat(link.failed(TOMORROW)).as("a first failure again").isFalse();

        link.failed(TOMORROW.plus(Duration.ofDays(1)));
        assertThat(link.isDead()).isTrue();
        link.alive();
        assertThat(link.isDead()).isFalse();
    }

    @Test
    void forgetsFailuresWhereItLeadsElsewhere() {
        Link link = link();
        link.failed(NOW);
        link.failed(TOMORROW);

        link.describe(said("https://rki.example/a", "Anderer Titel"));
        assertThat(link.isDead()).isTrue();
        link.describe(said("https://rki.example/b", "Anderer Titel"));
        assertThat(link.isDead()).isFalse();
        assertThat(link.getFailingSince()).isNull();
    }

    @Test
    void deletingCanBeUndoneForThirtyDays() {
        Link link = link();
        link.delete(NOW);
        assertThat(link.isDeleted()).isTrue();
        link.restore(NOW.plus(Duration.ofDays(30)));
        assertThat(link.isDeleted()).isFalse();

        link.delete(NOW);
        assertThatThrownBy(() -> link.restore(NOW.plus(Duration.ofDays(31)))).hasMessageContaining("link.restore.tooLate");
    }
}
