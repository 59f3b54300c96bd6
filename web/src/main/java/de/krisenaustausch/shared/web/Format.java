package de.krisenaustausch.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/**
 * How pages write numbers, sizes, times and municipalities, in the reader's language and in Europe/Berlin. Pages know
 * it as {@code fmt}.
 */
@Named("fmt")
@RequestScoped
public class Format {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long KILO = 1024;

    @Inject
    private Frame frame;

    @Inject
    private Clock clock;

    /** @return 10773 as "10.773" */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /** @param bytes a file's size @return "812 KB", "1,4 MB" */
    public String size(long bytes) {
        return size(bytes, locale());
    }

    static String size(long bytes, Locale locale) {
        if (bytes < KILO) {
            return bytes + " Byte";
        }
        if (bytes < KILO * KILO) {
            return NumberFormat.getIntegerInstance(locale).format(Math.max(1, Math.round(bytes / (double) KILO))) + " KB";
        }
        double megabytes = bytes / (double) (KILO * KILO);
        return megabytes < KILO ? decimal(megabytes, locale) + " MB" : decimal(megabytes / KILO, locale) + " GB";
    }

    /** One decimal below ten, none above. */
    private static String decimal(double value, Locale locale) {
        NumberFormat decimals = NumberFormat.getNumberInstance(locale);
        decimals.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return decimals.format(value);
    }

    /** @return "vor 5 Min.", "heute, 14:05", "gestern, 14:05", "12. März 2020"; empty for null */
    public String time(Instant instant) {
        return instant == null ? "" : time(instant, clock.instant(), locale());
    }

    static String time(Instant instant, Instant now, Locale locale) {
        Duration ago = Duration.between(instant, now);
        boolean german = Locale.GERMAN.getLanguage().equals(locale.getLanguage());
        if (!ago.isNegative() && ago.toMinutes() < 1) {
            return german ? "gerade eben" : "just now";
        }
        if (!ago.isNegative() && ago.toMinutes() < 60) {
            return german ? "vor " + ago.toMinutes() + " Min." : ago.toMinutes() + " min ago";
        }
        ZonedDateTime there = instant.atZone(BERLIN);
        LocalDate today = now.atZone(BERLIN).toLocalDate();
        String clockTime = DateTimeFormatter.ofPattern("HH:mm").format(there);
        if (there.toLocalDate().equals(today)) {
            return (german ? "heute, " : "today, ") + clockTime;
        }
        if (there.toLocalDate().equals(today.minusDays(1))) {
            return (german ? "gestern, " : "yesterday, ") + clockTime;
        }
        return day(there, locale);
    }

    /** @return "12. März 2020" */
    public String day(Instant instant) {
        return instant == null ? "" : day(instant.atZone(BERLIN), locale());
    }

    /** @return "12. März 2020, 14:05", for the title of a shorter time */
    public String exact(Instant instant) {
        return instant == null ? "" : day(instant) + ", " + DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(BERLIN));
    }

    /** @param state short name of the Land @return "Stadt Ulm (BW, 126.000)"; thousands are rounded from 10,000 on */
    public String place(String municipality, Object state, int population) {
        int shown = population >= 10_000 ? (population + 500) / 1000 * 1000 : population;
        return municipality + " (" + state + ", " + number(shown) + ")";
    }

    /** @return "14 × heruntergeladen", or that nobody did yet */
    public String downloads(long count) {
        return count == 0 ? Texts.in(locale()).getString("frame.downloads.none")
            : new MessageFormat(Texts.in(locale()).getString("frame.downloads"), locale()).format(new Object[] {count});
    }

    /** @return names in one line */
    public String list(Collection<String> names) {
        return String.join(", ", names);
    }

    /** @return a sentence of the bundles with its placeholders filled */
    public String text(String key, Object... values) {
        return new MessageFormat(Texts.in(locale()).getString(key), locale()).format(values);
    }

    private static String day(ZonedDateTime time, Locale locale) {
        boolean german = Locale.GERMAN.getLanguage().equals(locale.getLanguage());
        return DateTimeFormatter.ofPattern(german ? "d. MMMM yyyy" : "d MMMM yyyy", locale).format(time);
    }

    private Locale locale() {
        return frame.getLocale();
    }
}
