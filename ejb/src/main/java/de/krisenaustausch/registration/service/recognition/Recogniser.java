package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.registration.service.recognition.Label.Labelled;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads out of a mail who wants to come in. It gathers what labels, sentences, signature, subject and address say, prefers what was
 * said on purpose, and marks as uncertain what is guessed or contradicted: a person then looks at it.
 */
public final class Recogniser {

    private static final Pattern BELOW = Pattern.compile("(?i)siehe unten|s\\. ?u\\.|unten ?stehend|nachfolgend|nachstehend|(?:den|der|die) kolleg(?:en|in)(?!\\p{L})");

    /** Then one name is not all of them. */
    private static final Pattern SEVERAL = Pattern.compile("(?i)(?<!\\p{L})(?:zwei|drei|vier|fünf|sechs|[2-9]|mehrere|beide|folgende) (?:\\p{Ll}+ )?(?:zugänge|zugangslinks|personen|kolleg(?:en|innen)|mitarbeite(?:r|rinnen|nde)|beschäftigte|konten|accounts)(?!\\p{L})"
        + "|(?<!\\p{L})zugänge(?: (?:für|an)(?!\\p{L})|.*? an[.!])|(?<!\\p{L})(?:frau|herrn?) [^,.;]{3,40} (?:und|sowie) (?:frau|herrn?)(?!\\p{L})");

    private final Places places;
    private final SpaceWords spaces;

    public Recogniser(Places places, SpaceWords spaces) {
        this.places = places;
        this.spaces = spaces;
    }

    public Recognised recognise(ReadMail mail) {
        return recognise(mail, Set.of(), false);
    }

    /**
     * Reads the answer to a question of ours: fields filled in below, in our own text, are hers too, and bare lines may be what was asked.
     *
     * @param asked what was missing
     */
    public Recognised recognise(ReadMail mail, Set<Field> asked) {
        return recognise(mail, asked, true);
    }

    private Recognised recognise(ReadMail mail, Set<Field> asked, boolean answer) {
        boolean plain = mail.text().codePoints().filter(Character::isLetter).count() >= (answer ? 2 : 15);
        Recognised first = read(mail, plain || mail.html().isBlank() ? mail.text() : mail.html(), asked, answer);
        if (!plain || mail.html().isBlank() || first.isSure()) {
            return first;
        }
        // the plain part that mail programs make of a table often lost its rows
        Recognised second = read(mail, mail.html(), asked, answer);
        int before = 2 * first.missing().size() + first.uncertain().size();
        return 2 * second.missing().size() + second.uncertain().size() < before ? second : first;
    }

    private Recognised read(ReadMail mail, String text, Set<Field> asked, boolean answer) {
        Body body = Body.of(LowerCase.raise(text));
        Facts facts = new Facts(body.lines());
        List<Labelled> labelled = facts.all();
        Letter letter = new Letter(body.lines(), facts);
        if (answer) {
            if (labelled.isEmpty()) {
                labelled.addAll(Bare.answers(letter.lines(), asked));
            }
            Facts filledIn = new Facts(body.quoted());
            filledIn.all().stream().filter(one -> labelled.stream().noneMatch(own -> own.label() == one.label())).toList().forEach(labelled::add);
        }
        // who only passes a mail on may ask for its writer
        boolean passedOn = !body.quoted().isEmpty() && labelled.isEmpty() && (body.lines().isEmpty() || BELOW.matcher(String.join(" ", body.lines())).find());
        if (passedOn) {
            labelled.addAll(new Facts(body.quoted()).all());
        }
        PlaceFinder finder = new PlaceFinder(places, mail.address());
        NameFinder names = new NameFinder(mail, finder);
        OfficeFinder offices = new OfficeFinder(finder);
        letter.lines().forEach(finder::hear);
        labels(labelled, finder, names, offices);
        String subject = SpaceWords.bare(mail.subject());
        finder.note(subject, 5);
        finder.note(mail.sender(), 4.5);
        for (String sentence : letter.sentences()) {
            names.sentence(sentence);
            for (Clause clause : Clause.of(sentence, names.isIn(sentence))) {
                boolean own = clause.whose() == Clause.Whose.SENDER;
                boolean others = clause.whose() == Clause.Whose.OTHERS;
                finder.note(clause.text(), own ? 7 : others ? PlaceFinder.HINT : 5.5);
                finder.alone(clause.text(), 4);
                if (!others) {
                    finder.other(OtherBody.said(clause.text()));
                    offices.sentence(clause.text(), own);
                }
            }
        }
        names.signature(letter.signature());
        for (String line : letter.signature()) {
            finder.other(OtherBody.in(line));
            finder.note(line, 8);
            if (!names.isHers(line)) {
                finder.alone(line, 5);
            }
            for (String part : line.split("\\s*[,;|·•]\\s*|\\s+[–-]\\s+|\\s+aus\\s+")) {
                if (!part.equals(line) && !names.isHers(part)) {
                    finder.alone(part, 4.5);
                }
            }
        }
        offices.signature(letter.signature(), names);
        offices.sender(mail);
        offices.overheard(subject);
        return result(mail, body, labelled, finder, names, offices, answer, passedOn);
    }

