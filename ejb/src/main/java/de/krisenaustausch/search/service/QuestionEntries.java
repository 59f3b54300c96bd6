package de.krisenaustausch.search.service;

import de.krisenaustausch.contribution.ContributionKind;
import jakarta.enterprise.context.ApplicationScoped;

/** Questions for the index. */
@ApplicationScoped
public class QuestionEntries extends TextEntries {

    @Override
    ContributionKind kind() {
        return ContributionKind.QUESTION;
    }
}
