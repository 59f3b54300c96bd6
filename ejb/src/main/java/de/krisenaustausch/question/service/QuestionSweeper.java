package de.krisenaustausch.question.service;

import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/** Removes at night what was deleted 30 days ago, questions and answers. On several nodes each sweeps, and the second finds nothing. */
@Singleton
@PermitAll
public class QuestionSweeper {

    @Inject
    private QuestionRepository questions;

    @Inject
    private Clock clock;

    @Schedule(hour = "2", minute = "25", timezone = "Europe/Berlin", persistent = false)
    public void sweep() {
        questions.purge(clock.instant().minus(Question.BIN));
    }
}
