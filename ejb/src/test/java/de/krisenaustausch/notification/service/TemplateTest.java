package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void fillsInSteps() {
        Template shared = Template.parse("{{greeting}} {{name}}{{#note}} ({{note}}){{/note}}!", false).fill(Map.of("greeting", "Guten Tag"));

        assertThat(shared.finish(Map.of("name", "Erika", "note", "neu"))).isEqualTo("Guten Tag Erika (neu)!");
        assertThat(shared.finish(Map.of("name", "Max", "note", ""))).isEqualTo("Guten Tag Max!");
    }

    @Test
    void escapesValuesInHtmlOnly() {
        String evil = "<script>\"a\" & 'b'</script>";

        assertThat(Template.parse("<b>{{title}}</b>", true).finish(Map.of("title", evil)))
            .isEqualTo("<b>&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;</b>");
        assertThat(Template.parse("{{title}}", false).finish(Map.of("title", evil))).isEqualTo(evil);
    }

    @Test
    void neverReadsAValueAsATemplate() {
        Template shared = Template.parse("{{title}} {{link}}", false).fill(Map.of("title", "{{link}}{{#x}}"));

        assertThat(shared.finish(Map.of("link", "L"))).isEqualTo("{{link}}{{#x}} L");
    }

    @Test
    void fillsSlotsInsideASectionThatIsStillOpen() {
        Template shared = Template.parse("{{#topic}}{{space}}: {{topic}}{{/topic}}", false).fill(Map.of("space", "Corona"));

        assertThat(shared.finish(Map.of("topic", "Personal"))).isEqualTo("Corona: Personal");
    }

    @Test
    void doesNotFinishWithOpenSlots() {
        assertThatThrownBy(() -> Template.parse("{{name}}", false).finish(Map.of())).isInstanceOf(IllegalStateException.class);
    }
}
