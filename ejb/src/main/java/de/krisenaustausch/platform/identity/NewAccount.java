package de.krisenaustausch.platform.identity;

/**
 * What is known of a person who is to get an account.
 *
 * @param email an address that she has proved to read: whoever is let in with this account is taken for its owner
 * @param firstName as others shall read it
 * @param lastName as others shall read it
 * @param language of Keycloak's pages and mails: {@code de} or {@code en}; null for the realm's own
 */
public record NewAccount(String email, String firstName, String lastName, String language) {
}
