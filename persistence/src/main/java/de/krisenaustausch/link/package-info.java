/** Links to pages elsewhere that municipalities recommend to each other. */
package de.krisenaustausch.link;
