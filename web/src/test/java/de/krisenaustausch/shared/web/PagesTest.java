package de.krisenaustausch.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.platform.web.Webapp;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The habits of pages: short, without inline style or script (the policy would stop them), every input in its field. */
class PagesTest {

    private static final int LINES = 120;
    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+=\"");
    private static final List<String> INPUTS = List.of("h:inputText", "h:inputTextarea", "h:inputSecret", "h:inputFile", "h:selectOneMenu", "h:selectOneRadio",
        "h:selectManyCheckbox", "h:selectManyListbox", "h:selectOneListbox", "h:selectBooleanCheckbox", "p:autoComplete", "textarea", "select");

    static Stream<Path> pages() {
        return Webapp.files(Webapp.ROOT, ".xhtml").stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isShort(Path page) {
        assertThat(Webapp.read(page).lines()).as("lines").hasSizeLessThanOrEqualTo(LINES);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoInlineStyleOrScript(Path page) {
        String text = Webapp.read(page);

        assertThat(text).doesNotContain(" style=\"").doesNotContain("<style").doesNotContain("javascript:").doesNotContain("h:commandLink");
        assertThat(HANDLER.matcher(text).find()).as("an event handler").isFalse();
        assertThat(text.replaceAll("<script [^>]*src=\"[^\"]*\"[^>]*></script>", "")).doesNotContain("<script");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksNoThirdParty(Path page) {
        assertThat(Pattern.compile("(?:src|action)=\"(?:https?:)?//|<link[^>]*href=\"(?:https?:)?//").matcher(Webapp.read(page)).find()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormedAndKeepsInputsInFields(Path page) throws Exception {
        Document document = builder().parse(page.toFile());

        for (String name : INPUTS) {
            NodeList inputs = document.getElementsByTagName(name);
            for (int i = 0; i < inputs.getLength(); i++) {
                assertThat(isInField(inputs.item(i))).as(name + " in ka:field").isTrue();
            }
        }
    }

    /** Generated ids of a stateless view differ between the first answer and the post: its button then does nothing, silently. */
    @ParameterizedTest
    @MethodSource("pages")
    void namesWhatIsSent(Path page) throws Exception {
        Document document = builder().parse(page.toFile());

        for (String name : Stream.concat(INPUTS.stream().filter(input -> input.contains(":")), Stream.of("h:form", "h:commandButton", "h:inputHidden")).toList()) {
            NodeList sent = document.getElementsByTagName(name);
            for (int i = 0; i < sent.getLength(); i++) {
                assertThat(((Element) sent.item(i)).getAttribute("id")).as("id of " + name).isNotEmpty();
            }
        }
    }

    /**
     * The tag library's own markup is where fields, filters and the search field are made; a table may name its boxes by rows, and plain
     * HTML may bring its own label.
     */
    private static boolean isInField(Node input) {
        for (Node parent = input.getParentNode(); parent instanceof Element; parent = parent.getParentNode()) {
            if (parent.getNodeName().equals("ka:field")) {
                return true;
            }
        }
        Element control = (Element) input;
        return control.hasAttribute("aria-label") || control.hasAttribute("aria-labelledby") || hasLabel(control);
    }

    private static boolean hasLabel(Element control) {
        NodeList labels = control.getOwnerDocument().getElementsByTagName("label");
        return java.util.stream.IntStream.range(0, labels.getLength()).mapToObj(labels::item).map(Element.class::cast)
            .anyMatch(label -> !label.getAttribute("for").isEmpty() && label.getAttribute("for").equals(control.getAttribute("id")));
    }

    private static DocumentBuilder builder() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder();
    }
}
