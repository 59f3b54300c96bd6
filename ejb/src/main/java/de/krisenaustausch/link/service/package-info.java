/** Use cases of links: sharing, changing, deleting them, and looking each day whether their pages are still there. */
package de.krisenaustausch.link.service;
