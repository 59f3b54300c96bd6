package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private final Fixtures given = Fixtures.inMemory();
    private final Member by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
    private final Topic personnel = given.topic("Personal");
    private final Space space = given.space("corona", personnel);
    private final DocumentType type = given.type("Dienstanweisung");

    private Document.Description says(String title, Topic... topics) {
        return new Document.Description(title, type, List.of(topics), "Text", ReuseTerms.NAMED, "Erika Mutig");
    }

    private Document shared() {
        return given.document(space, by, type, "Anweisung", Fixtures.NOW, personnel);
    }

    @Test
    void belongsToTheMunicipalityOfWhoSharesIt() {
        Document document = shared();

        assertThat(document.getMunicipality()).isSameAs(by.getMunicipality());
        assertThat(document.isOwnedBy(given.member("Anders", by.getMunicipality()))).isTrue();
        assertThat(document.isOwnedBy(given.member("Fremd", given.municipality("Stadt Ulm", 126_000)))).isFalse();
        assertThat(document.isOwnedBy(given.stranger("Neu"))).isFalse();
    }

    @Test
    void isNotSharedByWhoHasNoMunicipality() {
        Member stranger = given.stranger("Neu");

        assertThatThrownBy(() -> Document.share(space, stranger, says("Titel"), Fixtures.NOW))
            .isInstanceOfSatisfying(BusinessException.class, failure -> assertThat(failure.getMessageKey()).isEqualTo("error.profileIncomplete"));
    }

    @Test
    void saysWhatWasSaidOnOneLine() {
        Document document = shared();
        document.describe(says("  Anweisung\r\nzur\tStundung "));

        assertThat(document.getTitle()).isEqualTo("Anweisung zur Stundung");
        assertThat(document.getContact()).isEqualTo("Erika Mutig");
    }

    @Test
    void needsTitleTypeAndTerms() {
        Document document = shared();

        assertThatThrownBy(() -> document.describe(says(" "))).hasMessageContaining("field.title");
        assertThatThrownBy(() -> document.describe(says("x".repeat(Document.TITLE_LENGTH + 1)))).hasMessageContaining("error.tooLong");
        assertThatCode(() -> document.describe(says("x".repeat(Document.TITLE_LENGTH)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> document.describe(new Document.Description("T", null, List.of(), null, ReuseTerms.FREE, null))).hasMessageContaining("field.type");
        assertThatThrownBy(() -> document.describe(new Document.Description("T", type, List.of(), null, null, null))).hasMessageContaining("field.reuse");
    }

    @Test
    void keepsToTopicsOfItsSpaceAndToThoseItHas() {
        Document document = shared();
        Topic foreign = given.topic("Vergaberecht");
        assertThatThrownBy(() -> document.describe(says("T", foreign))).hasMessageContaining("error.foreignTopic");
        assertThat(document.getTopics()).containsExactly(personnel);

        space.draw(List.of(foreign));
        document.describe(says("T", personnel, foreign));
        assertThat(document.getTopics()).containsExactly(personnel, foreign);

        document.describe(says("T"));
        assertThatThrownBy(() -> document.describe(says("T", personnel))).hasMessageContaining("error.foreignTopic");
    }

    @Test
    void aTopicNamedTwiceIsHadOnce() {
        Document document = shared();
        document.describe(says("T", personnel, personnel));

        assertThat(document.getTopics()).containsExactly(personnel);
    }

    @Test
    void countsItsVersions() {
        Document document = shared();
        DocumentVersion second = document.addVersion(given.file("zwei.pdf"), " Frist ", by, Fixtures.NOW);

        assertThat(document.getCurrent()).isSameAs(second);
        assertThat(document.getVersions()).extracting(DocumentVersion::getNumber).containsExactly(2, 1);
        assertThat(second.getChangeNote()).isEqualTo("Frist");
        assertThat(second.getCheckState()).isEqualTo(CheckState.PENDING);
        assertThat(second.getTextState()).isEqualTo(TextState.PENDING);
    }

    @Test
    void aVersionThatIsRefusedChangesNothing() {
        Document document = shared();
        DocumentVersion first = document.getCurrent();

        assertThatThrownBy(() -> document.addVersion(given.file("zwei.pdf"), "x".repeat(501), by, Fixtures.NOW)).isInstanceOf(BusinessException.class);
        assertThat(document.getCurrent()).isSameAs(first);
        assertThat(document.addVersion(given.file("zwei.pdf"), null, by, Fixtures.NOW).getNumber()).isEqualTo(2);
    }

    @Test
    void comesOutOfTheBinForThirtyDays() {
        Document document = shared();
        document.delete(Fixtures.NOW);
        document.delete(Fixtures.NOW.plusSeconds(60));
        assertThat(document.getDeletedAt()).isEqualTo(Fixtures.NOW);

        assertThatThrownBy(() -> document.restore(Fixtures.NOW.plus(Duration.ofDays(30)).plusNanos(1))).hasMessageContaining("document.bin.tooLate");
        assertThat(document.isDeleted()).isTrue();

        document.restore(Fixtures.NOW.plus(Duration.ofDays(30)));
        assertThat(document.isDeleted()).isFalse();
        document.restore(Fixtures.NOW.plus(Duration.ofDays(90)));
    }

    @Test
    void onlyWhatIsCleanOrCanNotBeCheckedIsReleased() {
        assertThat(CheckState.values()).filteredOn(CheckState::isReleased).containsExactly(CheckState.CLEAN, CheckState.UNCHECKED);
    }
}
