package de.krisenaustausch.space.service;

/**
 * What can be found of a contribution to a space changed, or it went: the index must follow.
 *
 * @param id of the document, link, question or poll; ids come from one sequence, so that it is none of two
 */
public record ContributionChanged(long id) {
}
