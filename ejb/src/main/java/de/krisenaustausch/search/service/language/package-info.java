/** German as the search understands it: words, their parts, their stems and what else people call the same thing. */
package de.krisenaustausch.search.service.language;
