package de.krisenaustausch.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write looks as they meant it, and does nothing. */
class MarkdownTextTest {

    private static final Set<String> ELEMENTS = Set.of("p", "br", "em", "strong", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "h3", "h4", "h5", "h6");
    private static final int LONG = 20_000;

    private static String html(String source) {
        return MarkdownText.html(source, 3);
    }

    /** What a browser would make of it. */
    private static Document harmless(String source) {
        Document read = Jsoup.parseBodyFragment(html(source), "https://portal.example/");
        for (Element element : read.body().getAllElements().subList(1, read.body().getAllElements().size())) {
            assertThat(ELEMENTS).as(source).contains(element.tagName());
            for (Attribute attribute : element.attributes()) {
                assertThat(element.tagName() + " " + attribute.getKey()).as(source).isIn("a href", "a rel", "ol start");
            }
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).as(source).matches("(?i)(https?:|mailto:)[^\\s\"<>]*");
                assertThat(element.attr("rel")).isEqualTo("nofollow noopener");
            }
        }
        return read;
    }

    @Test
    void writesWhatClerksNeed() {
        assertThat(html("Wir *prüfen* das **heute**.\nDanke!")).isEqualTo("<p>Wir <em>prüfen</em> das <strong>heute</strong>.<br>\nDanke!</p>\n");
        assertThat(html("3. eins\n4. zwei")).isEqualTo("<ol start=\"3\">\n<li>eins</li>\n<li>zwei</li>\n</ol>\n");
        assertThat(html("> zitiert\n\n`code`\n\n---")).isEqualTo("<blockquote>\n<p>zitiert</p>\n</blockquote>\n<p><code>code</code></p>\n<hr>\n");
        assertThat(html("[Erlass](https://land.example/e?a=1&b=2)"))
            .isEqualTo("<p><a href=\"https://land.example/e?a=1&amp;b=2\" rel=\"nofollow noopener\">Erlass</a></p>\n");
        assertThat(html(" \n ")).isEmpty();
        assertThat(html(null)).isEmpty();
    }

    @Test
    void headingsStandBelowThatOfThePage() {
        assertThat(html("# Eins\n\n## Zwei\n\n###### Sechs")).isEqualTo("<h3>Eins</h3>\n<h4>Zwei</h4>\n<h6>Sechs</h6>\n");
        assertThat(MarkdownText.html("# Eins", 4)).isEqualTo("<h4>Eins</h4>\n");
    }

    @Test
    void bareAddressesBecomeLinks() {
        assertThat(harmless("Siehe https://www.land.example/a_b_c?x=1, und (http://zwei.example).").select("a").eachAttr("href"))
            .containsExactly("https://www.land.example/a_b_c?x=1", "http://zwei.example");
        assertThat(harmless("[https://eins.example](https://zwei.example)").select("a").eachAttr("href")).containsExactly("https://zwei.example");
        assertThat(harmless("`https://eins.example`").select("a")).isEmpty();
        assertThat(harmless("<https://eins.example/> und <rat@stadt.example>").select("a").eachAttr("href"))
            .containsExactly("https://eins.example/", "mailto:rat@stadt.example");
    }

    @Test
    void picturesAreTheirDescriptions() {
        assertThat(html("![Lageplan **neu**](https://x.example/a.png)")).isEqualTo("<p>Lageplan <strong>neu</strong></p>\n");
    }

    @Test
    void htmlIsText() {
        assertThat(html("a <b onclick=\"x()\">b</b> c")).isEqualTo("<p>a &lt;b onclick=\"x()\"&gt;b&lt;/b&gt; c</p>\n");
        assertThat(html("<script>\nka()\n</script>")).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>ka()</script>", "<img src=ka onerror=ka()>", "<svg/onload=ka()>", "</div></main><h1>da</h1>", "<iframe src=//evil.example>", "<style>*{display:none}</style>",
        "<a href=\"javascript:ka()\">x</a>", "[x](javascript:ka())", "[x](JaVaScRiPt:ka())", "[x](  javascript:ka())", "[x](java\tscript:ka())", "[x](&#106;avascript:ka())",
        "[x](java&#x0A;script:ka())", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:ka())", "[x](//evil.example)", "[x](/abmelden)", "[x](\u0001javascript:ka())",
        "![x](javascript:ka())", "![x](https://evil.example/zaehlpixel.gif)", "![\"><img src=ka onerror=ka()>](x)", "[x](https://a.example \"onmouseover=ka() x=\")",
        "[x](https://a.example\"onfocus=ka())", "[a](<https://x.example/\"><script>ka()</script>>)", "<https://a.example/\"onclick=ka()>", "<javascript:ka()>",
        "https://a.example/\"onclick=ka()", "https://a.example/<script>ka()</script>", "`<img src=ka onerror=ka()>`", "```\"><script>ka()</script>\nx\n```",
        "    <script>ka()</script>", "[x]: javascript:ka()\n\n[x]", "[x]: https://a.example \"><script>ka()</script>\"\n[x]", "# <script>ka()</script>",
        "> <img src=ka onerror=ka()>", "&lt;script&gt;ka()&lt;/script&gt;", "&#60;script&#62;ka()", "<!-- --><script>ka()</script>", "<![CDATA[<script>ka()</script>]]>",
        "x\" onfocus=\"ka()' <img src=ka onerror=ka()></title><script>ka()</script>#{7*7}${7*7}", "<math><mtext></mtext><style><img src=x onerror=ka()>", "\u2028<script>ka()</script>"})
    void nothingActs(String hostile) {
        assertThat(harmless(hostile).body().html()).doesNotContain("<script").doesNotContain("<img");
    }

    static Stream<String> excesses() {
        return Stream.of("> ".repeat(LONG / 2), ">".repeat(LONG), "1) ".repeat(LONG / 3), "- ".repeat(LONG / 2), "*".repeat(LONG / 2) + "a" + "*".repeat(LONG / 2 - 1),
            "*a ".repeat(LONG / 5) + "b*".repeat(LONG / 5), "_a *b ".repeat(LONG / 10) + "c* d_".repeat(LONG / 12), "[".repeat(LONG), "![".repeat(LONG / 2), "[a](".repeat(LONG / 4),
            "![".repeat(LONG / 6) + "a" + "](b)".repeat(LONG / 6), "`a``".repeat(LONG / 4), "<a ".repeat(LONG / 3), "<!--".repeat(LONG / 4), "[a]: b\n".repeat(LONG / 7) + "[a]",
            "&#0;".repeat(LONG / 4), "a\n".repeat(LONG / 2), "https://a.example ".repeat(LONG / 18), "h".repeat(LONG), "\n".repeat(LONG), stairs(), "*a ".repeat(500) + "b*".repeat(500));
    }

    /** Lists in lists, each a few deeper than the last: the deepest that gets through. */
    private static String stairs() {
        return IntStream.range(0, 39).mapToObj(step -> " ".repeat(22 * step) + "- ".repeat(11) + "x").collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("excesses")
    void excessesExhaustNothing(String excess) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> html(excess));
        assertThat(harmless(excess).body().html().length()).isLessThan(20 * LONG);
        assertThat(MarkdownText.excerpt(excess, 200).length()).isLessThanOrEqualTo(200);
    }

    @Test
    void excessesKeepTheirWords() {
        assertThat(harmless("> ".repeat(40) + "Wort\nzwei").text()).contains("Wort zwei");
    }

    @Test
    void excerptsArePlainWords() {
        assertThat(MarkdownText.excerpt("# Wer **hilft**?\n\n- [Amt](https://x.example)\n- <b>", 200)).isEqualTo("Wer hilft? Amt <b>");
        assertThat(MarkdownText.excerpt("eins zwei drei", 9)).isEqualTo("eins zwe…");
        assertThat(MarkdownText.excerpt(null, 9)).isEmpty();
    }
}
