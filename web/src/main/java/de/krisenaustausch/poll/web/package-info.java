/** Pages and REST of polls: lists, writing one, answering, results with their charts and downloads. */
package de.krisenaustausch.poll.web;
