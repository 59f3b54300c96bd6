package de.krisenaustausch.member.service;

import java.util.List;

/**
 * What a sign-in says of a person.
 *
 * @param subject the token's {@code sub}
 * @param directory the association's directory that keeps her data, by its name; null when none does
 * @param organisation what the directory calls the place where she works; null when it does not say
 * @param office the Dienststelle there; null when it does not say
 * @param associations slugs of the associations that she is a member of
 */
public record Identity(String subject, String givenName, String familyName, String email, String directory, String organisation, String office,
                       List<String> associations) {
}
