/** The directory over REST. */
package de.krisenaustausch.municipality.web;
