/** What only the back office reads and changes, over the borders of the other rooms. */
package de.krisenaustausch.moderation;
