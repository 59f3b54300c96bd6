package de.krisenaustausch.member.service;

/**
 * What a sign-in says of a person.
 *
 * @param subject the token's {@code sub}
 */
public record Identity(String subject, String givenName, String familyName, String email) {
}
