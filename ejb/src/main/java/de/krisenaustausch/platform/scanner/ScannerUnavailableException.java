package de.krisenaustausch.platform.scanner;

/** The scanner does not answer, or answers something other than a verdict. */
public class ScannerUnavailableException extends RuntimeException {

    public ScannerUnavailableException(String message) {
        super(message);
    }

    public ScannerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
