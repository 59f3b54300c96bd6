package de.krisenaustausch.poll.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12|12", "3,5|3.5", "3.5|3.5", "1.234|1234", "1.234,5|1234.5", "1 234|1234", "-0,25|-0.25", "1.234.567|1234567", "0.125|0.125", "12.50|12.50"})
    void readsWhatPeopleWrite(String text, BigDecimal number) {
        assertThat(NumberText.parse(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zwölf", "12 %", "1,2,3", "1e9", "--1", "=1+1", "99999999999999999999999"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(NumberText.parse(text)).isEmpty();
    }

    @Test
    void writesAsTheReaderDoes() {
        assertThat(NumberText.write(new BigDecimal("1234.5000"), Locale.GERMAN)).isEqualTo("1.234,5");
        assertThat(NumberText.field(new BigDecimal("1234.5000"), Locale.GERMAN)).isEqualTo("1234,5");
        assertThat(NumberText.rounded(1234.56, Locale.GERMAN)).isEqualTo("1.235");
        assertThat(NumberText.rounded(3.14159, Locale.ENGLISH)).isEqualTo("3.14");
    }

    /** What a field shows must be read again as the same number. */
    @ParameterizedTest
    @ValueSource(strings = {"1234.5", "0.125", "1234", "7", "-3.25", "1000"})
    void readsItsOwnFields(String number) {
        assertThat(NumberText.parse(NumberText.field(new BigDecimal(number), Locale.GERMAN)).orElseThrow()).isEqualByComparingTo(number);
    }
}
