/** How requests find their page, who may pass, and what every response carries. */
package de.krisenaustausch.platform.web;
