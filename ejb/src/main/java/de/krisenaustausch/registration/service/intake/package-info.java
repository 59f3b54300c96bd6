/** The mailbox that people write to for access: watched, read once, answered. */
package de.krisenaustausch.registration.service.intake;
