package de.krisenaustausch.link.service.page;

import de.krisenaustausch.shared.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the title of a page: in the letters that the server or the page itself says, on one line, cut where it is too long. */
final class PageTitle {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

    private PageTitle() {
    }

    /** @param max characters at most @return the title; empty when the answer has none */
    static Optional<String> of(Answer answer, int max) {
        if (!answer.isGood() || !answer.isHtml() || answer.body().length == 0) {
            return Optional.empty();
        }
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(answer.body()), charset(answer.headers().get("content-type")), "");
            String title = page.title().isBlank() ? page.select("meta[property=og:title]").attr("content") : page.title();
            return Optional.ofNullable(cut(clean(title), max));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** @return the name of a charset that this Java knows; null when the page may say it itself */
    private static String charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        if (!charset.find()) {
            return null;
        }
        try {
            return Charset.forName(charset.group(1)).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static String clean(String title) {
        return Text.oneLine(Text.optional(title.replace('\uFFFD', ' '), Integer.MAX_VALUE, "field.title"));
    }

    private static String cut(String title, int max) {
        if (title == null || title.length() <= max) {
            return title;
        }
        int blank = title.lastIndexOf(' ', max - 2);
        int end = blank > max / 2 ? blank : Character.isHighSurrogate(title.charAt(max - 3)) ? max - 3 : max - 2;
        return title.substring(0, end).strip() + " …";
    }
}
