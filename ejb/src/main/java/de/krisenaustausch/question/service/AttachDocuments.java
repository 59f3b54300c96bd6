package de.krisenaustausch.question.service;

import de.krisenaustausch.document.service.SharedFor;
import de.krisenaustausch.question.QuestionRepository;
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

    /** @throws NotFoundException when there is no such question, NotAllowedException when it is somebody else's: nothing is shared then */
    void shared(@Observes SharedFor event) {
        long question = finder.openOwn(event.space(), event.contribution()).question().getId();
        event.documents().forEach(document -> questions.attach(question, document));
    }
}
