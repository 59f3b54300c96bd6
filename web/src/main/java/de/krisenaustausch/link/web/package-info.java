/** Pages and REST resource of links. */
package de.krisenaustausch.link.web;
