package de.krisenaustausch.space.web;

import de.krisenaustausch.space.service.SpaceKeeping;
import de.krisenaustausch.space.service.SpaceKeeping.SpaceDraft;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Creating spaces and topics and appointing moderators, for administrators. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SpaceKeepingResource {

    @Inject
    private SpaceKeeping keeping;

    /** A topic of the taxonomy. */
    public record NewTopic(String name) {
    }

    /** The member who is to moderate. */
    public record NewModerator(String email) {
    }

    @POST
    @Path("topics")
    public Response addTopic(NewTopic topic) {
        keeping.addTopic(topic.name());
        return Response.noContent().build();
    }

    @POST
    @Path("spaces")
    public Response create(SpaceDraft draft) {
        keeping.create(draft);
        return Response.created(URI.create("spaces/" + draft.slug())).build();
    }

    @PUT
    @Path("spaces/{slug}/moderators")
    public Response appoint(@PathParam("slug") String slug, NewModerator moderator) {
        keeping.appoint(slug, moderator.email());
        return Response.noContent().build();
    }
}
