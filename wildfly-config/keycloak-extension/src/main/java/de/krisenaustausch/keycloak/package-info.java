/** What the portal adds to Keycloak: a step of signing in that takes a ticket in place of a password. */
package de.krisenaustausch.keycloak;
