package de.krisenaustausch.link.web;

import de.krisenaustausch.link.LinkRow;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Choice;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.ListEntry;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links of a space. Topic and the place in the list stand in the address. */
@Named
@RequestScoped
public class ListLinks {

    private static final Pattern CHOICE = Pattern.compile("[a-z0-9.-]{1,60}");

    @Inject
    private LinkService links;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    private LinkService.Overview overview;

    /** Reads all that the page shows, in a fixed number of statements. */
    public void load() {
        overview = links.overview(route.getSlug(), getTopic(), ListKey.parse(parameter("ab")).orElse(null));
    }

    /** Undoes deleting. @param id as the form names it */
    public void restore(String id) {
        long link = Parameters.id(id).orElseThrow(NotFoundException::new);
        links.restore(route.getSlug(), link);
        route.goTelling(getHome() + "/" + link, "linkRestored");
    }

    public LinkService.Overview getOverview() {
        if (overview == null) {
            load();
        }
        return overview;
    }

    public List<ListEntry> getEntries() {
        return getOverview().page().rows().stream().map(this::entry).toList();
    }

    private ListEntry entry(LinkRow row) {
        return new ListEntry("", getHome() + "/" + row.id(), row.title(), row.dead() ? format.text("link.dead") : "", "warning",
            format.place(row.municipality(), row.state(), row.population()) + " · " + row.address().site(), row.description(), format.time(row.sharedAt()));
    }

    /** @return the topic chosen, or null */
    public String getTopic() {
        return parameter("thema");
    }

    /** @return lists by topic: that of all topics first */
    public List<Choice> getTopicChoices() {
        Stream<Choice> each = getOverview().topics().stream().map(topic -> new Choice(topic.name(), getHome() + "?thema=" + topic.slug(), topic.slug().equals(getTopic())));
        return Stream.concat(Stream.of(new Choice(format.text("space.topic.all"), getHome(), getTopic() == null)), each).toList();
    }

    /** @return the chosen topic as people know it; empty when none is chosen */
    public String getTopicName() {
        return getOverview().topics().stream().filter(topic -> topic.slug().equals(getTopic())).map(TopicView::name).findFirst().orElse("");
    }

    /** @return whether some links may be hidden by a choice */
    public boolean isNarrowed() {
        return getTopic() != null || parameter("ab") != null;
    }

    /** @return the address of the next page; empty on the last */
    public String getNext() {
        ListKey next = getOverview().page().next();
        return next == null ? "" : getHome() + Parameters.query(Parameters.part("thema", getTopic()), Parameters.part("ab", next));
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/links";
    }

    /** @return the link that was deleted just now; "" for none */
    public String getDeleted() {
        return Parameters.id(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("geloescht")).stream().mapToObj(String::valueOf).findFirst().orElse("");
    }

    private static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name))
            .filter(value -> CHOICE.matcher(value).matches()).orElse(null);
    }
}
