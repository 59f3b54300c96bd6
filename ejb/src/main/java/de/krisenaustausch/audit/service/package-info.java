/** Writing down administrative acts, and reading them. */
package de.krisenaustausch.audit.service;
