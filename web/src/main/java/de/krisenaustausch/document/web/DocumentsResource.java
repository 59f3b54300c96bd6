package de.krisenaustausch.document.web;

import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.DocumentPage;
import de.krisenaustausch.document.service.DownloadService;
import de.krisenaustausch.document.service.DownloadService.FileView;
import de.krisenaustausch.document.service.SharingService;
import de.krisenaustausch.document.service.SharingService.Description;
import de.krisenaustausch.platform.web.RestInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A space's documents for programs, with the same rights as on pages. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {

    private static final String ALL = "spaces/{slug}/documents";
    private static final String ONE = ALL + "/{id: \\d+}";
    private static final String VERSION = ONE + "/versions/{number: \\d+}";

    @Inject
    private DocumentService documents;

    @Inject
    private SharingService sharing;

    @Inject
    private DownloadService downloads;

    @Context
    private HttpServletRequest request;

    /** One page of a list. @param next value of {@code after} for the next page; absent on the last */
    public record DocumentList(List<SharedDocument.Row> documents, String next) {
    }

    /** Shares an upload. @param upload its id */
    public record NewDocument(long upload, String title, String type, List<String> topics, String description, ReuseTerms reuse, String contact) {
    }

    /** Changes what is said of a document. @param revision as it was read, so that nobody's change is overwritten */
    public record DocumentChange(int revision, String title, String type, List<String> topics, String description, ReuseTerms reuse, String contact) {
    }

    /** Adds an upload as the newest version. */
    public record NewVersion(long upload, String changeNote) {
    }

    /**
     * @param after {@code next} of the page before
     * @param limit rows, from 1 to 100
     */
    @GET
    @Path(ALL)
    public DocumentList list(@PathParam("slug") String slug, @QueryParam("topic") String topic, @QueryParam("type") String type,
                             @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("20") String limit) {
        DocumentPage page = documents.list(slug, topic, type, RestInput.after(after), RestInput.limit(limit));
        return new DocumentList(page.rows().stream().map(SharedDocument.Row::of).toList(), page.next() == null ? null : page.next().toString());
    }

    @POST
    @Path(ALL)
    public Response share(@PathParam("slug") String slug, NewDocument document) {
        NewDocument given = RestInput.given(document);
        long id = sharing.share(slug, given.upload(), new Description(given.title(), given.type(), RestInput.listed(given.topics()),
            given.description(), given.reuse(), given.contact()));
        return Response.created(URI.create("spaces/" + slug + "/documents/" + id)).entity(read(slug, id)).build();
    }

    @GET
    @Path(ONE)
    public SharedDocument read(@PathParam("slug") String slug, @PathParam("id") long id) {
        return SharedDocument.of(documents.view(slug, id));
    }

    @PUT
    @Path(ONE)
    public SharedDocument change(@PathParam("slug") String slug, @PathParam("id") long id, DocumentChange change) {
        DocumentChange given = RestInput.given(change);
        sharing.describe(slug, id, given.revision(), new Description(given.title(), given.type(), RestInput.listed(given.topics()),
            given.description(), given.reuse(), given.contact()));
        return read(slug, id);
    }

    /** Puts the document into the bin. */
    @DELETE
    @Path(ONE)
    public void delete(@PathParam("slug") String slug, @PathParam("id") long id) {
        sharing.delete(slug, id);
    }

    /** Takes the document out of the bin. */
    @POST
    @Path(ONE + "/restore")
    @Consumes(MediaType.WILDCARD)
    public void restore(@PathParam("slug") String slug, @PathParam("id") long id) {
        sharing.restore(id);
    }

    @POST
    @Path(ONE + "/versions")
    public Response addVersion(@PathParam("slug") String slug, @PathParam("id") long id, NewVersion version) {
        NewVersion given = RestInput.given(version);
        sharing.addVersion(slug, id, given.upload(), given.changeNote());
        return Response.created(URI.create("spaces/" + slug + "/documents/" + id)).entity(read(slug, id)).build();
    }

    @GET
    @Path(ONE + "/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("slug") String slug, @PathParam("id") long id) {
        return send(downloads.open(slug, id));
    }

    @GET
    @Path(VERSION + "/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("slug") String slug, @PathParam("id") long id, @PathParam("number") int number) {
        return send(downloads.open(slug, id, number));
    }

    private Response send(FileView file) {
        FileAnswer answer = FileAnswer.of(file, new FileAnswer.Conditions(request.getHeader("Range"), request.getHeader("If-Range"),
            request.getHeader("If-None-Match")));
        boolean head = "HEAD".equals(request.getMethod());
        if (answer.begins() && !head) {
            downloads.count(file.documentId());
        }
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        return answer.part().length() == 0 || head ? response.build()
            : response.entity((StreamingOutput) out -> copy(file, answer.part(), out)).build();
    }

    private static void copy(FileView file, ByteRange part, OutputStream out) throws java.io.IOException {
        try (FileChannel from = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            WritableByteChannel to = Channels.newChannel(out);
            for (long sent = 0; sent < part.length();) {
                sent += from.transferTo(part.from() + sent, part.length() - sent, to);
            }
        }
    }
}
