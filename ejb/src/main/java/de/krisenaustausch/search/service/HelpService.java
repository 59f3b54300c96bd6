package de.krisenaustausch.search.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.search.service.SearchResult.SearchHit;
import de.krisenaustausch.search.service.index.Answer;
import de.krisenaustausch.search.service.index.Plea;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finding what already answers a question, while it is being asked. */
@Stateless
@RolesAllowed({"member", "admin"})
public class HelpService {

    @Inject
    private IndexKeeper index;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Names names;

    /**
     * @param space slug of the space in which it would be asked; an unknown one only prefers nothing
     * @param typed the question's title as far as it is typed
     * @return a few that the reader may see, each kind the best first; none for a text that is too long
     */
    public List<SearchHit> help(String space, String typed) {
        if (typed == null || typed.isBlank() || typed.length() > SearchRequest.LENGTH) {
            return List.of();
        }
        long spaceId = names.get().spaces().entrySet().stream().filter(each -> each.getValue().slug().equals(space)).map(Map.Entry::getKey).findFirst().orElse(0L);
        Plea plea = new Plea(typed, Set.copyOf(access.readableIds()), SearchService.home(current.get()), spaceId);
        List<Answer.Hit> hits = index.use(entries -> entries.help(plea));
        return SearchService.hits(hits, names.including(hits.stream().map(Answer.Hit::spaceId).toList()));
    }
}
