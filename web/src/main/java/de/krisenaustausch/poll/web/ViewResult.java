package de.krisenaustausch.poll.web;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultRepository.Part;
import de.krisenaustausch.poll.VoteRepository.Response;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.poll.service.ResultService;
import de.krisenaustausch.poll.service.ResultService.AnswerRow;
import de.krisenaustausch.poll.service.ResultView;
import de.krisenaustausch.poll.service.ResultView.BinResult;
import de.krisenaustausch.poll.service.ResultView.Cell;
import de.krisenaustausch.poll.service.ResultView.OptionResult;
import de.krisenaustausch.poll.service.ResultView.QuestionResult;
import de.krisenaustausch.shared.web.FilterOption;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of a poll: sums with charts and tables, by Land, size class and kind; of a named poll who answered what. */
@Named
@RequestScoped
public class ViewResult {

    private static final String MORE = "mehr";

    @Inject
    private ResultService results;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    @Inject
    private Frame frame;

    private PollView poll;
    private ResultView result;
    private ResultService.Answers answers;

    /** A line of a table. @param mine whether it is the reader's own */
    public record Line(String label, String count, String share, boolean mine) {
    }

    /** A figure of a benchmark. */
    public record Figure(String label, String value) {
    }

    /** A question's result as the page shows it. @param svg null where there is nothing to draw @param cut how many of the answers in words stand here; empty when all do */
    public record Shown(long id, String text, String answered, String note, String svg, List<Line> lines, List<Figure> figures, String cut, QuestionResult result) {
    }

    /** Who answered what. */
    public record Single(String municipality, String person, String when, List<Figure> answers) {
    }

    public void load() {
        ResultService.ResultPage page = results.page(route.getSlug(), route.getId(), part(), isPerThousand(), isMore(), ResponseKey.parse(parameter("ab")));
        poll = page.poll();
        result = page.result();
        answers = page.answers();
    }

    public PollView getPoll() {
        if (poll == null) {
            load();
        }
        return poll;
    }

    /** @return null when the reader may not see it, or not yet */
    public ResultView getResult() {
        getPoll();
        return result;
    }

    private Part part() {
        return new Part(parameter("land"), parameter("groesse"), parameter("art"));
    }

    public boolean isPerThousand() {
        return "1000".equals(parameter("je"));
    }

    /** @return whether the reader asked for more answers in words than stand here at first */
    public boolean isMore() {
        return MORE.equals(parameter("worte"));
    }

    /** @return whether numbers can be shown for each thousand inhabitants */
    public boolean isRelatable() {
        return !poll.anonymous() && poll.answeredBy() == AnsweredBy.MUNICIPALITY && poll.questions().stream().anyMatch(question -> question.kind() == QuestionKind.NUMBER);
    }

    public boolean isFiltered() {
        return !result.part().whole();
    }

    /** @return whether there is something to filter by */
    public boolean isFilterable() {
        return isFiltered() || result.cells().values().stream().anyMatch(cells -> !cells.isEmpty());
    }

    public int getChosen() {
        return (int) Stream.of("land", "groesse", "art").filter(name -> parameter(name) != null).count();
    }

    public List<FilterOption> getStates() {
        return options(Breakdown.STATE, "land", value -> FederalState.valueOf(value).getLabel());
    }

    public List<FilterOption> getSizes() {
        return options(Breakdown.SIZE, "groesse", value -> format.text("search.size." + value));
    }

    public List<FilterOption> getKinds() {
        return options(Breakdown.KIND, "art", value -> format.text("kind." + value));
    }

    private List<FilterOption> options(Breakdown breakdown, String name, java.util.function.UnaryOperator<String> label) {
        List<Cell> cells = result.cells().getOrDefault(breakdown, List.of());
        List<FilterOption> options = new ArrayList<>();
        cells.stream().filter(Cell::shown).forEach(cell -> options.add(new FilterOption(cell.value(), label.apply(cell.value()), cell.count(), cell.value().equals(parameter(name)))));
        if (!options.isEmpty()) {
            options.add(0, new FilterOption("", format.text("poll.result.all"), -1, parameter(name) == null));
        }
        return options;
    }

    /** @return whether parts with too few answers are left out of the filters */
    public boolean isWithheld() {
        return result.cells().values().stream().flatMap(List::stream).anyMatch(cell -> !cell.shown());
    }

    public List<Shown> getQuestions() {
        ResultCharts charts = new ResultCharts(result, frame.getLocale());
        return result.questions().stream().map(question -> shown(question, charts)).toList();
    }

