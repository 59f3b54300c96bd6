/** Reads files that nobody has looked into before: in a process of its own, that may be killed at any moment without harm. */
package de.krisenaustausch.extractor;
