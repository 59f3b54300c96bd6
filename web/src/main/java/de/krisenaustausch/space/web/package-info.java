/** The pages of spaces. */
package de.krisenaustausch.space.web;
