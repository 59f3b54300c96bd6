package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows a Dienststelle by its words: "Ordnungsamt", "Fachbereich 3 – Soziales", "Kämmerei". */
final class Office {

    private static final String NUMBER = "(?:[ .]*(?:\\d{1,3}(?:[./]\\d{1,3})*|[IVX]{1,4}(?:[./]\\d+)?)\\b\\.?)?";
    private static final String MORE = "(?:[ ]*[–:-][ ]*|[ ]+)";
    private static final String WORD = "(?!(?:Große[nr]? )?(?:Kreis|Hanse|Universitäts|Hochschul|Landeshaupt|Berg|Luther|Bundes|Kur|Residenz)?[Ss]tadt\\b|(?:Ihre?[nmrs]?|Sie|Den|Das|Die|Der|Unsere?[nmrs]?|Eine?[nmr]?|Ich|Wir|Mein|Meine|Gemeinde|Landkreis(?:es)?|Samtgemeinde|Verbandsgemeinde|Kreis(?:es)?|Amtes|Marktes)\\b)[A-ZÄÖÜ][\\p{L}/-]*";
    /** "für öffentliche Ordnung", "und Soziale Dienste". */
    private static final String ADJECTIVE = "(?:(?:öffentliche|allgemeine|innere|besondere|interne|zentrale|\\p{Ll}{2,12}(?:isch|lich|iell|tal|nal)e)[rsnm]? )?";
    private static final String TOPIC = ADJECTIVE + WORD + "(?:(?:,| und| u\\.| &| sowie| für| der| des| die| zur|-)?[ ]" + "(?:und |u\\. |& )?" + ADJECTIVE + WORD + ")*";
    private static final String KIND = "(?:Fachbereichs?|Fachdienst(?:e?s)?|Fachgebiet(?:e?s)?|Fachgruppe|Aufgabengebiet(?:e?s)?|Sachgebiet(?:e?s)?|Sachbereichs?|Abteilung|Abt\\.|Referat(?:e?s)?|Dezernat(?:e?s)?|Amte?s?|Stabs?stelle|Stabsbereich|"
        + "Team|Geschäftsbereichs?|Teilbereich|Hauptabteilung|Organisationseinheit|Produktbereich|Servicebereich|Eigenbetriebe?s?|FB|FD|FG|SG|Ref\\.|Dez\\.|Fachamt|Unterabteilung|Büro|Department|Bereichs?|Zentrale?)";
    private static final String END = "(?:[Aa]mt(?:e?s)?|[Kk]ämmerei|[Kk]asse|[Aa]bteilung|(?<![Ww]er)[Ss]telle|[Bb]üros?|(?<!Stadt|Gemeinde|Kreis|Markt|Amts|Verbandsgemeinde|Samtgemeinde|Kommunal)[Vv]erwaltung|[Bb]ehörde|[Ff]örderung|"
        + "[Bb]auhof(?:e?s)?|[Aa]rchivs?|[Bb]ücherei|[Bb]ibliothek|[Ww]erke|[Bb]etrieb(?:e?s)?|[Ff]euerwehr|(?<!Mit)[Dd]ienste?s?|[Aa]ufsicht|[Ss]ekretariats?|[Zz]entrums?|[Ss]ervices?|[Rr]eferats?|"
        + "[Dd]ezernats?|[Kk]risenstab(?:e?s)?|[Ll]eitstelle|[Mm]useums?|[Vv]olkshochschule|[Pp]lanung|[Rr]eferat|[Mm]anagement|[Ww]irtschaft|[Oo]rganisation|[Pp]rüfung|[Vv]orzimmer|[Gg]eschäftsleitung|[Ss]tabs?stelle|[Cc]ontrolling|[Rr]egistratur|[Ii]nformation)";
    private static final Pattern HEADED = Pattern.compile("(?<![\\p{L}-])" + KIND + "(?![\\p{L}])" + NUMBER + "(?:" + MORE + "(?:für |der |des )?" + TOPIC + ")?(?:[ ]\\((?!" + KIND + "(?![\\p{L}]))[\\p{L}\\d .,/&-]+\\))?");
    private static final Pattern SINGLE = Pattern.compile("(?<![\\p{L}-])(?:" + WORD + "(?:-,|-?/|-? und| u\\.|-? &)[ ]?)*(?:(?:Zentrale[rsn]?|Untere[rn]?|Öffentliche[rsn]?|Innere[rsn]?|Allgemeine[rsn]?|Technische[rsn]?|Soziale[rsn]?|Staatliche[rsn]?|Städtische[rsn]?|Kommunale[rsn]?) )?"
        + "(?:[A-ZÄÖÜ][\\p{L}-]*?)?" + END + "(?![\\p{L}])(?: (?:für|der|des|und|&|-|–) " + TOPIC + ")?");
    /** "Fachbereich 4, Finanzen" on a line of its own; never tried twice, for a topic of many words has very many ways to be read. */
    private static final Pattern NUMBERED = Pattern.compile("(?<![\\p{L}-])" + KIND + "[ .]*(?:\\d{1,3}(?:[./]\\d{1,3})*|[IVX]{1,4}), ((?>" + TOPIC + "))(?=[\\s,.–-]*$)");
    private static final Pattern ENGLISH = Pattern.compile("(?<![\\p{L}-])(?!(?:The|Our|My|Home|Microsoft|Head) )(?:[A-Z][a-z]+ (?:and |& )?){1,4}(?:Office|Department|Unit|Division|Agency)(?![\\p{L}])"
        + "|(?:Office|Department|Division|Unit) (?:for|of) [A-Z][a-z]+(?: (?:and |& )?[A-Z][a-z]+)*");
    private static final Pattern NONE = Pattern.compile("(?i)(?:(?:ober)?bürgermeisteramt(?:e?s)?|landratsamt(?:e?s)?|ehrenamt(?:e?s)?|finanzamt(?:e?s)?|gesamt|samt|insgesamt|ober|amte?s?|bereichs?|büro|dienste?s?|team|zentrale?|"
        + "stelle|dienststelle|verwaltung|abteilung|behörde|service|organisation|wirtschaft|planung|(?:an|aus|fest|schnitt|bau|tank|halte|baustelle|kontakt|ansprech|her)stelle|schichtdienst|nachrichtendienst|"
        + "referats?|betrieb|prüfung|förderung|zentrum|fachbereichs?|sachgebiets?|fachdienst|kreisverwaltung|stadtverwaltung|gemeindeverwaltung|(?:\\p{L}+gemeinde)verwaltung|office|department|"
        + "öffentlicher dienst|öffentlichen dienstes?|wissensmanagement|krisenmanagement|information(?:en)?|\\p{L}*(?:not|regel|probe|dienst|normal|schul|geschäfts|kita|schicht|präsenz|wechsel|parallel)betrieb(?:e?s)?)");
    private static final Pattern TOPICS = Pattern.compile("(?i)(?:\\b(?:personal|organisation|sozial|jugend|kultur|schul|bau|hochbau|tiefbau|umwelt|finanz|steuer|recht|ordnung|sicherheit|katastroph|brand|bevölkerungsschutz|zivilschutz|verkehr|"
        + "edv|iuk|informatik|digital|liegenschaft|wirtschaft|presse|öffentlichkeit|bürger|zentral|standes|einwohner|melde|gewerbe|stadtplanung|gebäude|vergabe|controlling|datenschutz|gleichstellung|hauptverwaltung|"
        + "integration|sport|touris|gremien|wahlen|archiv|veterinär|gesundheit|abfall|feuerwehr|kita|kindertages|allgemeine verwaltung|innere|rat\\b|haushalt|friedhof|klima|forst|personen|asyl|ausländer|wohn|rettungs|"
        + "innen|kommunikation|büroleitung|vorzimmer|geschäftsleitung|gefahrenabwehr|grundstück|zentrale)|\\bIT\\b|(?:dienste|wesen|angelegenheiten|schutz|leistungen|management|förderung|planung|werke|bauhof)\\b)");

