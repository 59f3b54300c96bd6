package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.Ags;
import de.krisenaustausch.municipality.Ars;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.shared.BusinessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the official list of municipalities (GV100AD of Destatis, fixed columns, 220 characters a line): Kreise (40),
 * Gemeindeverbände (50) and municipalities (60), each after the one that it lies in. Left out is what has no office of its
 * own: gemeindefreie Gebiete, the Kreis and Verband that a town is for itself, and a Verband that a town runs for others.
 * Newer files are UTF-8, older ones Latin 1. The first line that is wrong refuses the whole file, and is named.
 */
final class OfficialFile {

    private static final String REFUSED = "directory.file.";
    private static final int LONGEST = 220;
    private static final int SHORTEST = 72;
    private static final Set<String> TYPES = Set.of("10", "20", "30", "40", "50", "60");
    private static final Set<String> OWN_COUNTY = Set.of("41", "42");
    private static final Set<String> NO_OFFICE = Set.of("50", "58");
    private static final Set<String> NO_MUNICIPALITY = Set.of("65", "66");
    private static final Map<String, String> UNIONS = Map.of("51", "Amt", "52", "Samtgemeinde", "53", "Verbandsgemeinde",
        "54", "Verwaltungsgemeinschaft", "55", "Amt", "56", "Verwaltungsverband", "57", "Verwaltungsgemeinschaft");
    private static final Map<String, String> KINDS = Map.of("60", "Markt", "61", "Stadt", "62", "Stadt", "63", "Stadt", "64", "Gemeinde", "67", "Stadt");
    /** What stands behind a name and belongs before it; everything else there is decoration. */
    private static final Set<String> TITLES = Set.of("Landeshauptstadt", "Hansestadt", "Freie und Hansestadt", "Hanse- und Universitätsstadt",
        "Universitäts- und Hansestadt", "Lutherstadt", "Flecken");

    private final Map<String, OfficialEntry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> counties = new HashMap<>();
    private LocalDate asOf;
    private int number;
    private String line;

    private OfficialFile() {
    }

    /** @param asOf day for which the list holds */
    record Content(LocalDate asOf, List<OfficialEntry> entries) {
    }

