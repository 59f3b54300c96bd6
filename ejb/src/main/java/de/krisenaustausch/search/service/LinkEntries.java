package de.krisenaustausch.search.service;

import de.krisenaustausch.contribution.ContributionKind;
import jakarta.enterprise.context.ApplicationScoped;

/** Links for the index. */
@ApplicationScoped
public class LinkEntries extends TextEntries {

    @Override
    ContributionKind kind() {
        return ContributionKind.LINK;
    }
}
