/**
 * Use cases of the directory: finding organisations while somebody types or in what a mail says, keeping them by hand and by
 * the official file.
 */
package de.krisenaustausch.municipality.service;
