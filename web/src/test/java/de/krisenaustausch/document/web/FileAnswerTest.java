package de.krisenaustausch.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.document.service.DownloadService.FileView;
import de.krisenaustausch.document.web.FileAnswer.Conditions;
import de.krisenaustausch.shared.Sha256;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAnswerTest {

    private static final String HEX = "ab".repeat(32);
    private static final String TAG = "\"" + HEX + "\"";
    private static final String DATE = "Wed, 01 Apr 2020 12:00:00 GMT";
    private static final FileView FILE = new FileView(1, "Größe.pdf", 1000, "application/pdf", new Sha256(HEX),
        Instant.parse("2020-04-01T12:00:00.123Z"), Path.of("unused"));

    @Test
    void sendsTheWholeFile() {
        FileAnswer answer = answer(null, null, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.part()).isEqualTo(new ByteRange(0, 1000));
        assertThat(answer.headers()).containsEntry("ETag", TAG).containsEntry("Last-Modified", DATE)
            .containsEntry("Content-Length", "1000").containsEntry("Accept-Ranges", "bytes").containsEntry("Content-Type", "application/pdf");
        assertThat(answer.begins()).isTrue();
    }

    @Test
    void letsNothingRun() {
        assertThat(answer(null, null, null).headers()).containsEntry("X-Content-Type-Options", "nosniff")
            .hasEntrySatisfying("Content-Disposition", value -> assertThat(value).startsWith("attachment"))
            .hasEntrySatisfying("Cache-Control", value -> assertThat(value).startsWith("private"))
            .hasEntrySatisfying("Content-Security-Policy", value -> assertThat(value)
                .contains("sandbox", "default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 100, bytes 0-99/1000",
        "bytes=900-, 900, 100, bytes 900-999/1000",
        "bytes=-1, 999, 1, bytes 999-999/1000",
        "bytes=-5000, 0, 1000, bytes 0-999/1000",
        "bytes=500-5000, 500, 500, bytes 500-999/1000",
        "bytes=0-0, 0, 1, bytes 0-0/1000",
        "Bytes = 1 - 2, 1, 2, bytes 1-2/1000"})
    void sendsOnePart(String range, long from, long length, String header) {
        FileAnswer answer = answer(range, null, null);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.part()).isEqualTo(new ByteRange(from, length));
        assertThat(answer.headers()).containsEntry("Content-Range", header).containsEntry("Content-Length", String.valueOf(length));
    }

    @ParameterizedTest
    @CsvSource(value = {"bytes=5-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=99999999999999999999-"}, delimiter = ';')
    void sendsTheWholeForWhatItDoesNotUnderstand(String range) {
        assertThat(answer(range, null, null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    void refusesWhatLiesBehindTheEnd(String range) {
        FileAnswer answer = answer(range, null, null);

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.headers()).containsEntry("Content-Range", "bytes */1000");
        assertThat(answer.part().length()).isZero();
    }

    @Test
    void goesOnOnlyWithTheSameContent() {
        assertThat(answer("bytes=900-", TAG, null).status()).isEqualTo(206);
        assertThat(answer("bytes=900-", DATE, null).status()).isEqualTo(206);
        assertThat(answer("bytes=900-", "\"other\"", null).status()).isEqualTo(200);
        assertThat(answer("bytes=900-", "W/" + TAG, null).status()).isEqualTo(200);
    }

    @Test
    void doesNotSendWhatTheCallerHas() {
        assertThat(answer(null, null, TAG).status()).isEqualTo(304);
        assertThat(answer(null, null, "\"other\", W/" + TAG).status()).isEqualTo(304);
        assertThat(answer(null, null, "*").status()).isEqualTo(304);
        assertThat(answer(null, null, "\"other\"").status()).isEqualTo(200);
        assertThat(answer(null, null, TAG).headers()).containsEntry("ETag", TAG).doesNotContainKey("Content-Length");
    }

    @Test
    void countsOnlyBeginnings() {
        assertThat(answer("bytes=0-99", null, null).begins()).isTrue();
        assertThat(answer("bytes=100-", null, null).begins()).isFalse();
        assertThat(answer(null, null, TAG).begins()).isFalse();
    }

    private static FileAnswer answer(String range, String ifRange, String ifNoneMatch) {
        return FileAnswer.of(FILE, new Conditions(range, ifRange, ifNoneMatch));
    }
}
