package de.krisenaustausch.registration.service.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** However long a mail is, only so much of it is read. */
class BodyTest {

    @Test
    void readsOnlySoMuchOfALine() {
        Body body = Body.of("Vorname: Paula\n" + "Stadt ".repeat(20_000) + "\nName: Berg\n");
        assertThat(body.lines()).contains("Vorname: Paula", "Name: Berg").allMatch(line -> line.length() <= Body.LONGEST_LINE);
    }

    @Test
    void readsOnlySoMuchOfAll() {
        Body body = Body.of("Vorname: Paula\n" + "Stadt Neuenkirchen, Amt für Soziales und noch mehr\n".repeat(550) + "> Zitat\n".repeat(40));
        assertThat(body.lines().get(0)).isEqualTo("Vorname: Paula");
        assertThat(body.lines().stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(Body.LONGEST);
        assertThat(body.quoted()).isEmpty();
    }
}
