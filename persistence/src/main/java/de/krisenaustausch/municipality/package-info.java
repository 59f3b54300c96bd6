/** The directory of those who take part: municipalities, and the associations that host spaces for them. */
package de.krisenaustausch.municipality;
