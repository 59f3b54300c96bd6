/** Reads who wants to come in, from where and to what, out of a mail as clerks write it; pure, without server or database. */
package de.krisenaustausch.registration.service.recognition;
