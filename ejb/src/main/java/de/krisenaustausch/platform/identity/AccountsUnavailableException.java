package de.krisenaustausch.platform.identity;

/** Keycloak did not answer, or not as it should; nothing can be said of what was asked. Pages answer it with 503. */
public class AccountsUnavailableException extends RuntimeException {

    AccountsUnavailableException(String message) {
        super(message);
    }

    AccountsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
