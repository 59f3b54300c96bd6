package de.krisenaustausch.notification.service;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encodes text for mail: lines of bodies and words of headers. Jakarta Mail does this too, but asks the class path for
 * its provider each time; with ten thousand mails that was nine tenths of the work.
 */
final class MimeText {

    private static final int LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** An encoded word has at most 75 characters, so that many bytes of text. */
    private static final int WORD_BYTES = 45;

    private MimeText() {
    }

    /** Writes the text quoted-printable (RFC 2045, 6.7), in UTF-8 with CRLF. */
    static void quotedPrintable(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b == '\n') {
                out.write('\r');
                out.write('\n');
                column = 0;
            } else if (b != '\r') {
                boolean lineEnds = i + 1 == bytes.length || bytes[i + 1] == '\n' || bytes[i + 1] == '\r';
                boolean plain = b > 32 && b < 127 && b != '=' || (b == ' ' || b == '\t') && !lineEnds;
                int width = plain ? 1 : 3;
                if (column + width > LINE - 1) {
                    out.write('=');
                    out.write('\r');
                    out.write('\n');
                    column = 0;
                }
                if (plain) {
                    out.write(b);
                } else {
                    out.write('=');
                    out.write(HEX[b >> 4]);
                    out.write(HEX[b & 15]);
                }
                column += width;
            }
        }
    }

    /** @return the text as a header's value: as it is when it is ASCII, else in encoded words (RFC 2047), folded */
    static String header(String text) {
        if (text.chars().allMatch(c -> c >= 32 && c < 127) && !text.contains("=?")) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        text.codePoints().forEach(codePoint -> {
            byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            if (word.size() + bytes.length > WORD_BYTES) {
                append(words, word);
            }
            word.writeBytes(bytes);
        });
        append(words, word);
        return words.toString();
    }

    /** @return the name of a mailbox, quoted or encoded, so that nothing in it is read as an address */
    static String phrase(String name) {
        return name.matches("[A-Za-z0-9 .-]*") ? "\"" + name + "\"" : encode(name);
    }

    private static String encode(String text) {
        String header = header(text);
        return header.equals(text) ? "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=" : header;
    }

    private static void append(StringBuilder words, ByteArrayOutputStream word) {
        if (word.size() > 0) {
            words.append(words.isEmpty() ? "" : "\r\n ").append("=?UTF-8?B?").append(Base64.getEncoder().encodeToString(word.toByteArray())).append("?=");
            word.reset();
        }
    }
}
