package de.krisenaustausch.stack.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.stack.examples.Block.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void tellsTheKindsOfBlocksApart() {
        assertThat(Markup.blocks("""
            # Kapitel
            Ein Satz
            über zwei Zeilen.
            - eins
              und weiter
            - zwei

            1. erstens
            [ ] ankreuzen
            | Kopf | Betrag |
            | Zelle | |
            > Achtung
            ? Name
            ===
            ## Abschnitt
            """)).containsExactly(
            new Block.Heading(1, "Kapitel"),
            new Block.Paragraph("Ein Satz über zwei Zeilen."),
            new Block.Items(Mark.BULLET, List.of("eins und weiter", "zwei")),
            new Block.Items(Mark.NUMBER, List.of("erstens")),
            new Block.Items(Mark.CHECK, List.of("ankreuzen")),
            new Block.Table(List.of(List.of("Kopf", "Betrag"), List.of("Zelle", ""))),
            new Block.Note("Achtung"),
            new Block.Field("Name"),
            new Block.Break(),
            new Block.Heading(2, "Abschnitt"));
    }

    @Test
    void breaksLinesAtABackslash() {
        assertThat(Markup.blocks("oben\\\nunten")).containsExactly(new Block.Paragraph("oben\nunten"));
    }

    @Test
    void namesWhatIsMissingInTheHead() {
        assertThatThrownBy(() -> ExampleDocument.of("file: a.pdf\n---\nText")).hasMessageContaining("title");
    }

    @Test
    void reckonsFormulas() {
        Reckoner reckoner = new Reckoner();
        reckoner.put("A1", 2);
        reckoner.put("A2", -3.5);

        assertThat(reckoner.reckon("(A1+4)*10-6/A1")).isEqualTo(57);
        assertThat(reckoner.reckon("SUM(A1:A3)")).isEqualTo(-1.5);
        assertThatThrownBy(() -> reckoner.reckon("A1+B7")).hasMessageContaining("B7");
    }
}
