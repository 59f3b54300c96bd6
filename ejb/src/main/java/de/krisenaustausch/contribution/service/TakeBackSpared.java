package de.krisenaustausch.contribution.service;

import de.krisenaustausch.contribution.SparedRepository;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.question.service.QuestionAsked;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Whoever asks shortly after something seemed to help was not spared her question: it does not count, in the transaction that asks. */
@Dependent
public class TakeBackSpared {

    @Inject
    private SparedRepository spared;

    @Inject
    private SparedLately lately;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    void asked(@Observes QuestionAsked event) {
        spared.find(event.questionId()).ifPresent(question -> lately.take(current.get().memberId(), question.spaceId(), clock.instant())
            .forEach(hit -> spared.takeBack(hit.spaceId(), hit.day(), hit.target())));
    }
}
