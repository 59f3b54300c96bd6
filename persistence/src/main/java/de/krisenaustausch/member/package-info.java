/** The people who take part: their profile, keyed by the subject that Keycloak knows them by. */
package de.krisenaustausch.member;
