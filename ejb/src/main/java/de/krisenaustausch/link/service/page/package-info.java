/** Looking at pages elsewhere without letting anybody reach inside: every address is checked, and the one that was checked is the one that is called. */
package de.krisenaustausch.link.service.page;
