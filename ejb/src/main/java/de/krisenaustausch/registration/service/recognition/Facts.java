package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.registration.service.recognition.Label.Labelled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labelled facts of a mail in all the shapes that clerks give them: lines, lists, tables, the label on a line of its own. */
final class Facts {

    private static final Pattern BULLET = Pattern.compile("^(?:[-*•·–▪◦‣>|#○●■►→+]+\\s*|\\(?\\d{1,2}[.)]\\s+|[a-h]\\)\\s+)+");
    private static final Pattern NOTHING = Pattern.compile("(?i)(?:[-–./_ …?x]*(?:\\((?:zum beispiel|z\\. ?b\\.|for example).*)?|s\\. ?o\\.|s\\. ?u\\.|siehe (?:oben|unten|signatur).*|wie oben|k\\. ?a\\.|entfällt|keine?(?: angabe)?|n/a|unbekannt|\\(zum beispiel.*|\\(z\\. ?b\\..*|bitte (?:ausfüllen|eintragen|ergänzen).*|\\[.*\\]|<.*>|hier .*eintragen)");

    private static final Pattern ADDRESS = Pattern.compile(Letter.STREET.pattern() + "|\\d{5} \\p{Lu}.*|(?i:postfach|telefon|tel\\.).*");
    /** So many characters before a label are a part of a sentence, to be read as one. */
    private static final int SENTENCE = 20;

