/** What may come in: files are recognised by their content, in bounded time and memory, and held to the rules that senders are told. */
package de.krisenaustausch.document.service.inspection;
