package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.registration.service.recognition.Label.Labelled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides who wrote: what she says of herself, how she signs, and whether her address agrees. */
final class NameFinder {

    private static final String PART = "(?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.|Dr\\.|Prof\\.|(?:von|vom|van|de|der|zu|und|zur|den|di|da|el|al|le|la)(?!\\p{L}))";
    private static final Pattern SAYS = Pattern.compile("(?i:(?<![\\p{L}])(?:mein name (?:ist|lautet)|ich hei(?:ß|ss)e|my name is|i am|ich bin|hier (?:ist|schreibt|meldet sich)|es schreibt ihnen|ich,|name ist|ich \\())[ :]*(?i:(?:die|der|frau|herr|hr\\.|fr\\.)[ ]+)?(" + PART + "(?: " + PART + "){0,5})");
    private static final Set<String> NO_NAME = Set.of("aus", "freundliche", "freundlichen", "gruesse", "gruessen", "gruss", "mit", "beste", "besten", "viele", "vielen", "dank", "herzliche", "liebe", "sehr", "geehrte", "damen",
        "herren", "im", "auftrag", "in", "vertretung", "das", "ich", "wir", "ihr", "ihre", "telefon", "tel", "fax", "telefax", "mobil", "postfach", "hausanschrift", "zimmer", "raum", "www", "info", "poststelle", "corona", "coronavirus", "danke",
        "voraus", "bitte", "zugang", "guten", "tag", "morgen", "hallo", "kollegen", "kolleginnen", "neue", "neuer", "email", "mail", "postanschrift", "anlage", "zentrale", "service", "team", "deutschland", "germany", "oeffnungszeiten", "sprechzeiten",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "kontakt", "vorab", "betreff", "abteilung", "und", "dezernat", "referat", "sachgebiet", "fachbereich", "fachdienst", "az", "stadtverwaltung", "gemeindeverwaltung", "gesendet", "von", "iphone", "outlook", "dienststelle",
        "krisenstab", "krisenaustausch", "anmeldung", "registrierung", "zugangsdaten", "freischaltung", "antrag", "formular", "portal", "katastrophenschutz", "soziales", "organisation", "personal", "finanzen", "bauen", "umwelt", "ordnung", "sicherheit", "jugend", "schule", "kultur", "sport", "buergerdienste", "dienste", "allgemeine", "verwaltung", "recht");
    private static final Pattern STREET = Pattern.compile("(?i).*(?:stra(?:ß|ss)e|str\\.|platz|weg|allee|gasse|ring|damm|ufer|markt|graben|chaussee)(?: \\d.*)?$");

    private final ReadMail mail;
    private final PlaceFinder places;
    private final List<Heard> heard = new ArrayList<>();
    private final List<String> local = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private String first;
    private String last;
    private String signed;
    /** Two are labelled: a list of people. */
    private boolean several;

    /** For whom a mail asks is meant, whoever signs it; less than who says "ich bin". */
    private static final double PROXY = 8.6;
    private static final double LEADING = 7.4;

    private record Heard(PersonName name, double weight) {
    }

    /** What was decided. */
    record Person(String first, String last, boolean sure) {
    }

    NameFinder(ReadMail mail, PlaceFinder places) {
        this.mail = mail;
        this.places = places;
        if (mail.address() != null) {
            String part = Folding.fold(mail.address().substring(0, mail.address().lastIndexOf('@'))).replaceAll("\\d+$|\\+.*$", "");
            local.addAll(Arrays.stream(part.split("[._]+|-(?=[^-]*$)")).filter(word -> !word.isEmpty()).toList());
        }
        for (String part : mail.sender().split("\\s*[|/·•;]\\s*|\\s+[–-]\\s+|\\s+@\\s+")) {
            if (isPerson(part) && !part.isBlank()) {
                PersonName name = PersonName.of(part);
                if (name.first() != null) {
                    heard.add(new Heard(name, 6));
                    break;
                }
            }
        }
        // "Müller, Anna, Stadt Ulm"
        String[] commas = mail.sender().split("\\s*,\\s*");
        if (commas.length > 2 && isPerson(commas[0] + ", " + commas[1])) {
            heard.add(new Heard(PersonName.of(commas[0] + ", " + commas[1]), 6));
        }
    }

