package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.service.DirectoryKeeping;
import de.krisenaustausch.municipality.service.DirectoryKeeping.AssociationDraft;
import de.krisenaustausch.municipality.service.DirectoryKeeping.MunicipalityDraft;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Entering municipalities and associations, for administrators. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {

    @Inject
    private DirectoryKeeping directory;

    /** @param added how many municipalities are new */
    public record Entered(int added) {
    }

    /** @param slug names the association in addresses */
    public record EnteredAssociation(String slug) {
    }

    @PUT
    @Path("municipalities")
    public Entered municipalities(List<MunicipalityDraft> drafts) {
        return new Entered(directory.enter(drafts));
    }

    @PUT
    @Path("associations")
    public EnteredAssociation association(AssociationDraft draft) {
        return new EnteredAssociation(directory.enter(draft));
    }
}
