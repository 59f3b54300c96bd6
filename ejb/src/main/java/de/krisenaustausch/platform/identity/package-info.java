/** The portal's hand on the sign-in service: accounts, their sessions, and the tickets that lead newcomers in. */
package de.krisenaustausch.platform.identity;
