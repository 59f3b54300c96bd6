package de.krisenaustausch.space.web;

import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Visibility;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.SpaceRow;
import de.krisenaustausch.space.service.SpaceService.Standing;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The spaces that the caller may know of. Looking at one over REST is no visit: what is new on her page stays new. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SpacesResource {

    @Inject
    private SpaceService spaces;

    /** A space; topics only where the caller may see into it. */
    public record Space(String slug, String name, String purpose, String association, Visibility visibility, Standing standing,
                        List<TopicView> topics) {
    }

    @GET
    @Path("spaces")
    public List<SpaceRow> list() {
        return spaces.list();
    }

    @GET
    @Path("spaces/{slug}")
    public Space read(@PathParam("slug") String slug) {
        SpaceRow row = spaces.list().stream().filter(each -> each.slug().equals(slug)).findFirst().orElseThrow(NotFoundException::new);
        return new Space(row.slug(), row.name(), row.purpose(), row.association(), row.visibility(), row.standing(), topics(slug));
    }

    private List<TopicView> topics(String slug) {
        try {
            return spaces.topics(slug);
        } catch (NotFoundException closed) {
            return List.of();
        }
    }
}
