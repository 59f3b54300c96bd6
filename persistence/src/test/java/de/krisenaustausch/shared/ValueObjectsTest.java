package de.krisenaustausch.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, slugs, texts and hashes: what they let in. */
class ValueObjectsTest {

    @ParameterizedTest
    @ValueSource(strings = {"erika@ulm.example", "e.mutig+krise@rathaus.ulm.example", "müller@münchen.example", "a@b.co", "o'neill@x-y.example"})
    void anAddressOfATownHallIsTaken(String address) {
        assertThatCode(() -> new EmailAddress(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "erika", "@ulm.example", "erika@", "erika@localhost", "a b@ulm.example", "a@ulm..example", "a@-ulm.example", "a@ulm-.example",
        "a@ulm.example\r\nBcc: alle@ulm.example", "a\r\n@ulm.example", "a@ulm.example\n", "a@ulm.example\r", "\na@ulm.example", "a\u0000@ulm.example", "a\u2028@ulm.example",
        "\"a\"@ulm.example", "Erika <a@ulm.example>", "a@ulm.example,b@ulm.example", "a@ulm.example;b@ulm.example", "a@b@ulm.example", "a@[127.0.0.1]",
        "a\u202E@ulm.example"})
    void whatCouldAddAHeaderOrAPersonIsNoAddress(String address) {
        assertThatThrownBy(() -> new EmailAddress(address)).isInstanceOf(BusinessException.class).hasMessageContaining("error.email");
    }

    @Test
    void anAddressHasAtMost254Characters() {
        assertThatCode(() -> new EmailAddress("a@" + "b".repeat(244) + ".example")).doesNotThrowAnyException();
        assertThatThrownBy(() -> new EmailAddress("a@" + "b".repeat(245) + ".example")).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@ulm.example")).isInstanceOf(BusinessException.class);
    }

    @Test
    void domainsHaveNoCase() {
        assertThat(new EmailAddress("Erika@ULM.Example").value()).isEqualTo("Erika@ulm.example");
        assertThat(new EmailAddress("Erika@ULM.Example").domain()).isEqualTo("ulm.example");
        assertThat(new EmailAddress("a@ULM.example")).isEqualTo(new EmailAddress("a@ulm.example"));
    }

    @ParameterizedTest
    @CsvSource({"Corona, corona", "Öffentlichkeitsarbeit & Presse, oeffentlichkeitsarbeit-presse", "Größe, groesse", "  Bau-/Planungsrecht  , bau-planungsrecht",
        "Café, cafe", "ÄÖÜ, aeoeue", "'---', ''", "中文, ''"})
    void aSlugIsMadeOfAName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aSlugIsNeverTooLong() {
        assertThat(Slug.of("ä".repeat(100))).hasSizeLessThanOrEqualTo(Slug.LENGTH).matches(Slug::isValid);
        assertThat(Slug.of("a".repeat(59) + " bcd")).isEqualTo("a".repeat(59));
        assertThat(Slug.isValid("a".repeat(61))).isFalse();
        assertThat(Slug.isValid("a\n")).isFalse();
        assertThat(Slug.isValid(null)).isFalse();
    }

    @Test
    void aDecomposedUmlautMakesTheSameSlug() {
        assertThat(Slug.of("U\u0308bersicht")).isEqualTo(Slug.of("Übersicht"));
    }

    @Test
    void textsAreTrimmedAndHaveLimits() {
        assertThat(Text.required("  ab ", 2, "field.x")).isEqualTo("ab");
        assertThat(Text.optional(" \t\n", 2, "field.x")).isNull();
        assertThat(Text.optional(null, 2, "field.x")).isNull();
        assertThat(Text.optional("zwei\r\nZeilen\tund", 100, "field.x")).isEqualTo("zwei\r\nZeilen\tund");
        assertThatThrownBy(() -> Text.required(" ", 2, "field.x")).hasMessageContaining("error.required").hasMessageContaining("field.x");
        assertThatThrownBy(() -> Text.optional("abc", 2, "field.x")).hasMessageContaining("error.tooLong").hasMessageContaining("2");
    }

    @Test
    void textsCarryNothingThatTheDatabaseRefusesOrThatTurnsALineRound() {
        assertThat(Text.optional("a\u0000b\u0007c\u007Fd\u0085e\u202Ef\u2066g", 100, "field.x")).isEqualTo("abcdefg");
        assertThat(Text.optional("\u0000", 100, "field.x")).isNull();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(Text.optional("halbes Zeichen \uD83D hier", 100, "field.x"))).isTrue();
        assertThat(Text.optional("\uD83D\uDE37", 100, "field.x")).isEqualTo("\uD83D\uDE37");
    }

    @Test
    void oneLineIsOneLine() {
        assertThat(Text.oneLine(" a\r\n b\tc ")).isEqualTo("a b c");
        assertThat(Text.oneLine("a\u2028b\u0085c\u00A0d")).isEqualTo("a b c d");
        assertThat(Text.oneLine(null)).isNull();
    }

    @Test
    void aHashHasItsForm() {
        assertThat(Sha256.of(new byte[32]).hex()).isEqualTo("0".repeat(64));
        for (String wrong : new String[] {null, "", "0".repeat(63), "0".repeat(65), "G".repeat(64), "A".repeat(64), "0".repeat(64) + "\n", "../" + "0".repeat(61)}) {
            assertThatThrownBy(() -> new Sha256(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anInstantKeepsItsMicroseconds() {
        InstantConverter converter = new InstantConverter();
        Instant time = Instant.parse("2020-03-25T08:00:00.123456Z");

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(time))).isEqualTo(time);
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void aFailureTellsItsSentence() {
        BusinessException failure = new BusinessException("error.tooLong", "field.x", 2);

        assertThat(failure.getMessageKey()).isEqualTo("error.tooLong");
        assertThat(failure.getParameters()).containsExactly("field.x", 2);
        assertThat(new NotFoundException().getParameters()).isEmpty();
    }
}