    /** @throws BusinessException {@code directory.file.…} with the number of the line that is wrong */
    static Content read(Path file) throws IOException {
        try {
            return read(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException older) {
            return read(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static Content read(Path file, Charset charset) throws IOException {
        OfficialFile reading = new OfficialFile();
        try (InputStream in = Files.newInputStream(file); BufferedReader reader = new BufferedReader(new InputStreamReader(in,
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                reading.take(next.startsWith("\uFEFF") ? next.substring(1) : next);
            }
        }
        if (reading.entries.values().stream().noneMatch(OfficialEntry::isMunicipality)) {
            throw new BusinessException("directory.file.empty");
        }
        return new Content(reading.asOf, reading.counted());
    }

    private void take(String next) {
        number++;
        if (next.isBlank()) {
            return;
        }
        if (next.length() > LONGEST || next.length() < SHORTEST) {
            throw wrong("length", next.length());
        }
        line = next + " ".repeat(LONGEST - next.length());
        String type = text(1, 2);
        if (!TYPES.contains(type)) {
            throw wrong("type");
        }
        day();
        switch (type) {
            case "40" -> county();
            case "50" -> union();
            case "60" -> municipality();
            default -> { }
        }
    }

    private void day() {
        LocalDate day;
        try {
            day = LocalDate.parse(text(3, 10), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            throw wrong("day");
        }
        if (asOf != null && !asOf.equals(day)) {
            throw wrong("otherDay");
        }
        asOf = day;
    }

    private void county() {
        String key = digits(11, 15);
        boolean city = OWN_COUNTY.contains(text(123, 124));
        String name = name();
        if (!city) {
            name = name.matches("(?iu).*kreis\\b.*|Region .*|Städteregion .*|Regionalverband .*") ? name : ("43".equals(text(123, 124)) ? "Kreis " : "Landkreis ") + name;
            add(new OfficialEntry(new Ags(key + "000"), new Ars(key + "0000000"), name, MunicipalityKind.COUNTY, null, state(key), 0, null, 0));
        }
        counties.put(key, city ? "" : name);
    }

    private void union() {
        String key = digits(11, 15) + digits(19, 22);
        if (NO_OFFICE.contains(text(123, 124))) {
            return;
        }
        String designation = UNIONS.get(text(123, 124));
        if (designation == null) {
            throw wrong("kind");
        }
        String name = name().replace(" (VGem)", "");
        if (name.startsWith("VVG ")) {
            return;
        }
        boolean designated = name.matches("(?u)(GVV|VG|Region|Amt|.*verband|.*gemeinschaft|.*gemeinde)\\b.*");
        add(new OfficialEntry(null, new Ars(key + "000"), designated ? name : designation + " " + name, MunicipalityKind.UNION,
            countyOf(key.substring(0, 5)), state(key), 0, null, 0));
    }

    private void municipality() {
        String ags = digits(11, 18);
        String ars = ags.substring(0, 5) + digits(19, 22) + ags.substring(5);
        String mark = text(123, 124);
        if (NO_MUNICIPALITY.contains(mark)) {
            return;
        }
        String designation = KINDS.get(mark);
        if (designation == null) {
            throw wrong("kind");
        }
        String[] parts = text(23, 72).strip().split("\\s*,\\s*", 2);
        String title = parts.length < 2 ? "" : parts[1];
        String name = (TITLES.contains(title) ? title : title.startsWith("Markt") ? "Markt" : designation) + " " + name();
        MunicipalityKind kind = OWN_COUNTY.contains(String.valueOf(Integer.parseInt(mark) - 20)) ? MunicipalityKind.CITY
            : "Stadt".equals(designation) ? MunicipalityKind.TOWN : MunicipalityKind.VILLAGE;
        String postalCode = text(166, 170).isBlank() ? null : digits(166, 170);
        add(new OfficialEntry(new Ags(ags), new Ars(ars), name, kind, countyOf(ags.substring(0, 5)), state(ags), number(140, 150), postalCode, number(129, 139)));
    }

    private void add(OfficialEntry entry) {
        String key = entry.ars().value();
        if (entries.putIfAbsent(key, entry) != null) {
            throw wrong("twice", lines.get(key));
        }
        lines.put(key, number);
    }

    private String countyOf(String key) {
        String county = counties.get(key);
        if (county == null) {
            throw wrong("county");
        }
        return county.isEmpty() ? null : county;
    }

    private FederalState state(String key) {
        try {
            return FederalState.ofKey(key.substring(0, 2));
        } catch (IllegalArgumentException none) {
            throw wrong("key");
        }
    }

    private String name() {
        String name = text(23, 72).strip().split("\\s*,\\s*", 2)[0];
        if (name.isEmpty()) {
            throw wrong("name");
        }
        return name;
    }

    private String digits(int from, int to) {
        String text = text(from, to);
        if (!text.matches("[0-9]+")) {
            throw wrong("key");
        }
        return text;
    }

    private int number(int from, int to) {
        String text = text(from, to).strip();
        if (!text.matches("[0-9]{1,11}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw wrong("number");
        }
        return Integer.parseInt(text);
    }

    /** @param from column, counted from 1 as the description of the file does @param to the last one */
    private String text(int from, int to) {
        return line.substring(from - 1, to);
    }

    private BusinessException wrong(String reason) {
        return new BusinessException(REFUSED + reason, number);
    }

    private BusinessException wrong(String reason, int found) {
        return new BusinessException(REFUSED + reason, number, found);
    }

    /** Kreise and Gemeindeverbände have the people of their municipalities; the file counts only these. */
    private List<OfficialEntry> counted() {
        Map<String, Integer> people = new HashMap<>();
        entries.values().stream().filter(OfficialEntry::isMunicipality).forEach(entry -> {
            people.merge(entry.ars().county(), entry.population(), Integer::sum);
            people.merge(entry.ars().union(), entry.population(), Integer::sum);
        });
        List<OfficialEntry> all = new ArrayList<>();
        entries.values().forEach(entry -> all.add(entry.isMunicipality() ? entry
            : new OfficialEntry(entry.ags(), entry.ars(), entry.name(), entry.kind(), entry.county(), entry.state(),
                people.getOrDefault(entry.kind() == MunicipalityKind.COUNTY ? entry.ars().county() : entry.ars().union(), 0), null, 0)));
        return all;
    }
}
