/** Use cases of spaces: who may see and do what, joining and leaving, keeping a space and the taxonomy. */
package de.krisenaustausch.space.service;
