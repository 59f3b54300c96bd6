package de.krisenaustausch.poll.web;

import java.util.List;

/**
 * A bar chart: a label above each bar, its value behind it, so that it reads without colours; the reader's own bar is hatched and says so.
 *
 * @param own what the reader's own bar says behind its value
 */
record Chart(String title, List<Bar> bars, String own) {

    /** A bar. @param part how much of the whole width it takes, 0 to 1 */
    record Bar(String label, String value, double part, boolean mine) {
    }

    static final int WIDTH = 520;
    static final int ROW = 54;
    static final int TOP = 8;
    static final int BAR_TOP = 26;
    static final int BAR_HEIGHT = 18;
    /** The widest bar leaves room for its value. */
    static final int WIDEST = 240;
    /** So many letters of a label fit above a bar; the table beside has all. */
    static final int LETTERS = 52;

    int height() {
        return TOP + ROW * bars.size();
    }

    static double width(Bar bar) {
        return Math.round(Math.max(bar.part() * WIDEST, bar.part() > 0 ? 2 : 0) * 10) / 10.0;
    }

    static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LETTERS ? label : label.substring(0, label.offsetByCodePoints(0, LETTERS - 1)).stripTrailing() + "…";
    }

    String value(Bar bar) {
        return bar.mine() ? bar.value() + " · " + own : bar.value();
    }
}
