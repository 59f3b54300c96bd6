package de.krisenaustausch.link.web;

import de.krisenaustausch.link.LinkRow;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.link.service.LinkView;
import de.krisenaustausch.link.service.TitleService;
import de.krisenaustausch.platform.web.RestInput;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A space's links for programs, with the same rights as on pages. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    private static final String ALL = "spaces/{slug}/links";
    private static final String ONE = ALL + "/{id: \\d+}";

    @Inject
    private LinkService links;

    @Inject
    private TitleService titles;

    /** One page of a list. @param next value of {@code after} for the next page; absent on the last */
    public record LinkList(List<LinkLine> links, String next) {
    }

    /** A link in a list. @param dead whether its page does not answer any more */
    public record LinkLine(long id, String address, String title, String description, String municipality, String state, int population, Instant sharedAt, boolean dead) {

        static LinkLine of(LinkRow row) {
            return new LinkLine(row.id(), row.address().value(), row.title(), row.description(), row.municipality(), row.state().name(), row.population(), row.sharedAt(), row.dead());
        }
    }

    /** A link as its page shows it. @param revision to be sent back with a change @param deadSince absent while its page answers */
    public record SharedLink(long id, int revision, String address, String title, List<TopicView> topics, String description, String municipality, String state,
                             int population, String sharedBy, Instant sharedAt, Instant deadSince, boolean editable) {

        static SharedLink of(LinkView view) {
            return new SharedLink(view.id(), view.revision(), view.address().value(), view.title(), view.topics(), view.description(), view.municipality(),
                view.state().name(), view.population(), view.sharedBy(), view.sharedAt(), view.deadSince(), view.editable());
        }
    }

    /** @param title absent: that of the page @param description why it matters */
    public record NewLink(String address, String title, List<String> topics, String description) {
    }

    /** Changes what is said of a link. @param revision as it was read, so that nobody's change is overwritten */
    public record LinkChange(int revision, String address, String title, List<String> topics, String description) {
    }

    /** A page elsewhere. */
    public record PageAddress(String address) {
    }

    /** @param title absent: the page does not say one @param shared the link of the space that leads there already; absent: none */
    public record PageSaid(String title, SharedLink shared) {
    }

    /**
     * @param after {@code next} of the page before
     * @param limit rows, from 1 to 100
     */
    @GET
    @Path(ALL)
    public LinkList list(@PathParam("slug") String slug, @QueryParam("topic") String topic, @QueryParam("after") String after,
                         @QueryParam("limit") @DefaultValue("20") String limit) {
        LinkService.LinkPage page = links.list(slug, topic, RestInput.after(after), RestInput.limit(limit));
        return new LinkList(page.rows().stream().map(LinkLine::of).toList(), page.next() == null ? null : page.next().toString());
    }

    @POST
    @Path(ALL)
    public Response share(@PathParam("slug") String slug, NewLink link) {
        NewLink given = RestInput.given(link);
        links.refuseSame(slug, given.address());
        String title = given.title() == null || given.title().isBlank() ? titles.title(slug, given.address()).orElse(null) : given.title();
        long id = links.share(slug, new LinkService.Description(given.address(), title, RestInput.listed(given.topics()), given.description()));
        return Response.created(URI.create("spaces/" + slug + "/links/" + id)).entity(read(slug, id)).build();
    }

    /** What is known of a page that is to be shared. */
    @POST
    @Path(ALL + "/title")
    public PageSaid title(@PathParam("slug") String slug, PageAddress page) {
        String address = RestInput.given(page).address();
        return links.find(slug, address).map(there -> new PageSaid(there.title(), SharedLink.of(there)))
            .orElseGet(() -> new PageSaid(titles.title(slug, address).orElse(null), null));
    }

    @GET
    @Path(ONE)
    public SharedLink read(@PathParam("slug") String slug, @PathParam("id") long id) {
        return SharedLink.of(links.view(slug, id));
    }

    @PUT
    @Path(ONE)
    public SharedLink change(@PathParam("slug") String slug, @PathParam("id") long id, LinkChange change) {
        LinkChange given = RestInput.given(change);
        links.describe(slug, id, given.revision(), new LinkService.Description(given.address(), given.title(), RestInput.listed(given.topics()), given.description()));
        return read(slug, id);
    }

    @DELETE
    @Path(ONE)
    public void delete(@PathParam("slug") String slug, @PathParam("id") long id) {
        links.delete(slug, id);
    }

    /** Undoes deleting. */
    @POST
    @Path(ONE + "/restore")
    @Consumes(MediaType.WILDCARD)
    public void restore(@PathParam("slug") String slug, @PathParam("id") long id) {
        links.restore(slug, id);
    }
}
