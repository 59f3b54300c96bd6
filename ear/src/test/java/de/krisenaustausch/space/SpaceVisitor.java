package de.krisenaustausch.space;

import de.krisenaustausch.contribution.service.StreamService;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.question.QuestionList;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.PollRepository;
import de.krisenaustausch.poll.ResultRepository;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.poll.service.ResultService;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.space.service.SpaceService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** In the server, calls what pages call; as a member whose subject is that of nobody, since there is no sign-in in there. */
@Stateless
@RunAs("member")
@PermitAll
public class SpaceVisitor {

    @Inject
    private SpaceService spaces;

    @Inject
    private StreamService stream;

    @Inject
    private DocumentService documents;

    @Inject
    private QuestionService questions;

    @Inject
    private PollService polls;

    @Inject
    private ResultService results;

    @Inject
    private LinkService links;

    /** @return rows of the list on a space's page */
    public int openSpace(String slug) {
        SpaceService.SpaceView space = spaces.view(slug);
        return stream.look(slug, null, null, null, null, space.newSince()).rows().size();
    }

    /** @return rows of the list of a space's questions */
    public int openQuestions(String slug) {
        return questions.overview(slug, QuestionList.OPEN, null, null).page().rows().size();
    }

    /** @return answers on a question's page */
    public int openQuestion(String slug, long id) {
        return questions.view(slug, id, null).answers().size();
    }

    /** @return rows of a space's list of links */
    public int openLinks(String slug) {
        return links.overview(slug, null, null).page().rows().size();
    }

    /** @return versions on a document's page */
    public int openDocument(String slug, long id) {
        return documents.read(slug, id, 1).document().versions().size();
    }

    /** @return rows of the list of polls */
    public int openPolls(String slug) {
        return polls.list(slug, PollRepository.Which.OPEN, null, null, PollService.PAGE).rows().size();
    }

    /** Answers a poll by the first option of each question. @return questions on its page, read again */
    public int answerPoll(String slug, long id) {
        polls.answer(slug, id, 0, polls.view(slug, id).questions().stream().map(question -> Answer.of(question.id(), List.of(question.options().get(0).id()))).toList());
        return polls.view(slug, id).questions().size();
    }

    /** @return questions on the page of its result */
    public int openResult(String slug, long id) {
        results.answers(slug, id, null, ResultService.PAGE);
        return results.result(slug, id, ResultRepository.Part.ALL, false).questions().size();
    }
}
