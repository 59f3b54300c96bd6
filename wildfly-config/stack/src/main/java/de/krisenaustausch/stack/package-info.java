/** The local stack: database, sign-in service, mail server and the portal on one machine, for trying out and for tests. */
package de.krisenaustausch.stack;
