package de.krisenaustausch.registration.service;

/**
 * Somebody typed an address on a public page. What follows from it happens elsewhere and later, so that the page answers
 * the same, and as fast, whoever has that address.
 *
 * @param again whether a link is to be sent again; false: she wants to begin
 */
public record AddressGiven(String email, String language, boolean again) {
}
