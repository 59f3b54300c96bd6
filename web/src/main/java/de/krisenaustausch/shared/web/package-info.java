/** What every page has in common: the frame, the languages, the tag library's components, and the answer when something fails. */
package de.krisenaustausch.shared.web;
