/** Questions that members ask a space, answers to them, what became of both, and whom a question that waits is handed to. */
package de.krisenaustausch.question;
