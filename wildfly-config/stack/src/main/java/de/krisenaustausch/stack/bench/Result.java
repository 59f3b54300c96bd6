package de.krisenaustausch.stack.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param limit what the machine could do at best in the same run; empty where there is no such thing
 * @param ratio measured to limit; empty where there is no limit
 * @param met null where there is no goal
 */
record Result(String what, String goal, String measured, String limit, String ratio, Boolean met) {

    /** A figure of which more is better, beside a limit of the same unit. */
    static Result more(String what, String goal, double least, String unit, double measured, String limitName, double limit) {
        return new Result(what, goal, number(measured) + unit, limit > 0 ? limitName + " " + number(limit) + unit : limitName,
            limit > 0 ? number(measured / limit) : "", measured >= least);
    }

    /** A figure of which less is better. */
    static Result less(String what, String goal, double most, String unit, double measured) {
        return new Result(what, goal, number(measured) + unit, "", "", measured <= most);
    }

    /** A figure to know, without a goal. */
    static Result note(String what, String measured) {
        return new Result(what, "", measured, "", "", null);
    }

    /** @return with as many digits as mean something */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
