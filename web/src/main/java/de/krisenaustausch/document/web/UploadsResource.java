package de.krisenaustausch.document.web;

import de.krisenaustausch.document.service.UploadService;
import de.krisenaustausch.document.service.UploadService.UploadView;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.shared.web.Languages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * Takes files in, for the upload page and for programs alike. The body is the file itself, of any content type: it is
 * read as it comes and never held.
 */
@Path("uploads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {

    @Inject
    private UploadService uploads;

    @Context
    private HttpServletRequest request;

    /**
     * A file that waits to be shared.
     *
     * @param size bytes
     * @param title proposed
     * @param warning a sentence that the sender should read, or null
     */
    public record WaitingFile(long id, String fileName, long size, String kind, String title, String warning) {
    }

    /** @param name the file's name, percent-encoded like every parameter */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(@QueryParam("name") String name, InputStream body) {
        UploadView upload = uploads.receive(name, request.getContentLengthLong(), body == null ? InputStream.nullInputStream() : body);
        String warning = upload.warning() == null ? null : Messages.sentence(Languages.of(request), upload.warning());
        return Response.status(Response.Status.CREATED)
            .entity(new WaitingFile(upload.id(), upload.fileName(), upload.size(), upload.kind(), upload.title(), warning)).build();
    }

    /** Throws a waiting file away; it need not be there. */
    @DELETE
    @Path("{id: \\d+}")
    public void discard(@PathParam("id") long id) {
        uploads.discard(id);
    }
}
