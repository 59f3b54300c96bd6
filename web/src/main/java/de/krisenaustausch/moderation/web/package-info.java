/** The back office's pages about members. */
package de.krisenaustausch.moderation.web;
