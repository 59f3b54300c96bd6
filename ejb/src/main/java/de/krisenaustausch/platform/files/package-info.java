/** Where files lie: by the SHA-256 of their content, written once, never changed. */
package de.krisenaustausch.platform.files;
