package de.krisenaustausch.registration.service.recognition;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads headers and text parts of a mail and nothing else: attachments are never fetched, of a long text only the beginning is, and
 * what breaks the rules of MIME is read as far as it goes.
 */
public final class MimeReader {

    /** Bytes of one text part; who says more than that says nothing more about herself. */
    static final int TEXT_BYTES = 128 * 1024;
    private static final int PARTS = 60;
    private static final int DEPTH = 12;
    private static final int LINE = 500;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+\\.[^\\s<>\"(),;:]+");
    private static final Pattern WORD_IN_QUOTES = Pattern.compile("\"?(=\\?[^?\\s]+\\?[bBqQ]\\?[^?]*\\?=)\"?");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int parts;

    private MimeReader() {
    }

    /** @throws MessagingException when not even its headers can be read */
    public static ReadMail read(MimeMessage message) throws MessagingException {
        MimeReader reader = new MimeReader();
        reader.walk(message, 0);
        String from = header(message, "From");
        String address = address(from);
        String plainHtml = reader.html.length() == 0 ? "" : HtmlText.of(reader.html.toString());
        return new ReadMail(address, personal(from, address), header(message, "Subject"), reader.text.toString(), plainHtml, messageId(message),
            references(message), Machine.reason(message, address));
    }

    /** @return a header on one line, "" without */
    public static String line(MimeMessage message, String name) throws MessagingException {
        return header(message, name);
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String raw = message.getHeader(name, null);
        return raw == null ? "" : oneLine(decoded(raw));
    }

    /** Raw 8-bit letters, and encoded words that stand in quotes or are torn, are read as they were meant. */
    static String decoded(String raw) {
        String unfolded = MimeUtility.unfold(raw).replaceAll("[\r\n]+", " ");
        if (unfolded.chars().anyMatch(letter -> letter > 127) && unfolded.chars().allMatch(letter -> letter < 256)) {
            byte[] bytes = unfolded.getBytes(StandardCharsets.ISO_8859_1);
            unfolded = decode(bytes, bytes.length, null);
        }
        try {
            return MimeUtility.decodeText(WORD_IN_QUOTES.matcher(unfolded).replaceAll("$1"));
        } catch (UnsupportedEncodingException unknown) {
            return unfolded;
        }
    }

    private static String oneLine(String header) {
        String line = header.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() > LINE ? line.substring(0, LINE) : line;
    }

    private static String address(String from) {
        try {
            InternetAddress[] all = InternetAddress.parseHeader(from, false);
            if (all.length > 0 && all[0].getAddress() != null && ADDRESS.matcher(all[0].getAddress()).matches()) {
                return all[0].getAddress();
            }
        } catch (AddressException broken) {
            // then whatever in it looks like one
        }
        Matcher within = ADDRESS.matcher(from);
        String found = null;
        while (within.find()) {
            found = within.group();
        }
        return found;
    }

    private static String personal(String from, String address) {
        String rest = address == null ? from : from.replace("<" + address + ">", "").replace(address, "");
        return rest.replaceAll("[\"<>]|\\(\\)", " ").replaceAll("\\s+", " ").strip();
    }

    private static String messageId(MimeMessage message) throws MessagingException {
        String id = header(message, "Message-ID").replaceAll("\\s", "");
        return id.length() > 250 ? id.substring(0, 250) : id;
    }

    private static List<String> references(MimeMessage message) throws MessagingException {
        return Stream.of(header(message, "In-Reply-To"), header(message, "References")).flatMap(value -> Arrays.stream(value.split("[\\s,]+")))
            .filter(id -> id.startsWith("<") && id.length() <= 250).distinct().toList();
    }