    private Shown shown(QuestionResult question, ResultCharts charts) {
        PollQuestionView asked = question.question();
        String svg = charts.of(question).map(chart -> ChartSvg.write(chart, "bild-" + asked.id(), false)).orElse(null);
        List<Line> lines = new ArrayList<>();
        for (OptionResult option : question.options()) {
            lines.add(new Line(Ballot.label(asked, option.label(), frame.getLocale()), format.number(asked.kind() == QuestionKind.RANKING ? option.first() : option.count()), charts.percent(option.share()), option.mine()));
        }
        for (BinResult bin : question.bins()) {
            lines.add(new Line(charts.range(question, bin), format.number(bin.count()), charts.percent(question.answered() == 0 ? 0 : bin.count() / (double) question.answered()), question.isMine(bin)));
        }
        String note = asked.kind() == QuestionKind.RANKING ? format.text("poll.result.ranking")
            : asked.kind() == QuestionKind.NUMBER && result.perThousand() ? format.text("poll.result.relative") : "";
        String cut = question.words().isEmpty() || question.words().size() == question.answered() ? "" : format.text("poll.result.words", question.words().size(), question.answered());
        return new Shown(asked.id(), asked.text(), format.text("poll.result.of", question.answered()), note, svg, lines, figures(question), cut, question);
    }

    private List<Figure> figures(QuestionResult question) {
        List<Figure> figures = new ArrayList<>();
        if (question.spread() != null) {
            figures.add(figure(question, format.text("poll.result.median"), question.spread().median()));
            figures.add(figure(question, format.text("poll.result.lower"), question.spread().lower()));
            figures.add(figure(question, format.text("poll.result.upper"), question.spread().upper()));
            if (question.limits()) {
                figures.add(figure(question, format.text("poll.result.least"), question.spread().least()));
                figures.add(figure(question, format.text("poll.result.greatest"), question.spread().greatest()));
            }
            figures.add(figure(question, format.text("poll.result.mean"), question.spread().mean()));
            if (question.own() != null) {
                String name = format.text("poll.result.own." + poll.answeredBy());
                figures.add(result.perThousand() ? figure(question, name, question.own())
                    : new Figure(name, new ResultTables(frame.getLocale()).words(question.question(), question.mine())));
            }
        }
        return figures;
    }

    private Figure figure(QuestionResult question, String name, double value) {
        return new Figure(name, NumberText.rounded(value, frame.getLocale()) + (question.question().unit() == null ? "" : " " + question.question().unit()));
    }

    /** @return a page of who answered what; empty of an anonymous poll */
    public List<Single> getSingles() {
        ResultTables tables = new ResultTables(frame.getLocale());
        return answers.rows().stream().map(row -> single(row, tables)).toList();
    }

    private Single single(AnswerRow row, ResultTables tables) {
        Response response = row.response();
        List<Figure> said = new ArrayList<>();
        for (PollQuestionView question : poll.questions()) {
            Optional<Answer> answer = row.answers().stream().filter(each -> each.questionId() == question.id()).findFirst();
            answer.ifPresent(each -> said.add(new Figure(question.text(), tables.words(question, each))));
        }
        return new Single(response.municipality(), response.changedBy() == null ? response.person() : format.text("poll.result.changedBy", response.person(), response.changedBy()),
            format.exact(response.changedAt() == null ? response.answeredAt() : response.changedAt()), said);
    }

    /** @return the address of the next page of single answers; empty on the last */
    public String getNext() {
        return answers.after() == null ? "" : address(Map.of("ab", ResponseKey.write(answers.after()))) + "#einzeln";
    }

    /** @return this page with numbers in the other way */
    public String getOther() {
        return address(Map.of("je", isPerThousand() ? "" : "1000"));
    }

    /** @return so many answers in words to each question stand there at most */
    public int getMost() {
        return ResultService.MORE_WORDS;
    }

    /** @return this page with more answers in words */
    public String getLonger() {
        return address(Map.of("worte", MORE));
    }

    /** @return the query of downloads: the same part of the answers */
    public String getQuery() {
        return Parameters.query(Parameters.part("state", parameter("land")), Parameters.part("size", parameter("groesse")), Parameters.part("kind", parameter("art")),
            Parameters.part("perThousand", isPerThousand() ? "true" : null));
    }

    /** @return where downloads are */
    public String getApi() {
        return "/api/v1/spaces/" + route.getSlug() + "/polls/" + route.getId() + "/results";
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/umfragen/" + route.getId();
    }

    private String address(Map<String, String> changed) {
        return getHome() + "/ergebnis" + query(changed);
    }

    private String query(Map<String, String> changed) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of("land", "groesse", "art", "je", "worte", "ab")) {
            String value = changed.getOrDefault(name, Optional.ofNullable(parameter(name)).orElse(""));
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
            }
        }
        return query.toString();
    }

    private static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name))
            .filter(value -> value.matches("[A-Za-z0-9.-]{1,80}")).orElse(null);
    }
}