    void labelled(Labelled one) {
        switch (one.label()) {
            case FIRST -> {
                several |= first != null && !Folding.fold(first).equals(Folding.fold(one.value()));
                first = first == null ? one.value() : first;
            }
            case LAST -> {
                several |= last != null && !Folding.fold(last).equals(Folding.fold(one.value()));
                last = last == null ? one.value() : last;
            }
            default -> {
                String value = one.value().split("\\s*[;|]\\s*|\\s+[–-]\\s+|\\s*\\(")[0];
                PersonName name = PersonName.of(value);
                if (value.contains(",") && (name == null || !isPerson(value) && isPerson(value.substring(0, value.indexOf(','))))) {
                    name = PersonName.of(value.substring(0, value.indexOf(',')));
                }
                if (one.label() == Label.LAST_FIRST && name != null && !value.contains(",") && name.first() != null) {
                    String[] words = value.strip().split("\\s+");
                    name = words.length == 2 && !(FirstNames.isOne(words[0]) && !FirstNames.isOne(words[1])) ? PersonName.of(words[0] + ", " + words[1]) : new PersonName(name.first(), name.last(), false);
                }
                if (name != null && name.first() == null && one.label() == Label.FULL && last == null) {
                    last = value;
                } else if (name != null && (isPerson(value) || FirstNames.isOne(String.valueOf(name.first()).split(" ")[0]))) {
                    heard.add(new Heard(name, 10));
                }
            }
        }
    }

    void sentence(String sentence) {
        said.append(sentence).append('\n');
        String alone = sentence.replaceAll("[,.]$", "");
        PersonName whole = isPerson(alone) ? PersonName.of(alone) : null;
        if (whole != null && whole.first() != null && FirstNames.isOne(whole.first().split(" ")[0]) && alone.split(" ").length <= 4) {
            heard.add(new Heard(whole, 7.5));
        }
        for (String other : Proxy.in(sentence)) {
            heard.add(new Heard(PersonName.of(other), PROXY));
        }
        // "Anna Müller, Stadt Ulm, Bauamt"
        String ungreeted = Facts.bullet(sentence).replaceFirst("^(?i)(?:hi|hey|hallo|moin(?: moin)?|servus|guten (?:tag|morgen)|grüß gott)[,!] *", "");
        int comma = ungreeted.indexOf(',');
        PersonName leading = whole == null && comma > 0 && isPerson(ungreeted.substring(0, comma)) ? PersonName.of(ungreeted.substring(0, comma)) : null;
        if (leading != null && leading.first() != null && FirstNames.isOne(leading.first().split(" ")[0]) && !ungreeted.matches("(?is)(?:sehr|liebe|hallo|guten|moin|dear|frau|herr).*")) {
            heard.add(new Heard(leading, LEADING));
        }
        Matcher says = SAYS.matcher(sentence);
        while (says.find()) {
            List<String> words = List.of(says.group(1).split(" "));
            for (int size = words.size(); size >= 2; size--) {
                String name = String.join(" ", words.subList(0, size));
                PersonName person = isPerson(name) ? PersonName.of(name) : null;
                if (person != null && person.first() != null && Character.isUpperCase(words.get(size - 1).charAt(0))) {
                    heard.add(new Heard(person, 9));
                    break;
                }
            }
        }
    }

    void signature(List<String> lines) {
        Heard best = null;
        for (int i = 0; i < Math.min(lines.size(), 14); i++) {
            for (String part : lines.get(i).split("\\s*[|/·•;]\\s*|\\s+[–-]\\s+|\\s{3,}")) {
                String bare = part.replaceAll("(?i)^(?:i\\. ?a\\.|i\\. ?v\\.|im auftrage?|in vertretung|gez\\.?|ihre?)[\\s:,]*", "");
                Heard candidate = signed(bare, i, part);
                if (candidate != null && (best == null || candidate.weight > best.weight)) {
                    best = candidate;
                    signed = part;
                }
            }
        }
        if (best != null) {
            heard.add(best);
        }
    }

    private Heard signed(String text, int line, String whole) {
        PersonName name = isPerson(text) ? PersonName.of(text) : null;
        if (name == null && text.contains(",")) {
            String before = text.substring(0, text.indexOf(','));
            name = isPerson(before) ? PersonName.of(before) : null;
        }
        if (name == null) {
            return null;
        }
        if (name.first() == null) {
            boolean meant = !whole.equals(text) || line <= 1;
            return meant && !FirstNames.isOne(name.last()) && !places.isPlace(text) && Character.isUpperCase(name.last().charAt(0)) ? new Heard(new PersonName(null, name.last(), true), 7 - line * 0.1) : null;
        }
        boolean known = FirstNames.isOne(name.first().split(" ")[0]);
        boolean comma = text.contains(",");
        if (!known && (places.isPlace(text) || line > 3 || comma)) {
            return null;
        }
        if (Office.isTopic(text) && !known) {
            return null;
        }
        return new Heard(known || agrees(name) ? name : new PersonName(name.first(), name.last(), false), (known ? 8 : 7.2) - line * 0.05);
    }

