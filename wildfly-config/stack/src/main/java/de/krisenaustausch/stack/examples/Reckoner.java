package de.krisenaustausch.stack.examples;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reckons the few formulas that the example tables use: cells, numbers, + - * /, brackets and {@code SUM(A1:A9)}. */
final class Reckoner {

    private static final Pattern RANGE = Pattern.compile("SUM\\(([A-Z])(\\d+):\\1(\\d+)\\)");
    private static final Pattern ATOM = Pattern.compile("[A-Z]\\d+|-?\\d+(\\.\\d+)?");

    private final Map<String, Double> cells = new HashMap<>();
    private String rest;

    void put(String cell, double value) {
        cells.put(cell, value);
    }

    /** @throws IllegalArgumentException when the formula uses what isn't known here */
    double reckon(String formula) {
        rest = RANGE.matcher(formula).replaceAll(found -> String.format(java.util.Locale.ROOT, "%.6f",
            sum(found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))))).replace(" ", "");
        double result = terms();
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("can't reckon " + formula + " from " + rest);
        }
        return result;
    }

    private double sum(String column, int from, int to) {
        double sum = 0;
        for (int row = from; row <= to; row++) {
            sum += cells.getOrDefault(column + row, 0.0);
        }
        return sum;
    }

    private double terms() {
        double value = factors();
        while (rest.startsWith("+") || rest.startsWith("-")) {
            boolean minus = take(1).equals("-");
            value += minus ? -factors() : factors();
        }
        return value;
    }

    private double factors() {
        double value = atom();
        while (rest.startsWith("*") || rest.startsWith("/")) {
            value = take(1).equals("/") ? value / atom() : value * atom();
        }
        return value;
    }

    private double atom() {
        if (rest.startsWith("(")) {
            take(1);
            double value = terms();
            take(1);
            return value;
        }
        Matcher atom = ATOM.matcher(rest);
        if (!atom.lookingAt()) {
            throw new IllegalArgumentException("can't reckon " + rest);
        }
        String text = take(atom.end());
        if (!Character.isLetter(text.charAt(0))) {
            return Double.parseDouble(text);
        }
        Double value = cells.get(text);
        if (value == null) {
            throw new IllegalArgumentException("nothing in cell " + text);
        }
        return value;
    }

    private String take(int length) {
        String taken = rest.substring(0, length);
        rest = rest.substring(length);
        return taken;
    }
}
