package de.krisenaustausch.municipality;

import java.util.Arrays;

/** The sixteen Länder; the key is the first two digits of every AGS (Destatis, GV-ISys). */
public enum FederalState {
    SH("01", "Schleswig-Holstein"),
    HH("02", "Hamburg"),
    NI("03", "Niedersachsen"),
    HB("04", "Bremen"),
    NW("05", "Nordrhein-Westfalen"),
    HE("06", "Hessen"),
    RP("07", "Rheinland-Pfalz"),
    BW("08", "Baden-Württemberg"),
    BY("09", "Bayern"),
    SL("10", "Saarland"),
    BE("11", "Berlin"),
    BB("12", "Brandenburg"),
    MV("13", "Mecklenburg-Vorpommern"),
    SN("14", "Sachsen"),
    ST("15", "Sachsen-Anhalt"),
    TH("16", "Thüringen");

    private final String key;
    private final String label;

    FederalState(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** @return two digits, the beginning of every AGS of this Land */
    public String getKey() {
        return key;
    }

    /** @return the official German name */
    public String getLabel() {
        return label;
    }

    /** @throws IllegalArgumentException when no Land has this key */
    public static FederalState ofKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key.equals(key)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no Land has the key " + key));
    }
}
