/** Reading files: text page by page and pictures of the first pages, made by a process of its own that may be killed. */
package de.krisenaustausch.document.service.extraction;
