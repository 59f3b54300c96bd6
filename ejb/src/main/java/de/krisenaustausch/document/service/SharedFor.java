package de.krisenaustausch.document.service;

import java.util.List;

/**
 * Documents were shared for another contribution of the space, such as a question. Told within the transaction, so that whoever keeps that
 * contribution takes them or refuses all.
 *
 * @param contribution id of what they are for
 */
public record SharedFor(String space, long contribution, List<Long> documents) {
}
