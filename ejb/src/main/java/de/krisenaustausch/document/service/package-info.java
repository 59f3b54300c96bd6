/** Use cases of documents: taking files in, sharing, versions, the bin, and what happens to a file afterwards. */
package de.krisenaustausch.document.service;
