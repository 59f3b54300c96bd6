package de.krisenaustausch.question.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.Referral;
import de.krisenaustausch.question.Stage;
import de.krisenaustausch.question.WaitingRepository;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** What those say whom a question was handed to. */
@Stateless
@RolesAllowed({"member", "admin"})
public class ReferralService {

    @Inject
    private WaitingRepository waiting;

    @Inject
    private QuestionRepository questions;

    @Inject
    private QuestionFinder finder;

    @Inject
    private HandingOn handing;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    /** The reader answers it herself: it waits for her from now on. @throws NotFoundException when she was not asked */
    public void takeOn(String space, long questionId) {
        Question question = finder.open(space, questionId).question();
        referral(question).reply(Referral.Reply.ON_IT, clock.instant());
        waiting.wait(questionId, clock.instant());
    }

    /** The reader can't answer it: when no other expert is left, the moderators are asked at once. @throws NotFoundException when she was not asked */
    public void pass(String space, long questionId) {
        Question question = finder.open(space, questionId).question();
        // two who pass at the same moment must not each believe that the other is left
        questions.hold(question);
        referral(question).reply(Referral.Reply.PASSED, clock.instant());
        if (question.getStage() == Stage.EXPERTS && !waiting.isHeld(questionId, Stage.EXPERTS)) {
            handing.handOn(question);
        }
    }

    private Referral referral(Question question) {
        return waiting.find(question.getId(), current.get().memberId()).orElseThrow(NotFoundException::new);
    }
}
