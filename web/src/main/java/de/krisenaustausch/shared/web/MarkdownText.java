package de.krisenaustausch.shared.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * Makes HTML of what people write in Markdown. A library reads and writes it, and an allow-list cleans what comes out: paragraphs,
 * emphasis, lists, links, code and quotes, whatever was typed. HTML is shown as the text that it is, and of a picture its description.
 */
public final class MarkdownText {

    private static final Parser PARSER = Parser.builder()
        .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, IndentedCodeBlock.class, BlockQuote.class, ListBlock.class, ThematicBreak.class))
        .build();
    // who presses Enter means a new line, as in a mail
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).percentEncodeUrls(true).softbreak("<br>\n").build();
    private static final Safelist ALLOWED = new Safelist()
        .addTags("p", "br", "em", "strong", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "h2", "h3", "h4", "h5", "h6")
        .addAttributes("a", "href").addAttributes("ol", "start")
        .addProtocols("a", "href", "http", "https", "mailto")
        .addEnforcedAttribute("a", "rel", "nofollow noopener");
    private static final Document.OutputSettings OUTPUT = new Document.OutputSettings().prettyPrint(false);

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final String TRAILING = ".,;:!?)'";
    private static final int LOWEST_HEADING = 6;

    /** Nobody nests so deep or marks so much in one paragraph, but whoever does would exhaust the stack of those who read it. */
    private static final int MARKS = 1000;
    private static final Pattern DEEP = Pattern.compile("^(?:[ \\t]*+(?:[>*+-]|\\d{1,9}+[.)])){12}", Pattern.MULTILINE);
    private static final Pattern PARAGRAPH = Pattern.compile("\\R[ \\t]*+\\R");

    private MarkdownText() {
    }

    /**
     * @param source as somebody typed it; may be null
     * @param level of the highest heading in it, 2 to 6, so that it stands below that of the page's part
     * @return HTML without anything that could act
     */
    public static String html(String source, int level) {
        if (source == null || source.isBlank()) {
            return "";
        }
        return Jsoup.clean(isOverdone(source) ? lines(source) : RENDERER.render(parse(source, level)), "", ALLOWED, OUTPUT);
    }

    /** @return its beginning as plain words on one line, so many characters at most */
    public static String excerpt(String source, int longest) {
        String words = Jsoup.parseBodyFragment(html(source, 2)).text().strip();
        return words.length() <= longest ? words : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, longest - 1))).strip() + "…";
    }

    private static Node parse(String source, int level) {
        Node document = PARSER.parse(source);
        document.accept(new Tamer(level - 1));
        return document;
    }

    private static boolean isOverdone(String source) {
        return DEEP.matcher(source).find()
            || PARAGRAPH.splitAsStream(source).anyMatch(paragraph -> paragraph.chars().filter(character -> "*_[<".indexOf(character) >= 0).count() > MARKS);
    }

    private static String lines(String source) {
        return "<p>" + String.join("<br>", Entities.escape(source).lines().toList()) + "</p>";
    }

    /** Sets headings lower, makes pictures their descriptions, and bare addresses links. */
    private static final class Tamer extends AbstractVisitor {

        private final int shift;

        Tamer(int shift) {
            this.shift = shift;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + shift, LOWEST_HEADING));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                image.insertBefore(child);
            }
            image.unlink();
        }

        @Override
        public void visit(HtmlInline html) {
            html.insertBefore(new Text(html.getLiteral()));
            html.unlink();
        }

        @Override
        public void visit(Link link) {
            // no link within a link
        }

        @Override
        public void visit(Text text) {
            for (Matcher matcher = ADDRESS.matcher(text.getLiteral()); matcher.find();) {
                String address = trimmed(matcher.group());
                int end = matcher.start() + address.length();
                Link link = new Link(address, null);
                link.appendChild(new Text(address));
                List.of(new Text(text.getLiteral().substring(0, matcher.start())), link).forEach(text::insertBefore);
                text.setLiteral(text.getLiteral().substring(end));
                matcher.reset(text.getLiteral());
            }
        }

        /** What ends a sentence does not belong to the address in it. */
        private static String trimmed(String address) {
            int end = address.length();
            while (TRAILING.indexOf(address.charAt(end - 1)) >= 0) {
                end--;
            }
            return address.substring(0, end);
        }
    }
}
