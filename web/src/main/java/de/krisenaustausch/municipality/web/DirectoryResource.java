package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.service.AssociationKeeping;
import de.krisenaustausch.municipality.service.AssociationKeeping.AssociationDraft;
import de.krisenaustausch.municipality.service.DirectoryKeeping;
import de.krisenaustausch.municipality.service.DirectoryKeeping.MunicipalityDraft;
import de.krisenaustausch.municipality.service.ImportService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** Entering municipalities and associations, for administrators. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {

    @Inject
    private DirectoryKeeping directory;

    @Inject
    private AssociationKeeping associations;

    @Inject
    private ImportService imports;

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
        return new EnteredAssociation(associations.enter(draft));
    }

    /** Looks at an official file, the body, without changing the directory. @param name the file's name */
    @POST
    @Path("municipalities/imports")
    @Consumes(MediaType.WILDCARD)
    public ImportService.ImportView check(@QueryParam("name") String name, InputStream body) {
        return imports.view(imports.check(name, body == null ? InputStream.nullInputStream() : body));
    }

    /** Takes a file that was looked at over into the directory; nothing happens the second time. */
    @POST
    @Path("municipalities/imports/{id: \\d+}/apply")
    @Consumes(MediaType.WILDCARD)
    public ImportService.ImportView apply(@PathParam("id") long id) {
        imports.apply(id);
        return imports.view(id);
    }
}
