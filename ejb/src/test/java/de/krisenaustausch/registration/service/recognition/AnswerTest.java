package de.krisenaustausch.registration.service.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers to our question what is missing. */
class AnswerTest {

    private static final Set<Field> OFFICE = Set.of(Field.OFFICE);

    private final Recogniser recogniser = new Recogniser(Sample.places(), Sample.SPACES);

    @Test
    void takesABareLineForWhatWasAsked() {
        assertThat(read("Hallo,\n\nTechnik und Beschaffung\n\nViele Grüße\nPaula Berg", OFFICE).office()).isEqualTo("Technik und Beschaffung");
        Recognised both = read("Stadt Probenau\nKulturamt\n", Set.of(Field.ORGANISATION, Field.OFFICE));
        assertThat(both.place().id()).isEqualTo(34);
        assertThat(both.office()).isEqualTo("Kulturamt");
    }

    @Test
    void readsWhatWasFilledInBelow() {
        Recognised found = read("siehe unten\n\n> Für Ihren Zugang fehlt uns noch: Ihre Dienststelle.\n> Dienststelle: Standesamt (zum Beispiel: Ordnungsamt)\n", OFFICE);
        assertThat(found.office()).isEqualTo("Standesamt");
    }

    @Test
    void takesOurOwnExampleForNothing() {
        Recognised found = read("Was ist damit gemeint?\n\n> Kommune: … (zum Beispiel: Gemeinde Neuenkirchen, Kreis Steinfurt)\n> Dienststelle: … (zum Beispiel: Ordnungsamt)\n",
            Set.of(Field.ORGANISATION, Field.OFFICE));
        assertThat(found.organisation()).isNull();
        assertThat(found.office()).isNull();
    }

    @Test
    void prefersWhatSheWroteToWhatSheQuotes() {
        Recognised found = read("Ordnungsamt\n\n> Bitte antworten Sie zum Beispiel so:\n> Dienststelle: … (zum Beispiel: Ordnungsamt)\n> Alles andere haben wir schon.\n", OFFICE);
        assertThat(found.office()).isEqualTo("Ordnungsamt");
        assertThat(read("Was soll ich tun?\n\n> Dienststelle: … (zum Beispiel: Ordnungsamt)\n> Alles andere haben wir schon.\n", OFFICE).office()).isNull();
        assertThat(read("Was soll ich tun?\n\n> Dienststelle:\n> … (zum Beispiel:\n> Ordnungsamt)\n> Alles andere haben wir schon.\n", OFFICE).office()).isNull();
    }

    @Test
    void readsNoSpaceInOurOwnSubject() {
        Recogniser misled = new Recogniser(Sample.places(), new SpaceWords(Map.of("fehlt", List.of("Fehlt noch"))));
        ReadMail mail = new ReadMail("paula.berg@example.org", "Paula Berg", "AW: Uns fehlt noch eine Angabe", "Bauamt", "", "<1@example.org>", List.of(), null);
        assertThat(misled.recognise(mail).space()).isEqualTo("fehlt");
        assertThat(misled.recognise(mail, OFFICE).space()).isNull();
    }

    private Recognised read(String text, Set<Field> asked) {
        return recogniser.recognise(new ReadMail("paula.berg@example.org", "Paula Berg", "AW: Uns fehlt noch eine Angabe", text, "", "<1@example.org>", List.of(), null), asked);
    }
}
