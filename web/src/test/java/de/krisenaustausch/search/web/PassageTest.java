package de.krisenaustausch.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.search.service.SearchResult.SearchHit;
import de.krisenaustausch.search.service.index.Answer;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void marksWordsAndWritesEverythingElseAsText() throws IOException {
        Recorder out = new Recorder();

        Passage.write(out, new Answer.Quote(1, List.of(new Answer.Piece("Vor <img src=x onerror=alert(1)> ", false),
            new Answer.Piece("<b>Stundung", true), new Answer.Piece(" & mehr", false)), "Stundung"));

        assertThat(out.calls).containsExactly("text:Vor <img src=x onerror=alert(1)> ", "<mark>", "text:<b>Stundung", "</mark>", "text: & mehr");
    }

    @Test
    void leadsToThePageAndTheWordOnIt() {
        assertThat(row(12, "Kita-Gebühr, neu", Set.of()).getPageHref())
            .isEqualTo("/bereiche/corona/dokumente/7?seite=12#:~:text=Kita%2DGeb%C3%BChr%2C%20neu");
        assertThat(row(12, null, Set.of()).getPageHref()).isEqualTo("/bereiche/corona/dokumente/7?seite=12");
        assertThat(row(0, "Wort", Set.of()).getPageHref()).isEmpty();
    }

    @Test
    void saysWhyAHitMaySuitTheReader() {
        assertThat(row(0, null, EnumSet.of(Answer.Likeness.SIZE, Answer.Likeness.STATE, Answer.Likeness.KIND)).getReasons())
            .containsExactly("search.like.SIZE", "search.like.STATE");
        assertThat(row(0, null, EnumSet.of(Answer.Likeness.KIND)).getReasons()).containsExactly("search.like.KIND");
    }

    private static HitRow row(int page, String anchor, Set<Answer.Likeness> likeness) {
        return new HitRow(new SearchHit(7, ContributionKind.DOCUMENT, "corona", "Coronavirus", "Titel", null, "Satzung", "PDF", null, "Stadt Ulm", FederalState.BW, 126_000,
            Instant.EPOCH, new Answer.Quote(page, List.of(), anchor), likeness));
    }

    /** Notes what is written, and how. */
    private static final class Recorder extends ResponseWriter {

        private final List<String> calls = new ArrayList<>();

        @Override
        public void startElement(String name, UIComponent component) {
            calls.add("<" + name + ">");
        }

        @Override
        public void endElement(String name) {
            calls.add("</" + name + ">");
        }

        @Override
        public void writeText(Object text, String property) {
            calls.add("text:" + text);
        }

        @Override
        public void writeText(char[] text, int from, int length) {
            calls.add("text:" + new String(text, from, length));
        }

        @Override
        public void write(char[] raw, int from, int length) {
            calls.add("raw:" + new String(raw, from, length));
        }

        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }

        @Override
        public void startDocument() {
        }

        @Override
        public void endDocument() {
        }

        @Override
        public void writeAttribute(String name, Object value, String property) {
            calls.add(name + "=" + value);
        }

        @Override
        public void writeURIAttribute(String name, Object value, String property) {
            calls.add(name + "=" + value);
        }

        @Override
        public void writeComment(Object comment) {
            calls.add("comment");
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return this;
        }
    }
}
