/** A space's stream: what was brought into it, of all kinds together. */
package de.krisenaustausch.contribution.service;
