package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.MemberService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller's own profile. */
@Path("me")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    @Inject
    private MemberService members;

    /** What the caller says of herself; the municipality by its name, the function only where it changes. */
    public record Introduction(String givenName, String familyName, String municipality, String office, String function) {
    }

    @GET
    public MemberService.Profile read() {
        return members.profile();
    }

    @PUT
    public MemberService.Profile introduce(Introduction introduction) {
        members.introduce(introduction.givenName(), introduction.familyName(), introduction.municipality(), introduction.office(),
            introduction.function());
        return members.profile();
    }
}
