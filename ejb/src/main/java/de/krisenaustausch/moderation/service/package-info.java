/** What administrators do with members. */
package de.krisenaustausch.moderation.service;
