/** Use cases of getting in: registering, deciding on requests, inviting, and coming in by a personal link. */
package de.krisenaustausch.registration.service;
