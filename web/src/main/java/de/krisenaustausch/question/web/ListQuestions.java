package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.QuestionList;
import de.krisenaustausch.question.QuestionRow;
import de.krisenaustausch.question.QuestionState;
import de.krisenaustausch.question.service.AskingService;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.question.service.QuestionService.Count;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Choice;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.ListEntry;
import de.krisenaustausch.shared.web.MarkdownText;
import de.krisenaustausch.shared.web.Tab;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The questions of a space. View, topic and the place in the list stand in the address. */
@Named
@RequestScoped
public class ListQuestions {

    private static final Pattern CHOICE = Pattern.compile("[a-z0-9.-]{1,60}");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int EXCERPT = 240;

    @Inject
    private QuestionService questions;

    @Inject
    private AskingService asking;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    @Inject
    private Clock clock;

    private QuestionService.Overview overview;

    /** Reads all that the page shows, in a fixed number of statements. */
    public void load() {
        overview = questions.overview(route.getSlug(), getView(), getTopic(), ListKey.parse(parameter("ab")).orElse(null));
    }

    /** Asks again what was just taken back. */
    public void restore(String id) {
        long question = Parameters.id(id).orElseThrow(NotFoundException::new);
        asking.restore(route.getSlug(), question);
        route.goTelling(getHome() + "/" + question, "questionRestored");
    }

    public QuestionService.Overview getOverview() {
        if (overview == null) {
            load();
        }
        return overview;
    }

    /** @return the chosen view; all for anything else */
    public QuestionList getView() {
        return Stream.of(QuestionList.values()).filter(view -> word(view).equals(parameter("ansicht"))).findFirst().orElse(QuestionList.ALL);
    }

    /** @return the views with their figures; the topic stays as it is */
    public List<Tab> getTabs() {
        return Stream.of(QuestionList.values()).map(view -> {
            Count count = getOverview().counts().get(view);
            return new Tab(format.text("question.view." + view), (count.more() ? "> " : "") + format.number(count.number()),
                address(view, getTopic(), null), view == getView());
        }).toList();
    }

    /** @return lists by topic, the view as it is: that of all topics first */
    public List<Choice> getTopicChoices() {
        Stream<Choice> each = getOverview().topics().stream()
            .map(topic -> new Choice(topic.name(), address(getView(), topic.slug(), null), topic.slug().equals(getTopic())));
        return Stream.concat(Stream.of(new Choice(format.text("space.topic.all"), address(getView(), null, null), getTopic() == null)), each).toList();
    }

    /** @return the chosen topic as people know it; empty when none is chosen */
    public String getTopicName() {
        return getOverview().topics().stream().filter(topic -> topic.slug().equals(getTopic())).map(TopicView::name).findFirst().orElse("");
    }

    public List<ListEntry> getEntries() {
        return getOverview().page().rows().stream().map(this::entry).toList();
    }

    private ListEntry entry(QuestionRow row) {
        boolean urgent = row.state() == QuestionState.OPEN && row.urgentUntil() != null && !row.urgentUntil().isBefore(LocalDate.ofInstant(clock.instant(), BERLIN));
        String badge = urgent ? format.text("question.urgent", format.day(row.urgentUntil().atStartOfDay(BERLIN).toInstant()))
            : row.state() == QuestionState.OPEN ? "" : format.text("question.state." + row.state());
        return new ListEntry("", getHome() + "/" + row.id(), row.title(), badge, urgent ? "warning" : row.state() == QuestionState.ANSWERED ? "good" : "info",
            format.place(row.municipality(), row.municipalityState(), row.population()), MarkdownText.excerpt(row.beginning(), EXCERPT),
            format.time(row.askedAt()) + " · " + answers(row.answers()));
    }

    private String answers(int count) {
        return format.text(count == 0 ? "question.answers.none" : count == 1 ? "question.answers.one" : "question.answers.many", format.number(count));
    }

    /** @return the address of the next page; empty on the last */
    public String getNext() {
        return getOverview().page().next() == null ? "" : address(getView(), getTopic(), getOverview().page().next());
    }

    /** @return whether a choice or a later page hides some */
    public boolean isNarrowed() {
        return getTopic() != null || getView() != QuestionList.ALL || parameter("ab") != null;
    }

    /** @return the topic chosen, or null */
    public String getTopic() {
        return parameter("thema");
    }

    /** @return id of the question that was just taken back; empty otherwise */
    public String getDeleted() {
        String id = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("geloescht");
        return Parameters.id(id).isPresent() ? id : "";
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/fragen";
    }

    private String address(QuestionList view, String topic, ListKey after) {
        return getHome() + Parameters.query(Parameters.part("ansicht", view == QuestionList.ALL ? null : word(view)), Parameters.part("thema", topic), Parameters.part("ab", after));
    }

    /** What a view is called in an address. */
    private static String word(QuestionList view) {
        return switch (view) {
            case ALL -> "alle";
            case OPEN -> "offen";
            case UNANSWERED -> "unbeantwortet";
            case MINE -> "meine";
            case MUNICIPALITY -> "kommune";
        };
    }

    private static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name))
            .filter(value -> CHOICE.matcher(value).matches()).orElse(null);
    }
}
