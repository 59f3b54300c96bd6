/** The page of the audit log, and its export. */
package de.krisenaustausch.audit.web;
