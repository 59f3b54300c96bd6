package de.krisenaustausch.poll.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.poll.PollRepository.Which;
import de.krisenaustausch.poll.PollRow;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.web.Choice;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.ListEntry;
import de.krisenaustausch.shared.web.Tab;
import de.krisenaustausch.space.service.SpaceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A space's polls: those that run, those without the reader's answer, those that ended, her municipality's; by topic. All of it stands in the address. */
@Named
@RequestScoped
public class ListPolls {

    private static final Pattern CHOICE = Pattern.compile("[a-z0-9.-]{1,60}");

    @Inject
    private PollService polls;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    @Inject
    private Clock clock;

    private SpaceService.SpaceView space;
    private PollService.PollPage page;

    public void load() {
        space = spaces.view(route.getSlug());
        page = polls.list(route.getSlug(), which(), getTopic(), ListKey.parse(parameter("ab")).orElse(null), PollService.PAGE);
    }

    /** @return the space; read now where a form was sent, which there is none of on this page */
    public SpaceService.SpaceView getSpace() {
        if (space == null) {
            load();
        }
        return space;
    }

    private PollService.PollPage page() {
        getSpace();
        return page;
    }

    public List<ListEntry> getEntries() {
        return page().rows().stream().map(this::entry).toList();
    }

    private ListEntry entry(PollRow row) {
        boolean open = row.isOpen(clock.instant());
        String state = !row.published() ? "poll.state.DRAFT" : !open ? "poll.state.CLOSED" : row.answered() ? "poll.list.answered" : "";
        String time = !row.published() ? "" : format.text(open ? "poll.list.until" : "poll.list.ended", format.exact(row.closedAt() == null ? row.deadline() : row.closedAt()));
        return new ListEntry("", getHome() + "/" + row.id(), row.title(), state.isEmpty() ? "" : format.text(state), row.answered() && open ? "good" : "",
            format.place(row.municipality(), row.state(), row.population()) + " · " + format.text("poll.kind." + row.answeredBy() + (row.anonymous() ? ".anonymous" : "")),
            row.intro(), Stream.of(time, participants(row)).filter(part -> !part.isEmpty()).reduce((one, next) -> one + " · " + next).orElse(""));
    }

    private String participants(PollRow row) {
        int most = de.krisenaustausch.poll.PollRepository.PARTICIPANTS;
        return !row.published() ? "" : row.participants() > most ? format.text("poll.participants.more", most)
            : format.text("poll.participants", row.participants());
    }

    /** @return the lists to choose from */
    public List<Tab> getTabs() {
        return Arrays.stream(Which.values()).map(each -> new Tab(format.text("poll.list." + each), "", address(each, getTopic(), null), each == which())).toList();
    }

    public List<Choice> getTopicChoices() {
        return Stream.concat(Stream.of(new Choice(format.text("space.topic.all"), address(which(), null, null), getTopic() == null)),
            getSpace().topics().stream().map(topic -> new Choice(topic.name(), address(which(), topic.slug(), null), topic.slug().equals(getTopic())))).toList();
    }

    public String getTopicName() {
        return getSpace().topics().stream().filter(topic -> topic.slug().equals(getTopic())).map(SpaceService.TopicView::name).findFirst().orElse("");
    }

    /** @return which list is shown, for its texts */
    public Which getWhich() {
        return which();
    }

    private static Which which() {
        return Optional.ofNullable(parameter("liste")).flatMap(name -> Arrays.stream(Which.values()).filter(each -> german(each).equals(name)).findFirst()).orElse(Which.OPEN);
    }

    private static String german(Which which) {
        return switch (which) {
            case OPEN -> "offen";
            case UNANSWERED -> "unbeantwortet";
            case CLOSED -> "beendet";
            case MINE -> "meine";
        };
    }

    public String getTopic() {
        return parameter("thema");
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/umfragen";
    }

    public String getNext() {
        return page().next() == null ? "" : address(which(), getTopic(), page().next());
    }

    private String address(Which which, String topic, ListKey after) {
        String query = (which == Which.OPEN ? "" : "&liste=" + german(which).toLowerCase(Locale.ROOT)) + (topic == null ? "" : "&thema=" + topic) + (after == null ? "" : "&ab=" + after);
        return getHome() + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name))
            .filter(value -> CHOICE.matcher(value).matches()).orElse(null);
    }
}
