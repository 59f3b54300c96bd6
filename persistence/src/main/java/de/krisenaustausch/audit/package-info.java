/** Who did what as an administrator: written once, never changed. */
package de.krisenaustausch.audit;
