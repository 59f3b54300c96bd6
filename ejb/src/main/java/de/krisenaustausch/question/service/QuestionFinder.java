package de.krisenaustausch.question.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.AnswerRepository;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.QuestionState;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Opens a question or answer of a space for those who may see it, and for all others none. */
@Dependent
public class QuestionFinder {

    @Inject
    private QuestionRepository questions;

    @Inject
    private AnswerRepository answers;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    /** A question with what the reader is in its space. */
    record Found(Question question, SpaceAccess.Entry entry) {
    }

    /** An answer with what the reader is in its question's space. */
    record FoundAnswer(Answer answer, SpaceAccess.Entry entry) {

        Question question() {
            return answer.getQuestion();
        }
    }

    /** @throws NotFoundException when it is not there, or not for the reader; a {@link MovedQuestionException} when it is elsewhere */
    Found open(String space, long id) {
        SpaceAccess.Entry entry = access.read(space);
        Question question = questions.find(id).filter(found -> !found.isDeleted()).orElseThrow(NotFoundException::new);
        Question there = question.getState() == QuestionState.MERGED ? question.getMergedInto() : question;
        if (!there.equals(question) || !there.getSpace().equals(entry.space())) {
            String slug = there.getSpace().getSlug();
            access.read(slug);
            throw new MovedQuestionException(slug, there.getId());
        }
        return new Found(question, entry);
    }

    /** The same for who asked it and those who moderate. @throws NotAllowedException for anybody else */
    Found openOwn(String space, long id) {
        Found found = open(space, id);
        if (!found.question().isAskedBy(current.member()) && !found.entry().moderator()) {
            throw new NotAllowedException();
        }
        return found;
    }

    /** @throws NotFoundException when it is not there, or not for the reader */
    FoundAnswer openAnswer(String space, long answerId) {
        FoundAnswer found = answer(space, answerId);
        if (found.answer().isDeleted()) {
            throw new NotFoundException();
        }
        return found;
    }

    /** The same for those who may change it. @throws NotAllowedException for anybody else */
    FoundAnswer openOwnAnswer(String space, long answerId) {
        FoundAnswer found = openAnswer(space, answerId);
        if (!isOwn(found)) {
            throw new NotAllowedException();
        }
        return found;
    }

    /** The same, withdrawn or not. */
    FoundAnswer openOwnAlsoWithdrawn(String space, long answerId) {
        FoundAnswer found = answer(space, answerId);
        if (!isOwn(found)) {
            throw found.answer().isDeleted() ? new NotFoundException() : new NotAllowedException();
        }
        return found;
    }

    private boolean isOwn(FoundAnswer found) {
        return found.entry().moderator() || found.answer().isOwnedBy(current.member());
    }

    private FoundAnswer answer(String space, long answerId) {
        SpaceAccess.Entry entry = access.read(space);
        Answer answer = answers.find(answerId).filter(found -> !found.getQuestion().isDeleted() && found.getQuestion().getSpace().equals(entry.space()))
            .orElseThrow(NotFoundException::new);
        return new FoundAnswer(answer, entry);
    }
}
