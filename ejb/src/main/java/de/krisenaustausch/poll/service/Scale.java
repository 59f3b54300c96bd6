package de.krisenaustausch.poll.service;

import de.krisenaustausch.poll.ResultRepository.Bins;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts the numbers of a question into about eight bins whose edges are round. */
final class Scale {

    private static final int WANTED = 8;
    private static final double[] STEPS = {1, 2, 5, 10};

    private Scale() {
    }

    /** @return the edge so many steps behind the first, as exact as it is written */
    static double edge(double first, double step, long steps) {
        return BigDecimal.valueOf(first).add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps))).doubleValue();
    }

    /** @return in which bin that number lies */
    static int bin(Bins bins, double number) {
        return BigDecimal.valueOf(number).subtract(BigDecimal.valueOf(bins.from())).divide(BigDecimal.valueOf(bins.width()), 0, RoundingMode.FLOOR).intValueExact();
    }

    /** @param whole whether there are whole numbers only */
    static Bins of(double least, double greatest, boolean whole) {
        double rough = (greatest - least) / WANTED;
        double step = 1;
        if (rough > 0) {
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            for (double each : STEPS) {
                step = each * power;
                if (step >= rough) {
                    break;
                }
            }
        }
        step = whole ? Math.max(1, step) : step;
        return new Bins(edge(0, step, (long) Math.floor(least / step)), step);
    }
}
