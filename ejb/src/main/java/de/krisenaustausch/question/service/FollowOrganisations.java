package de.krisenaustausch.question.service;

import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.space.service.FollowsOrganisations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Questions, answers and remarks go over to the successor of their municipality. */
@Dependent
public class FollowOrganisations extends FollowsOrganisations {

    @Inject
    private QuestionRepository questions;

    @Override
    protected List<Long> ofMunicipality(long id) {
        return questions.idsOfMunicipality(id);
    }

    @Override
    protected void move(long from, long to) {
        questions.moveAll(from, to);
    }
}
