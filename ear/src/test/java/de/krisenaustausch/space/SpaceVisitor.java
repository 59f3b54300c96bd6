package de.krisenaustausch.space;

import de.krisenaustausch.contribution.service.StreamService;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.question.QuestionList;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.space.service.SpaceService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

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

    /** @return versions on a document's page */
    public int openDocument(String slug, long id) {
        return documents.read(slug, id, 1).document().versions().size();
    }
}
