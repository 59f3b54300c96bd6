/** Signing in and out, and the profile page. */
package de.krisenaustausch.member.web;
