/** The search page, suggestions while typing, search for programs, and the index in the back office. */
package de.krisenaustausch.search.web;
