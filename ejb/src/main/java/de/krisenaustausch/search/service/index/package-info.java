/** The index itself: what it keeps of a document, how it is written, asked and quoted. Knows neither database nor server. */
package de.krisenaustausch.search.service.index;
