/** Spaces: where municipalities meet on one matter, hosted by an association; who belongs to them, and their topics. */
package de.krisenaustausch.space;
