/** Documents: sharing, reading and changing them on pages and over REST, and sending their files. */
package de.krisenaustausch.document.web;
