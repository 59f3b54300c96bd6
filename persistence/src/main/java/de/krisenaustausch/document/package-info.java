/** Shared documents: what a municipality gives to the others, its versions, their text, and files on the way in. */
package de.krisenaustausch.document;