    private static final Pattern NAME = Pattern.compile(",? (\\p{Lu}[\\p{Ll}-]+) \\p{Lu}[\\p{L}-]+$");

    private Office() {
    }

    /** @return the offices that a line or sentence names, in its order */
    static List<String> in(String text) {
        TreeMap<Integer, String> found = new TreeMap<>();
        List<int[]> spans = new ArrayList<>();
        for (Pattern shape : List.of(NUMBERED, HEADED, SINGLE, ENGLISH)) {
            Matcher matcher = shape.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if ((shape == NUMBERED ? isTopic(matcher.group(1)) : isOne(matcher.group())) && spans.stream().noneMatch(span -> start < span[1] && span[0] < end)) {
                    spans.add(new int[] {start, end});
                    found.put(start, nominative(unnamed(matcher.group().strip())));
                }
            }
        }
        return joined(text, found);
    }

    /** "Fachbereich 3 / Ordnungsamt" is one, with its number and its name. */
    private static List<String> joined(String text, TreeMap<Integer, String> found) {
        List<String> offices = new ArrayList<>();
        int end = -1;
        for (Map.Entry<Integer, String> one : found.entrySet()) {
            String between = end < 0 || end > one.getKey() ? "" : text.substring(end, one.getKey());
            if (between.matches("\\s*/\\s*")) {
                offices.set(offices.size() - 1, offices.get(offices.size() - 1) + between + one.getValue());
            } else {
                offices.add(one.getValue());
            }
            end = one.getKey() + one.getValue().length();
        }
        return offices;
    }

    /** "FB Ordnung, Anna Müller": the person is none of its topics. */
    private static String unnamed(String phrase) {
        Matcher name = NAME.matcher(phrase);
        return name.find() && name.start() > 0 && FirstNames.isOne(name.group(1)) ? phrase.substring(0, name.start()) : phrase;
    }

    /** @return whether a whole line may name a field of work: "Personal und Organisation" */
    static boolean isTopic(String line) {
        return line.length() <= 70 && line.matches("(?:\\d[\\d./]* ?[-–]? ?)?[A-ZÄÖÜ].*") && line.split("\\s+").length <= 7 && TOPICS.matcher(line).find();
    }

    private static boolean isOne(String phrase) {
        String bare = phrase.strip();
        return bare.length() >= 3 && !NONE.matcher(bare).matches() && !bare.matches("(?i)(?:bereichs?|büro|team|zentrale?|amt) (?:corona.*|covid.*|der|des|von|in)");
    }

    /** "Ordnungsamtes" is the Ordnungsamt, "Amtes für Soziales" the Amt. */
    static String nominative(String phrase) {
        return phrase.replaceAll("([Aa]mt)(?:e?s)(?![\\p{L}])", "$1").replaceAll("([Bb]üro|[Dd]ienst|[Bb]etrieb|[Rr]eferat|[Dd]ezernat|[Ff]achbereich|[Gg]eschäftsbereich|[Ss]achgebiet|[Ff]achgebiet|[Aa]rchiv|[Bb]auhof|[Kk]risenstab)e?s(?![\\p{L}])", "$1")
            .replaceAll("^Zentralen ", "Zentrale ").replaceAll("^Unteren ", "Untere ").replaceAll("[\\s,;:–-]+$", "").strip();
    }
}
