package de.krisenaustausch.space.web;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.ContributionRow;
import de.krisenaustausch.contribution.service.SparingService;
import de.krisenaustausch.contribution.service.StreamService;
import de.krisenaustausch.document.service.DocumentService.TypeView;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.PlainText;
import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.web.Choice;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.ListEntry;
import de.krisenaustausch.shared.web.Tab;
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

/** A space: what it is for, what was brought into it lately, who moderates. Choices and the place in the list stand in the address. */
@Named
@RequestScoped
public class ViewSpace {

    /** What can stand in an address of ours: anything else chooses nothing that is there. */
    private static final Pattern CHOICE = Pattern.compile("[a-z0-9.-]{1,60}");

    private static final int BEGINNING = 280;

    @Inject
    private SpaceService spaces;

    @Inject
    private StreamService contributions;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    private SpaceService.SpaceView space;
    private StreamService.Stream stream;

    /** Reads all that the page shows, in a fixed number of statements. */
    public void load() {
        space = spaces.view(route.getSlug());
        if (space.readable()) {
            stream = contributions.look(space.slug(), getKind(), getTopic(), getType(), ListKey.parse(parameter("ab")).orElse(null), space.newSince());
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

    /** @return what the page lists; documents can be picked for a package */
    public List<ListEntry> getEntries() {
        return stream.rows().stream().map(this::entry).toList();
    }

    private ListEntry entry(ContributionRow row) {
        boolean document = row.kind() == ContributionKind.DOCUMENT;
        String nature = document ? row.typeName() + " · " + row.fileKind() : format.text("contribution.kind." + row.kind());
        String progress = row.progress() == null ? "" : " · " + format.text("contribution.progress." + row.kind() + "." + row.progress());
        return new ListEntry(document ? String.valueOf(row.id()) : "", getHome() + "/" + row.kind().getSlug() + "/" + row.id(), row.title(),
            isNew(row) ? format.text("space.new") : "", "info",
            format.place(row.municipality(), row.state(), row.population()) + " · " + nature + progress,
            document ? row.text() : beginning(row.text()), quiet(row));
    }

    /** Of what may be long and may be marked up, the beginning as plain words. */
    private static String beginning(String text) {
        String words = PlainText.of(text);
        return words.length() <= BEGINNING ? words : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, BEGINNING - 1))).strip() + "…";
    }

    private String quiet(ContributionRow row) {
        return format.time(row.at()) + switch (row.kind()) {
            case DOCUMENT -> " · " + format.downloads(row.figure());
            case LINK -> "";
            case QUESTION, POLL -> " · " + format.text("contribution.figure." + row.kind(), row.figure());
        };
    }

    public boolean isListed() {
        return !stream.rows().isEmpty();
    }

    /** @return whether some entry can be picked */
    public boolean isPickable() {
        return stream.rows().stream().anyMatch(row -> row.kind() == ContributionKind.DOCUMENT);
    }

    /** @return the stream of all kinds, that of documents, and the lists that other kinds have for themselves, with how many there are */
    public List<Tab> getTabs() {
        Stream<Tab> each = stream.counts().entrySet().stream().map(kind -> new Tab(format.text("contribution.kinds." + kind.getKey()),
            upTo(StreamService.COUNT_LIMIT, kind.getValue()), kind.getKey() == ContributionKind.DOCUMENT ? address(kind.getKey(), getTopic(), null, null)
                : getHome() + "/" + kind.getKey().getSlug() + (getTopic() == null ? "" : "?thema=" + getTopic()), kind.getKey() == getKind()));
        return Stream.concat(Stream.of(new Tab(format.text("contribution.kinds.all"), "", address(null, getTopic(), null, null), getKind() == null)), each).toList();
    }

    /** @return whether documents are among what is listed: only they have types */
    public boolean isTyped() {
        return getKind() == null || getKind() == ContributionKind.DOCUMENT;
    }

    /** @return how many contributions came since the reader's last visit, in the same way */
    public String getRecent() {
        return upTo(StreamService.NEW_LIMIT, stream.recent());
    }

    /** @return how many questions lately were not asked since the answer was there, in a sentence; empty where there were none */
    public String getSpared() {
        return stream == null || stream.spared() == 0 ? "" : format.text("space.spared", stream.spared(), SparingService.DAYS);
    }

    private String upTo(int limit, int counted) {
        return counted > limit ? format.text("space.count.more") + " " + format.number(limit) : format.number(counted);
    }

    /** @return the types that may be chosen: the current ones, and the chosen one if it is retired */
    private List<TypeView> types() {
        return stream == null ? List.of()
            : stream.types().stream().filter(type -> !type.retired() || type.slug().equals(getType())).toList();
    }

    /** @return whether it came after the reader's last visit */
    private boolean isNew(ContributionRow row) {
        return getSpace().newSince() != null && row.at().isAfter(getSpace().newSince());
    }

    /** @return the kind chosen, or null */
    public ContributionKind getKind() {
        return getType() != null ? ContributionKind.DOCUMENT : Optional.ofNullable(parameter("beitrag")).flatMap(ContributionKind::of).orElse(null);
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

    /** @return whether some contributions may be hidden by a choice */
    public boolean isFiltered() {
        return getKind() != null || getTopic() != null || getType() != null;
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
        Stream<Choice> each = getSpace().topics().stream().map(topic -> new Choice(topic.name(), address(getKind(), topic.slug(), getType(), null), topic.slug().equals(getTopic())));
        return Stream.concat(Stream.of(new Choice(format.text("space.topic.all"), address(getKind(), null, getType(), null), getTopic() == null)), each).toList();
    }

    /** @return lists by type, the topic as it is: that of all types first */
    public List<Choice> getTypeChoices() {
        Stream<Choice> each = types().stream().map(type -> new Choice(type.name(), address(getKind(), getTopic(), type.slug(), null), type.slug().equals(getType())));
        return Stream.concat(Stream.of(new Choice(format.text("space.type.all"), address(getKind(), getTopic(), null, null), getType() == null)), each).toList();
    }

    /** @return the address of the next page; empty on the last */
    public String getNext() {
        return stream == null || stream.next() == null ? "" : address(getKind(), getTopic(), getType(), stream.next());
    }

    /** @return the association's name for the frame's colour */
    public String getAssociation() {
        return Slug.of(getSpace().association());
    }

    private String address(ContributionKind kind, String topic, String type, ListKey after) {
        String query = part("beitrag", kind == null || type != null ? null : kind.getSlug()) + part("thema", topic) + part("art", type) + part("ab", after);
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
