package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+49 731", "-1", "@SUM(A1)", "\t=1+1", " =1", "\r\n=1"})
    void leavesNoFormula(String text) {
        assertThat(Csv.line(text)).startsWith("\"'");
    }

    @Test
    void quotes() {
        assertThat(Csv.line("a\"b;c", null, 7)).isEqualTo("\"a\"\"b;c\";\"\";\"7\"\r\n");
    }
}