    private static void labels(List<Labelled> labelled, PlaceFinder finder, NameFinder names, OfficeFinder offices) {
        boolean organisation = labelled.stream().anyMatch(one -> one.label() == Label.ORGANISATION || one.label() == Label.ORGANISATION_OFFICE);
        for (Labelled one : labelled) {
            switch (one.label()) {
                case ORGANISATION, ORGANISATION_OFFICE -> {
                    finder.labelled(one.word(), one.value(), 10);
                    finder.other(OtherBody.in(one.value()));
                    offices.beside(one.value(), one.label() == Label.ORGANISATION_OFFICE);
                }
                case COUNTY -> {
                    finder.county(one.value());
                    if (!organisation) {
                        finder.labelled("Landkreis", one.value(), 9);
                    }
                }
                case UNION -> finder.labelled("Verbandsgemeinde", one.value(), 4);
                case OFFICE -> {
                    offices.labelled(one.value(), one.word());
                    finder.note(one.value(), 6.5);
                }
                case FUNCTION -> offices.function(one.value());
                case FULL, LAST, FIRST, LAST_FIRST -> {
                    names.labelled(one);
                    // "Ansprechpartner: Anna Müller, Hauptamt"
                    if (one.label() == Label.FULL && labelled.stream().noneMatch(other -> other.label() == Label.OFFICE)) {
                        offices.beside(one.value(), false);
                    }
                }
                case PLACE, STATE -> {
                    finder.hear(one.value());
                    if (!organisation) {
                        finder.note(one.value(), 6.5);
                    }
                }
                case SPACE -> {
                    // "Bereich: Hauptamt" is not a space of ours
                    if (!Office.in(one.value()).isEmpty() && labelled.stream().noneMatch(other -> other.label() == Label.OFFICE)) {
                        offices.beside(one.value(), false);
                    }
                }
                default -> {
                    // spaces are read of the text, the rest says nothing of the sender
                }
            }
        }
    }

    private Recognised result(ReadMail mail, Body body, List<Labelled> labelled, PlaceFinder finder, NameFinder names, OfficeFinder offices, boolean answer,
                              boolean passedOn) {
        NameFinder.Person person = names.find();
        PlaceFinder.Home home = finder.find();
        OfficeFinder.Desk desk = offices.find(names.isForAnother());
        // an answer has our own subject, in which a word may be a space's name
        SpaceWords.Meant space = answer ? null : spaces.in(mail.subject());
        boolean guessed = false;
        if (space == null) {
            String asked = labelled.stream().filter(one -> one.label() == Label.SPACE).map(Labelled::value).findFirst().orElse(null);
            space = asked == null ? null : spaces.in(asked);
            if (space == null && !answer) {
                SpaceWords.Meant own = spaces.in(String.join(" ", body.lines()));
                space = own == null ? spaces.in(String.join(" ", body.quoted())) : own;
                guessed = space != null;
            }
        } else {
            // an old subject above a new matter
            SpaceWords.Meant said = spaces.in(String.join(" ", body.lines()));
            guessed = said != null && !said.slug().equals(space.slug());
        }
        Set<Field> uncertain = EnumSet.noneOf(Field.class);
        boolean several = SEVERAL.matcher(String.join(" ", body.lines())).find();
        mark(uncertain, Field.FIRST_NAME, person.first() != null && (passedOn || several || !person.sure()));
        mark(uncertain, Field.LAST_NAME, person.last() != null && (passedOn || several || !person.sure()));
        mark(uncertain, Field.ORGANISATION, home.written() != null && !home.sure());
        mark(uncertain, Field.OFFICE, desk.office() != null && (passedOn || several || !desk.sure() || isWithin(desk.office()) || names.isForAnother() || finder.isOther()));
        mark(uncertain, Field.SPACE, space != null && (guessed || !space.exact()));
        return new Recognised(mail.address(), person.first(), person.last(), home.written(), home.candidates(), desk.office(), desk.function(),
            space == null ? null : space.slug(), uncertain, Recognised.missing(person.first(), person.last(), home.written(), desk.office(), space == null ? null : space.slug()));
    }

    /** "Bezirksamt Bergedorf, Fachamt Einwohnerwesen": which of the two is meant as the Dienststelle nobody can tell. */
    private static boolean isWithin(String office) {
        return office.startsWith("Bezirksamt") && office.contains(",");
    }

    private static void mark(Set<Field> uncertain, Field field, boolean is) {
        if (is) {
            uncertain.add(field);
        }
    }
}
