package de.krisenaustausch.poll.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people in German offices write them, and as programs do. */
final class NumberText {

    private static final int DECIMALS = 4;

    private NumberText() {
    }

    /**
     * @param text such as "1.234,5", "1234.5" or "1 234"; a single dot before three digits parts thousands
     * @return the number; empty when the text is none
     */
    static Optional<BigDecimal> parse(String text) {
        String plain = text == null ? "" : text.strip().replaceAll("[\\s\\u00A0\\u202F']", "").replace('\u2212', '-');
        if (plain.contains(",")) {
            plain = plain.replace(".", "").replace(',', '.');
        } else if (plain.matches("-?[1-9]\\d{0,2}(\\.\\d{3})+")) {
            plain = plain.replace(".", "");
        }
        return plain.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** @return "1.234,5"; "" for null */
    static String write(Number number, Locale locale) {
        return number == null ? "" : format(locale, DECIMALS).format(number);
    }

    /** The same without parting thousands, for a field. */
    static String field(BigDecimal number, Locale locale) {
        NumberFormat format = format(locale, DECIMALS);
        format.setGroupingUsed(false);
        return number == null ? "" : format.format(number);
    }

    /** @return with as many decimals as a reader of a benchmark wants: two below ten, one below a hundred, else none */
    static String rounded(double number, Locale locale) {
        double size = Math.abs(number);
        return format(locale, size < 10 ? 2 : size < 100 ? 1 : 0).format(number);
    }

    private static NumberFormat format(Locale locale, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
