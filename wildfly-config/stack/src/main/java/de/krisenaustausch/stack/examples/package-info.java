/** What a portal that is tried out is filled with: invented municipalities and people, and papers written for it. */
package de.krisenaustausch.stack.examples;
