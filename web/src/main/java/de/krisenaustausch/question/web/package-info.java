/** Pages and the REST interface of questions and answers. */
package de.krisenaustausch.question.web;
