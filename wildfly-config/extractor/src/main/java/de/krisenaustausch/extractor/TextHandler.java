package de.krisenaustausch.extractor;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Hears what Tika tells of a file, as if it were a web page, and cuts it into passages: slides are pages of their own. */
final class TextHandler extends DefaultHandler {

    private static final Set<String> LINES = Set.of("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "dt", "dd", "table", "pre", "title");
    private static final String SLIDE = "slide-content";
    /** What every slide has in common would be found on each of them. */
    private static final Set<String> REPEATED = Set.of("slide-master-content");
    private static final Set<String> SILENT = Set.of("head", "script", "style");

    private final Passages passages;
    private boolean slides;
    private int silent;

    TextHandler(Passages passages) {
        this.passages = passages;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        String styles = attributes.getValue("class");
        if (silent > 0 || SILENT.contains(name) || styles != null && REPEATED.contains(styles)) {
            silent++;
            return;
        }
        if (SLIDE.equals(styles)) {
            if (slides) {
                passages.endPage();
            }
            slides = true;
            passages.realPages();
        } else if ("td".equals(name) || "th".equals(name)) {
            passages.append(" ");
        } else if (LINES.contains(name)) {
            passages.endLine();
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (silent > 0) {
            silent--;
        } else if (LINES.contains(name)) {
            passages.endLine();
        }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (silent == 0) {
            passages.append(characters, from, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int from, int length) {
        characters(characters, from, length);
    }

    @Override
    public void endDocument() {
        passages.endPage();
    }
}
