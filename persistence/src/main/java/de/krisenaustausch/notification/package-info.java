/** Who wants to hear of what, and the mails that were sent for it. */
package de.krisenaustausch.notification;
