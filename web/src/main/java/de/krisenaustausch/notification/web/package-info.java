/** The pages of post: what I follow, ending it, and the administrators' view of the queues. */
package de.krisenaustausch.notification.web;
