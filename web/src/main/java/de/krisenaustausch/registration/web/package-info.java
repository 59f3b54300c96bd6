/** Pages of getting in: registering, personal links, and the back office of requests. */
package de.krisenaustausch.registration.web;
