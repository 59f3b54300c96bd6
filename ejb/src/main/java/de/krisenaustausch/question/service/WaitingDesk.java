package de.krisenaustausch.question.service;

import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.WaitingRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The short transactions of the {@link WaitingTimer}, one for each question. */
@Stateless
@PermitAll
public class WaitingDesk {

    private static final int BATCH = 100;

    @Inject
    private WaitingRepository waiting;

    @Inject
    private QuestionRepository questions;

    @Inject
    private HandingOn handing;

    @Inject
    private Clock clock;

    /** @return ids of questions that waited long enough, 100 at most */
    public List<Long> due() {
        return waiting.due(clock.instant(), BATCH);
    }

    /** Hands a question on. @return false when that was done already, or it waits no more */
    public boolean handOn(long questionId) {
        return questions.find(questionId).filter(handing::handOn).isPresent();
    }
}
