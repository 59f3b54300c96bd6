/** The way in: requests for access, personal links, invitations, and who decides on them. */
package de.krisenaustausch.registration;