    private void walk(Part part, int depth) {
        if (++parts > PARTS || depth > DEPTH) {
            return;
        }
        try {
            String disposition = part.getHeader("Content-Disposition") == null ? "" : part.getHeader("Content-Disposition")[0];
            String type = type(part);
            if (depth > 0 && disposition.strip().toLowerCase(java.util.Locale.ROOT).startsWith("attachment")) {
                return;
            }
            if (type.startsWith("multipart/")) {
                multipart(part, depth);
            } else if (type.startsWith("text/html")) {
                append(html, part);
            } else if (type.startsWith("text/") && !type.matches("text/(?:calendar|x?-?vcard|directory|rtf|xml|css|csv).*")) {
                append(text, part);
            }
        } catch (MessagingException | IOException | RuntimeException broken) {
            // this part is lost, what the others say is not
            parts++;
        }
    }

    private void multipart(Part part, int depth) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < Math.min(several.getCount(), PARTS); i++) {
                BodyPart child = several.getBodyPart(i);
                walk(child, depth + 1);
            }
        } else {
            append(text, part);
        }
    }

    private static String type(Part part) throws MessagingException {
        String[] raw = part.getHeader("Content-Type");
        return raw == null || raw[0].isBlank() || !raw[0].contains("/") ? "text/plain" : raw[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static void append(StringBuilder to, Part part) throws MessagingException, IOException {
        byte[] bytes = new byte[TEXT_BYTES];
        int length = 0;
        try (InputStream in = stream(part)) {
            length = in.readNBytes(bytes, 0, bytes.length);
        }
        if (to.length() > 0) {
            to.append('\n');
        }
        to.append(decode(bytes, length, charset(part)));
    }

    private static InputStream stream(Part part) throws MessagingException, IOException {
        try {
            return new Lenient(part.getInputStream());
        } catch (MessagingException | IOException unknownEncoding) {
            if (part instanceof MimeBodyPart body) {
                return new Lenient(body.getRawInputStream());
            }
            if (part instanceof MimeMessage whole) {
                return new Lenient(whole.getRawInputStream());
            }
            throw unknownEncoding;
        }
    }

    private static String charset(Part part) throws MessagingException {
        String[] raw = part.getHeader("Content-Type");
        if (raw == null) {
            return null;
        }
        try {
            return new ContentType(raw[0]).getParameter("charset");
        } catch (ParseException broken) {
            Matcher named = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)").matcher(raw[0]);
            return named.find() ? named.group(1) : null;
        }
    }

    /** Names of character sets lie: what is well-formed UTF-8 with umlauts is UTF-8, and ISO-8859-1 is Windows' extension of it. */
    static String decode(byte[] bytes, int length, String charset) {
        boolean high = false;
        for (int i = 0; i < length && !high; i++) {
            high = bytes[i] < 0;
        }
        Charset declared = charset(charset);
        boolean plain = declared == null || declared.equals(StandardCharsets.US_ASCII) || declared.equals(StandardCharsets.ISO_8859_1) || declared.equals(WINDOWS)
            || declared.equals(StandardCharsets.UTF_8);
        if (high && plain) {
            List<Charset> tries = new ArrayList<>(List.of(StandardCharsets.UTF_8, WINDOWS));
            int whole = wholeUtf8(bytes, length);
            for (Charset one : tries) {
                try {
                    return one.newDecoder().decode(ByteBuffer.wrap(bytes, 0, one.equals(StandardCharsets.UTF_8) ? whole : length)).toString();
                } catch (CharacterCodingException other) {
                    // the next one
                }
            }
        }
        return new String(bytes, 0, length, declared == null || declared.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : declared);
    }

    /** A text that was cut may end inside a letter. */
    private static int wholeUtf8(byte[] bytes, int length) {
        int end = length;
        while (length == TEXT_BYTES && end > length - 4 && end > 0 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return length == TEXT_BYTES && end > 0 && bytes[end - 1] < 0 ? end - 1 : end;
    }

    private static Charset charset(String name) {
        try {
            return name == null ? null : Charset.forName(MimeUtility.javaCharset(name.replaceAll("[\"']", "").strip()));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Ends where the encoding breaks, instead of losing what was read. */
    private static final class Lenient extends InputStream {

        private final InputStream in;

        Lenient(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException broken) {
                return -1;
            }
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            try {
                return in.read(to, from, length);
            } catch (java.io.InterruptedIOException | java.net.SocketException lost) {
                throw lost;
            } catch (IOException broken) {
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
