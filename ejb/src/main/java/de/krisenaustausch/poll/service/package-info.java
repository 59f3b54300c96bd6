/** Use cases of polls: asking, answering, results, and what time does by itself. */
package de.krisenaustausch.poll.service;
