/** Who is here: the reader of a request, and the profile that a first sign-in creates. */
package de.krisenaustausch.member.service;
