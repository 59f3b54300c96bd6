/** Use cases of the directory: keeping municipalities and associations. */
package de.krisenaustausch.municipality.service;
