/** What documents, links, questions and polls have in common where they stand side by side: in a space's stream and in the search. */
package de.krisenaustausch.contribution;
