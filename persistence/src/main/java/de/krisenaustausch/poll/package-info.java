/** Polls: what a space's members are asked, who took part, what was answered, and which sums of it may be shown. */
package de.krisenaustausch.poll;
