package de.krisenaustausch.testing;

/** The example accounts of the local realm, as tests use them. */
public enum Person {
    /** A clerk of Stadt Beispielstadt. */
    PETRA("petra.sommer@beispielstadt.example"),
    /** A clerk of Gemeinde Musterdorf. */
    JONAS("jonas.wendt@musterdorf.example"),
    /** Moderates the space Coronavirus. */
    MARA("mara.lindner@dstgb.example"),
    /** Administrator. */
    ADMIN("verwaltung@krisenaustausch.example"),
    /** Has never signed in. */
    NEWCOMER("neu@beispielheim.example");

    /** All example accounts have it. */
    public static final String PASSWORD = "Krise-2026-Beispiel";

    private final String email;

    Person(String email) {
        this.email = email;
    }

    public String email() {
        return email;
    }
}
