/** Finding documents, links, questions and polls by their text. The rest of the house knows nothing of how. */
package de.krisenaustausch.search.service;
