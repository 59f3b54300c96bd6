package de.krisenaustausch.question.service;

import de.krisenaustausch.document.service.SharedFor;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Documents that are shared for a question belong to it, in the transaction that shares them. */
@Dependent
public class AttachDocuments {

    @Inject
    private QuestionRepository questions;

    @Inject
    private QuestionFinder finder;

    @Inject
    private CurrentReader current;

    /** @throws NotFoundException when there is no such question, NotAllowedException when it is somebody else's: nothing is shared then */
    void shared(@Observes SharedFor event) {
        QuestionFinder.Found found = finder.open(event.space(), event.contribution());
        if (!found.question().isAskedBy(current.member()) && !found.entry().moderator()) {
            throw new NotAllowedException();
        }
        event.documents().forEach(document -> questions.attach(found.question().getId(), document));
    }
}
