package de.krisenaustausch.space.web;

import de.krisenaustausch.document.DocumentRow;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.TypeView;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.web.Choice;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.ListEntry;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.Standing;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A space: what it is for, its newest documents, who moderates. Choices and the place in the list stand in the address. */
@Named
@RequestScoped
public class ViewSpace {

    /** What can stand in an address of ours: anything else chooses nothing that is there. */
    private static final Pattern CHOICE = Pattern.compile("[a-z0-9.-]{1,60}");

    @Inject
    private SpaceService spaces;

    @Inject
    private DocumentService documents;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    private SpaceService.SpaceView space;
    private DocumentService.Overview overview;

    /** Reads all that the page shows, in a fixed number of statements. */
    public void load() {
        space = spaces.view(route.getSlug());
        if (space.readable()) {
            overview = documents.overview(space.slug(), getTopic(), getType(), ListKey.parse(parameter("ab")).orElse(null), space.newSince());
        }
    }

    /** Joins, requests or accepts, whichever the space asks for. */
    public void join() {
        Standing standing = spaces.join(route.getSlug());
        route.goTelling(getHome(), standing == Standing.REQUESTED ? "requested" : "joined");
    }

    /** Leaves, withdraws a request, or declines an invitation. */
    public void leave() {
        boolean member = getSpace().standing() == Standing.MEMBER || getSpace().standing() == Standing.MODERATOR;
        spaces.leave(route.getSlug());
        route.goTelling("/bereiche", member ? "left" : "withdrawn");
    }

    public SpaceService.SpaceView getSpace() {
        if (space == null) {
            load();
        }
        return space;
    }

    public DocumentService.DocumentPage getPage() {
        return overview == null ? null : overview.page();
    }

    /** @return the page's documents as the list shows them; each can be picked for a package */
    public List<ListEntry> getEntries() {
        return getPage().rows().stream().map(this::entry).toList();
    }

    private ListEntry entry(DocumentRow row) {
        String id = String.valueOf(row.id());
        return new ListEntry(id, getHome() + "/dokumente/" + id, row.title(), isNew(row) ? format.text("space.new") : "", "info",
            format.place(row.municipality(), row.state(), row.population()) + " · " + row.typeName() + " · " + row.kind(),
            row.description(), format.time(row.sharedAt()) + " · " + format.downloads(row.downloads()));
    }

    public DocumentService.Counts getCounts() {
        return overview == null ? null : overview.counts();
    }

    /** @return the types that may be chosen: the current ones, and the chosen one if it is retired */
    private List<TypeView> types() {
        return overview == null ? List.of()
            : overview.types().stream().filter(type -> !type.retired() || type.slug().equals(getType())).toList();
    }

    /** @return whether the document came after the reader's last visit */
    private boolean isNew(DocumentRow row) {
        return getSpace().newSince() != null && row.sharedAt().isAfter(getSpace().newSince());
    }

    /** @return the topic chosen, or null */
    public String getTopic() {
        return parameter("thema");
    }

    /** @return the document type chosen, or null */
    public String getType() {
        return parameter("art");
    }

    /** @return the chosen topic as people know it; empty when none is chosen */
    public String getTopicName() {
        return getSpace().topics().stream().filter(topic -> topic.slug().equals(getTopic())).map(TopicView::name).findFirst().orElse("");
    }

    /** @return the chosen type as people know it; empty when none is chosen */
    public String getTypeName() {
        return types().stream().filter(type -> type.slug().equals(getType())).map(TypeView::name).findFirst().orElse("");
    }

    /** @return whether some documents may be hidden by a choice */
    public boolean isFiltered() {
        return getTopic() != null || getType() != null;
    }

    /** @return whether this is not the first page of the list */
    public boolean isContinued() {
        return parameter("ab") != null;
    }

    /** @return the space's own address */
    public String getHome() {
        return "/bereiche/" + route.getSlug();
    }

    /** @return lists by topic, the type as it is: that of all topics first */
    public List<Choice> getTopicChoices() {
        Stream<Choice> each = getSpace().topics().stream().map(topic -> new Choice(topic.name(), address(topic.slug(), getType(), null), topic.slug().equals(getTopic())));
        return Stream.concat(Stream.of(new Choice(format.text("space.topic.all"), address(null, getType(), null), getTopic() == null)), each).toList();
    }

    /** @return lists by type, the topic as it is: that of all types first */
    public List<Choice> getTypeChoices() {
        Stream<Choice> each = types().stream().map(type -> new Choice(type.name(), address(getTopic(), type.slug(), null), type.slug().equals(getType())));
        return Stream.concat(Stream.of(new Choice(format.text("space.type.all"), address(getTopic(), null, null), getType() == null)), each).toList();
    }

    /** @return the address of the next page; empty on the last */
    public String getNext() {
        return getPage() == null || getPage().next() == null ? "" : address(getTopic(), getType(), getPage().next());
    }

    /** @return the association's name for the frame's colour */
    public String getAssociation() {
        return Slug.of(getSpace().association());
    }

    private String address(String topic, String type, ListKey after) {
        String query = part("thema", topic) + part("art", type) + part("ab", after);
        return getHome() + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static String part(String name, Object value) {
        return value == null || value.toString().isEmpty() ? "" : "&" + name + "=" + value;
    }

    private static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name))
            .filter(value -> CHOICE.matcher(value).matches()).orElse(null);
    }
}