    /** @return whether a sentence names her, as far as is known: "Anna Müller, Stadt Ulm, Bauamt" */
    boolean isIn(String sentence) {
        return heard.stream().anyMatch(one -> one.weight != PROXY && one.name.last() != null && one.name.last().length() > 2 && sentence.contains(one.name.last()));
    }

    /** @return whether the mail asks for somebody who is not its writer, or for several: then it may name a Dienststelle of each */
    boolean isForAnother() {
        return several || heard.stream().filter(one -> one.weight == PROXY || one.weight == LEADING).anyMatch(one -> heard.stream()
            .anyMatch(other -> (one.weight == LEADING ? other.weight == LEADING : other.weight != PROXY) && !same(one.name, other.name)));
    }

    /** @return whether the line holds the name that she signs with */
    boolean isHers(String line) {
        return signed != null && (line.contains(signed) || signed.contains(line)) && !line.isBlank();
    }

    /** @return whether a text has the shape of a name, and none of the words that names do not have */
    private boolean isPerson(String text) {
        if (text.matches(".*[\\d@:/?!=+].*") || text.length() > 60 || text.isBlank() || STREET.matcher(text).matches()) {
            return false;
        }
        PersonName name = PersonName.of(text);
        if (name == null) {
            return false;
        }
        String whole = (name.first() == null ? "" : name.first() + " ") + name.last();
        boolean begins = Character.isUpperCase(whole.charAt(0));
        // "Heide Amtmann" and "Horst Amt" are persons, when their address says so too
        if (begins && name.first() != null && FirstNames.isOne(name.first().split(" ")[0]) && agrees(name)) {
            return true;
        }
        return begins && Function.in(whole) == null && Office.in(whole).isEmpty() && Arrays.stream(whole.split(" ")).noneMatch(word -> NO_NAME.contains(Folding.fold(word)) && Character.isUpperCase(word.charAt(0))
            || Designation.of(word) != null && Designation.of(word) != Designation.ANY && !FirstNames.isOne(word) && word.matches("(?i).*(?:amt|rathaus|magistrat|stadt|gemeinde|kreis|verwaltung|vg|sg|gde\\.?)"));
    }

    Person find() {
        PersonName labels = labels();
        if (labels != null) {
            heard.add(new Heard(labels, 10.5));
        }
        Heard best = heard.stream().max(Comparator.comparingDouble(Heard::weight)).orElse(null);
        if (best == null) {
            return guess();
        }
        PersonName name = best.name;
        boolean contradicted = several;
        boolean confirmed = agrees(name);
        for (Heard other : heard) {
            if (other != best && same(name, other.name)) {
                confirmed |= other.name.first() != null && other.name.sure();
                if (name.first() == null || name.last() == null) {
                    name = new PersonName(name.first() == null ? other.name.first() : name.first(), name.last() == null ? other.name.last() : name.last(), other.name.sure());
                } else if (!name.sure() && other.name.sure() && other.name.first() != null) {
                    name = other.name;
                }
            } else if (other != best && other.weight >= 6) {
                contradicted = true;
            }
        }
        name = name.first() == null ? fromAddress(fromText(name)) : labels == null ? divided(name) : name;
        boolean lone = best.weight <= 6 && !confirmed;
        return new Person(name.first(), name.last(), !contradicted && !lone && (name.sure() || confirmed) && !foreign(name));
    }

    private static boolean same(PersonName one, PersonName other) {
        if (one.last() == null || other.last() == null) {
            String first = one.first() == null ? other.first() : one.first();
            String second = other.first() == null ? one.first() : other.first();
            return first != null && second != null && Folding.fold(first).split("[ -]")[0].equals(Folding.fold(second).split("[ -]")[0]);
        }
        return one.agrees(other);
    }

    private PersonName labels() {
        if (first == null && last == null) {
            return null;
        }
        PersonName whole = last == null ? null : PersonName.of(last);
        PersonName given = first == null ? null : PersonName.of(first + " X");
        if (first != null && given == null) {
            return null;
        }
        String forename = given == null ? null : given.first();
        if (first != null && whole != null && whole.first() != null && last.strip().split("\\s+").length > 1 && Folding.fold(whole.first()).equals(Folding.fold(String.valueOf(forename)))) {
            // "Name: Anna Müller" beside "Vorname: Anna"
            return whole;
        }
        PersonName family = last == null ? null : PersonName.of("X " + last.replaceAll("^(?i)(?:frau|herr)\\s+", ""));
        String surname = family == null ? null : family.last().equals("X") ? null : family.first() == null || family.first().equals("X") ? family.last() : family.first().substring(1).strip() + " " + family.last();
        return surname == null && forename == null ? null : new PersonName(forename, surname == null ? null : surname.strip(), true);
    }

