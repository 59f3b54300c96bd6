package de.krisenaustausch.search.service;

import de.krisenaustausch.contribution.ContributionKind;
import jakarta.enterprise.context.ApplicationScoped;

/** Polls for the index. */
@ApplicationScoped
public class PollEntries extends TextEntries {

    @Override
    ContributionKind kind() {
        return ContributionKind.POLL;
    }
}
