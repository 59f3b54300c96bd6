/** What the tests of the assembled application share: one stack for all, people who sign in, a browser. */
package de.krisenaustausch.testing;