    /** "Ludger Schulze Everding" whose address is schulze-everding@ or l.schulze-everding@ has one given name. */
    private PersonName divided(PersonName name) {
        String[] words = name.first() == null || name.last() == null ? new String[0] : (name.first() + " " + name.last()).split(" ");
        for (int given = 1; given < words.length - 1; given++) {
            String family = Folding.fold(String.join("", Arrays.asList(words).subList(given, words.length))).replaceAll("[^a-z]", "");
            String before = Folding.fold(String.join("", Arrays.asList(words).subList(0, given))).replaceAll("[^a-z]", "");
            String whole = String.join("", local).replaceAll("[^a-z]", "");
            if (whole.endsWith(family) && before.startsWith(whole.substring(0, whole.length() - family.length()))) {
                return new PersonName(String.join(" ", Arrays.asList(words).subList(0, given)), String.join(" ", Arrays.asList(words).subList(given, words.length)), true);
            }
        }
        return name;
    }

    private boolean agrees(PersonName name) {
        if (local.size() < 2 || name.first() == null || name.last() == null) {
            return false;
        }
        String given = Folding.fold(name.first()).replaceAll("[^a-z]", "");
        String family = Folding.fold(name.last()).replaceAll("[^a-z]", "");
        String one = local.get(0).replaceAll("[^a-z]", "");
        String two = String.join("", local.subList(1, local.size())).replaceAll("[^a-z]", "");
        return !one.isEmpty() && !two.isEmpty() && ((begins(given, one) || one.equals(initials(name.first()))) && family.contains(two) || begins(given, two) && family.contains(one) || given.startsWith(one) && two.endsWith(family));
    }

    /** "jo" is Jan-Ole. */
    private static String initials(String given) {
        return Arrays.stream(Folding.fold(given).split("[ -]+")).filter(part -> !part.isEmpty()).map(part -> part.substring(0, 1)).collect(java.util.stream.Collectors.joining());
    }

    private static boolean begins(String given, String said) {
        return given.startsWith(said) || said.startsWith(given);
    }

    /** The address is plainly another person's. */
    private boolean foreign(PersonName name) {
        if (local.size() != 2 || !FirstNames.isOne(local.get(0)) || local.get(1).length() < 3 || name.last() == null) {
            return false;
        }
        String family = Folding.fold(name.last()).replaceAll("[^a-z]", "");
        String given = name.first() == null ? "" : Folding.fold(name.first()).replaceAll("[^a-z]", "");
        String two = local.get(1).replaceAll("[^a-z]", "");
        return !(family.contains(two) || two.contains(family) || given.contains(two)) || !given.isEmpty() && !begins(given, local.get(0)) && !local.get(0).equals(initials(name.first())) && !family.contains(local.get(0)) && !given.contains(local.get(0));
    }

    /** "Frau Dewald" was "meine Kollegin Petra Dewald" before. */
    private PersonName fromText(PersonName name) {
        Matcher whole = Pattern.compile("(?<!\\p{L})(\\p{Lu}\\p{L}+(?:-\\p{Lu}\\p{L}+)?) " + Pattern.quote(name.last()) + "(?!\\p{L})").matcher(said);
        return whole.find() && FirstNames.isOne(whole.group(1).split("-")[0]) ? new PersonName(whole.group(1), name.last(), true) : name;
    }

    /** Her family name is told, the first one stands in her address. */
    private PersonName fromAddress(PersonName name) {
        if (local.size() == 2 && local.get(0).length() > 2 && name.last() != null && Folding.fold(name.last()).replaceAll("[^a-z]", "").contains(local.get(1).replaceAll("[^a-z]", "")) && FirstNames.isOne(local.get(0))) {
            return new PersonName(Character.toUpperCase(local.get(0).charAt(0)) + local.get(0).substring(1), name.last(), !local.get(0).matches(".*(?:ae|oe|ue|ss).*"));
        }
        return name;
    }

    private Person guess() {
        if (local.size() == 2 && FirstNames.isOne(local.get(0)) && local.get(1).length() > 2) {
            PersonName name = PersonName.of(local.get(0) + " " + local.get(1));
            return name == null ? new Person(null, null, false) : new Person(name.first(), name.last(), false);
        }
        return new Person(null, null, false);
    }
}
