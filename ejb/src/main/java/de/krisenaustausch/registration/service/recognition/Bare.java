package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.registration.service.recognition.Label.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whoever is asked for one thing often answers with that thing alone: "Ordnungsamt". Several come on as many lines. */
final class Bare {

    private static final int LONGEST = 90;

    private Bare() {
    }

    /** @param lines of the answer @param asked what we wanted to know; its order is that of our question */
    static List<Labelled> answers(List<String> lines, Set<Field> asked) {
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            String bare = Facts.clean(Facts.bullet(line));
            if (bare.matches("(?i)(?:mit )?(?:freundliche|viele|beste|liebe|schöne|herzliche)[nmr]? gr.*|mfg.*|lg.*|gru(?:ß|ss).*|--.*|i\\. ?a\\..*")) {
                break;
            }
            if (!bare.isEmpty() && !bare.matches("(?i)(?:hallo|guten (?:tag|morgen|abend)|moin|servus|sehr geehrte|liebe|danke|vielen dank|gerne|grüß gott|anbei|hier)\\b.*")) {
                said.add(bare);
            }
        }
        List<Labelled> answers = new ArrayList<>();
        if (said.size() == asked.size() && said.stream().allMatch(line -> line.length() <= LONGEST && !line.matches("(?i).*\\b(?:ich|wir|bin|ist|sind)\\b.*"))) {
            int at = 0;
            for (Field field : Field.values()) {
                if (asked.contains(field)) {
                    answers.add(new Labelled(label(field), "", said.get(at++)));
                }
            }
        }
        return answers;
    }

    private static Label label(Field field) {
        return switch (field) {
            case FIRST_NAME -> Label.FIRST;
            case LAST_NAME -> Label.LAST;
            case ORGANISATION -> Label.ORGANISATION;
            case OFFICE -> Label.OFFICE;
            case SPACE -> Label.SPACE;
        };
    }
}
