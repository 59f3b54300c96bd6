/** Use cases of questions: asking and answering, what becomes of a question, and handing on those that wait. */
package de.krisenaustausch.question.service;
