package de.krisenaustausch.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0|0 Byte", "1023|1023 Byte", "1024|1 KB", "831488|812 KB", "1468006|1,4 MB", "524288000|500 MB", "1610612736|1,5 GB"})
    void writesSizes(long bytes, String written) {
        assertThat(Format.size(bytes, Locale.GERMAN)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-29T01:29:30Z|gerade eben|just now",
        "2026-03-29T01:25:00Z|vor 5 Min.|5 min ago",
        "2026-03-29T00:30:00Z|heute, 01:30|today, 01:30",
        "2026-03-28T22:59:00Z|gestern, 23:59|yesterday, 23:59",
        "2020-03-12T09:00:00Z|12. März 2020|12 March 2020",
        "2026-03-29T01:31:00Z|heute, 03:31|today, 03:31"})
    void writesTimesAsInBerlinAlsoWhenTheClockIsPutForward(Instant time, String german, String english) {
        assertThat(Format.time(time, NOW, Locale.GERMAN)).isEqualTo(german);
        assertThat(Format.time(time, NOW, Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void writesNothingForNoTime() {
        assertThat(new Format().time(null)).isEmpty();
        assertThat(new Format().day(null)).isEmpty();
    }
}
