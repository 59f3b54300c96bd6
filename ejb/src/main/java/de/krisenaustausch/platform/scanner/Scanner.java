package de.krisenaustausch.platform.scanner;

import java.nio.file.Path;

/** Looks for malware in a file. */
public interface Scanner {

    /** What was found. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** Nobody looked, because no scanner is configured. */
        UNCHECKED
    }

    /** @throws ScannerUnavailableException when no verdict can be had now: the file then stays held back and is looked at again */
    Verdict scan(Path file);
}
