/** Choosing organisations, keeping the directory in the back office, and over REST. */
package de.krisenaustausch.municipality.web;