    private final List<Labelled> found = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    /** @param lines of the sender */
    Facts(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!used.contains(i)) {
                read(lines, i);
            }
        }
        found.removeIf(labelled -> labelled.value().isEmpty());
    }

    List<Labelled> all() {
        return found;
    }

    /** @return the first value with that label, or null */
    String value(Label label) {
        return found.stream().filter(labelled -> labelled.label() == label).map(Labelled::value).findFirst().orElse(null);
    }

    /** @return whether the line was a label or its value, so that nothing else need be read from it */
    boolean used(int line) {
        return used.contains(line);
    }

    private void read(List<String> lines, int at) {
        String line = bullet(lines.get(at));
        if (line.contains("\t") || line.matches(".*\\S\\s*\\|\\s*\\S.*")) {
            if (readRow(lines, at, cells(line))) {
                return;
            }
        }
        List<Labelled> colons = Label.in(line);
        if (!colons.isEmpty()) {
            if (line.indexOf(colons.get(0).word()) < SENTENCE) {
                used.add(at);
            }
            for (int i = 0; i < colons.size(); i++) {
                Labelled labelled = colons.get(i);
                boolean last = i == colons.size() - 1;
                found.add(labelled.value().isEmpty() && last && !isEmptied(line) ? new Labelled(labelled.label(), labelled.word(), below(lines, at)) : labelled);
            }
            return;
        }
        Label whole = Label.of(line);
        // "Sachbearbeiterin" on a line of its own says what she is, not that her name follows
        if (whole != null && line.length() > 1 && (line.endsWith(":") || !line.matches("(?i)\\W*(?:\\p{L}*bearbeiter|\\p{L}*mitarbeiter|ansprechp|teilnehmer|person|team|titel|ort).*"))) {
            readBlock(lines, at, whole, line);
            return;
        }
        readDashed(line, at);
    }

    /** "Vorname - Anna", "Vorname   Anna", "Vorname Anna". */
    private void readDashed(String line, int at) {
        Matcher dashed = Pattern.compile("^(\\p{L}[\\p{L}. ,/()-]{1,40}?)(?:\\s+[-–—>]+\\s+|\\s*[-=]>\\s*|\\s{2,}|\\.{3,}\\s*)(\\S.*)$").matcher(line);
        if (dashed.matches() && Label.of(dashed.group(1)) != null) {
            used.add(at);
            found.add(new Labelled(Label.of(dashed.group(1)), dashed.group(1), clean(dashed.group(2))));
            return;
        }
        Matcher spaced = Pattern.compile("^(Vorname|Nachname|Familienname|Name|Dienststelle|Kommune|VORNAME|NACHNAME|NAME|DIENSTSTELLE|KOMMUNE|vorname|nachname|name|dienststelle|kommune)\\s+(\\p{Lu}[^.!?]{1,70})$").matcher(line);
        if (spaced.matches()) {
            used.add(at);
            found.add(new Labelled(Label.of(spaced.group(1)), spaced.group(1), clean(spaced.group(2))));
        }
    }

    private boolean readRow(List<String> lines, int at, List<String> cells) {
        long labels = cells.stream().filter(cell -> Label.of(cell) != null && Label.in(cell).stream().allMatch(one -> one.value().isEmpty())).count();
        if (cells.size() < 2 || labels == 0) {
            return false;
        }
        if (labels >= 2 && labels == cells.size() && at + 1 < lines.size()) {
            int next = lines.get(at + 1).matches("[\\s|:+=-]*") && at + 2 < lines.size() ? at + 2 : at + 1;
            List<String> values = cells(bullet(lines.get(next)));
            if (values.size() >= 2 && values.stream().noneMatch(value -> Label.of(value) != null)) {
                used.addAll(List.of(at, next));
                for (int i = 0; i < Math.min(cells.size(), values.size()); i++) {
                    found.add(new Labelled(Label.of(cells.get(i)), cells.get(i), clean(values.get(i))));
                }
                return true;
            }
        }
        boolean any = false;
        for (int i = 0; i + 1 < cells.size(); i++) {
            Label label = Label.of(cells.get(i));
            if (label != null && Label.of(cells.get(i + 1)) == null) {
                found.add(new Labelled(label, cells.get(i), clean(cells.get(i + 1))));
                used.add(at);
                any = true;
                i++;
            }
        }
        return any;
    }

    /** Labels below each other, then as many values; or one label and its value below. */
    private void readBlock(List<String> lines, int at, Label first, String word) {
        List<Integer> labels = new ArrayList<>(List.of(at));
        int next = at + 1;
        while (next < lines.size() && (lines.get(next).isEmpty() || Label.of(bullet(lines.get(next))) != null) && labels.size() < 12) {
            if (!lines.get(next).isEmpty()) {
                labels.add(next);
            }
            next++;
        }
        if (labels.size() == 1) {
            String value = below(lines, at);
            // "Landratsamt" above a street is a part of an address
            if (!value.isEmpty() && (first == Label.PLACE || word.endsWith(":") || !ADDRESS.matcher(value).matches())) {
                used.add(at);
                found.add(new Labelled(first, word, value));
            }
            return;
        }
        List<Integer> values = new ArrayList<>();
        for (int i = next; i < lines.size() && values.size() < labels.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                values.add(i);
            }
        }
        if (values.size() == labels.size()) {
            for (int i = 0; i < labels.size(); i++) {
                found.add(new Labelled(Label.of(bullet(lines.get(labels.get(i)))), lines.get(labels.get(i)), clean(lines.get(values.get(i)))));
            }
            used.addAll(labels);
            used.addAll(values);
        }
    }

    /** The value that stands on the next line; none when that is a label itself, or a whole sentence. */
    private String below(List<String> lines, int at) {
        for (int i = at + 1; i < Math.min(lines.size(), at + 3); i++) {
            String next = bullet(lines.get(i));
            if (!next.isEmpty()) {
                if (Label.of(next) != null || !Label.in(next).isEmpty() || next.length() > 100 || next.matches("(?i)(?:mit )?(?:freundliche|viele|beste|herzliche)n? gr.*|i\\. ?a\\..*|mfg.*|--")) {
                    return "";
                }
                used.add(i);
                return clean(next);
            }
        }
        return "";
    }

    private static boolean isEmptied(String line) {
        return line.matches(".*[:=]\\s*[-–./_…]+\\s*(?:\\(.*)?$");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\t+|\\s*\\|\\s*")).map(cell -> cell.replaceAll("^\\*+|\\*+$", "").strip()).filter(cell -> !cell.isEmpty()).toList();
    }

    static String bullet(String line) {
        String bare = BULLET.matcher(line.strip()).replaceFirst("");
        return bare.replaceAll("\\*\\*|__|(?<=\\s|^)\\*(?=\\p{L})|(?<=[\\p{L}:])\\*(?=\\s|$|:)", "").replaceAll("\\s*\\|\\s*$", "").strip();
    }

    /** @return the value without ornament; "" when it says nothing */
    static String clean(String value) {
        String bare = value.replaceAll("\\*\\*|__", "").replaceAll("^(?:[.…]{2,}|…)", "").replaceAll("^[\\s\"'„“”»«|,;*_–-]+|[\\s\"'„“”»«|,;*_]+$", "").replaceAll("\\s+", " ").strip();
        bare = bare.replaceAll("(?i)\\s*\\((?:zum beispiel|for example)[^)]*\\)?$", "");
        if (bare.endsWith(".") && !bare.matches("(?i).*(?:\\b\\p{L}{1,4}\\.|\\d\\.)$")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return NOTHING.matcher(bare).matches() ? "" : bare;
    }
}
