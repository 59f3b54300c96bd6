package de.krisenaustausch.poll.web;

import de.krisenaustausch.platform.Csv;
import de.krisenaustausch.platform.web.RestInput;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.PollRepository.Which;
import de.krisenaustausch.poll.PollRow;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultRepository.Part;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.poll.VoteRepository.Response;
import de.krisenaustausch.poll.service.OrganiseService;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.poll.service.PollService.PollPage;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.ResultService;
import de.krisenaustausch.poll.service.ResultView;
import de.krisenaustausch.poll.service.ResultView.QuestionResult;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Languages;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A space's polls for programs, with the same rights as on pages. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PollsResource {

    private static final String ALL = "spaces/{slug}/polls";
    private static final String ONE = ALL + "/{id: \\d+}";
    private static final int CHUNK = 500;

    @Inject
    private PollService polls;

    @Inject
    private OrganiseService organise;

    @Inject
    private ResultService results;

    @Context
    private HttpServletRequest request;

    /** A row of the list. */
    public record PollLine(long id, String title, String municipality, boolean published, boolean open, Instant deadline, boolean anonymous, AnsweredBy answeredBy, int participants, boolean answered) {

        static PollLine of(PollRow row, Instant now) {
            return new PollLine(row.id(), row.title(), row.municipality(), row.published(), row.isOpen(now), row.deadline(), row.anonymous(), row.answeredBy(), row.participants(), row.answered());
        }
    }

    /** One page of a list. @param next value of {@code after} for the next page; absent on the last */
    public record PollList(List<PollLine> polls, String next) {
    }

    /** A question to be asked. */
    public record NewPollQuestion(QuestionKind kind, String text, boolean optional, List<String> options, Integer most, String unit, BigDecimal least, BigDecimal greatest, int decimals) {

        PollQuestion.Draft draft() {
            return new PollQuestion.Draft(kind, text, optional, options, most, unit, least, greatest, decimals);
        }
    }

    /** A poll to be drafted, or written anew. @param revision as it was read; not needed for a new one */
    public record NewPoll(int revision, String title, String intro, List<String> topics, AnsweredBy answeredBy, boolean anonymous, Breakdown breakdown, ResultsFor resultsFor,
                          Instant deadline, List<NewPollQuestion> questions) {

        OrganiseService.Draft draft() {
            return new OrganiseService.Draft(title, intro, topics == null ? List.of() : topics, answeredBy, anonymous, breakdown, resultsFor, deadline,
                questions == null ? List.of() : questions.stream().map(NewPollQuestion::draft).toList());
        }
    }

    /** An answer to one question. @param options ids; of a ranking the best first */
    public record BallotAnswer(long question, List<Long> options, BigDecimal number, String text) {
    }

    /** A filled-in ballot. @param revision of the answer that is changed; 0 for a first one */
    public record GivenAnswers(int revision, List<BallotAnswer> answers) {
    }

    /** A later deadline. */
    public record Extension(Instant deadline) {
    }

    /** @param which open, unanswered, closed or mine */
    @GET
    @Path(ALL)
    public PollList list(@PathParam("slug") String slug, @QueryParam("which") @DefaultValue("open") String which, @QueryParam("topic") String topic,
                         @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("20") String limit) {
        Which chosen = Arrays.stream(Which.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(which)).findFirst()
            .orElseThrow(() -> new BusinessException("error.parameter", "which"));
        PollPage page = polls.list(slug, chosen, topic, RestInput.after(after), RestInput.limit(limit));
        return new PollList(page.rows().stream().map(row -> PollLine.of(row, Instant.now())).toList(), page.next() == null ? null : page.next().toString());
    }

    @POST
    @Path(ALL)
    public jakarta.ws.rs.core.Response draft(@PathParam("slug") String slug, NewPoll poll) {
        long id = organise.draft(slug, RestInput.given(poll).draft());
        return jakarta.ws.rs.core.Response.created(URI.create("spaces/" + slug + "/polls/" + id)).entity(read(slug, id)).build();
    }

    @GET
    @Path(ONE)
    public PollView read(@PathParam("slug") String slug, @PathParam("id") long id) {
        return polls.view(slug, id);
    }

    @PUT
    @Path(ONE)
    public PollView rewrite(@PathParam("slug") String slug, @PathParam("id") long id, NewPoll poll) {
        organise.rewrite(slug, id, RestInput.given(poll).revision(), poll.draft());
        return read(slug, id);
    }

    @DELETE
    @Path(ONE)
    public void discard(@PathParam("slug") String slug, @PathParam("id") long id) {
        organise.discard(slug, id);
    }

    @POST
    @Path(ONE + "/publish")
    public PollView publish(@PathParam("slug") String slug, @PathParam("id") long id) {
        organise.publish(slug, id);
        return read(slug, id);
    }

    @POST
    @Path(ONE + "/close")
    public PollView close(@PathParam("slug") String slug, @PathParam("id") long id) {
        organise.close(slug, id);
        return read(slug, id);
    }

    @PUT
    @Path(ONE + "/deadline")
    public PollView extend(@PathParam("slug") String slug, @PathParam("id") long id, Extension extension) {
        organise.extend(slug, id, RestInput.given(extension).deadline());
        return read(slug, id);
    }

    /** Answers, or changes what was answered to a named poll. When this returns, the answer counts. */
    @PUT
    @Path(ONE + "/answer")
    public void answer(@PathParam("slug") String slug, @PathParam("id") long id, GivenAnswers answers) {
        List<BallotAnswer> all = RestInput.listed(RestInput.given(answers).answers());
        polls.answer(slug, id, answers.revision(), all.stream().map(each -> new Answer(each.question(), each.options(), each.number(), each.text())).toList());
    }

    /**
     * @param state of an anonymous poll one of the three that it keeps, at most
     * @param perThousand whether numbers are those for each thousand inhabitants
     */
    @GET
    @Path(ONE + "/results")
    public ResultView result(@PathParam("slug") String slug, @PathParam("id") long id, @QueryParam("state") String state, @QueryParam("size") String size,
                             @QueryParam("kind") String kind, @QueryParam("perThousand") boolean perThousand) {
        return results.result(slug, id, new Part(state, size, kind), perThousand);
    }

    /** The sums as CSV. */
    @GET
    @Path(ONE + "/results.csv")
    @Produces("text/csv; charset=utf-8")
    public jakarta.ws.rs.core.Response csv(@PathParam("slug") String slug, @PathParam("id") long id, @QueryParam("state") String state, @QueryParam("size") String size,
                                           @QueryParam("kind") String kind, @QueryParam("perThousand") boolean perThousand) {
        ResultView result = results.whole(slug, id, new Part(state, size, kind), perThousand);
        ResultTables tables = new ResultTables(locale());
        StringBuilder text = new StringBuilder(Csv.BEGINNING).append(Csv.line(tables.sumHeadings()));
        tables.sums(result).forEach(row -> text.append(Csv.line(Arrays.stream(row).map(cell -> cell instanceof Number number ? NumberText.write(number, locale()) : cell).toArray())));
        return download(text.toString().getBytes(StandardCharsets.UTF_8), "umfrage-" + id + ".csv");
    }

    /** The sums, and of a named poll a sheet of who answered what. */
    @GET
    @Path(ONE + "/results.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public jakarta.ws.rs.core.Response workbook(@PathParam("slug") String slug, @PathParam("id") long id, @QueryParam("state") String state, @QueryParam("size") String size,
                                                @QueryParam("kind") String kind, @QueryParam("perThousand") boolean perThousand) {
        ResultView result = results.whole(slug, id, new Part(state, size, kind), perThousand);
        return download((StreamingOutput) out -> workbook(result, out), "umfrage-" + id + ".xlsx");
    }

    private void workbook(ResultView result, OutputStream out) throws IOException {
        ResultTables tables = new ResultTables(locale());
        try (Spreadsheet book = new Spreadsheet(out)) {
            book.sheet(de.krisenaustausch.platform.web.Messages.sentence(locale(), "poll.result"));
            book.row(tables.sumHeadings());
            for (Object[] row : tables.sums(result)) {
                book.row(row);
            }
            if (!result.poll().anonymous()) {
                book.sheet(de.krisenaustausch.platform.web.Messages.sentence(locale(), "poll.result.singles"));
                book.row(tables.answerHeadings(result.poll()));
                Response after = null;
                do {
                    ResultService.Answers page = results.answers(result.poll().space(), result.poll().id(), after, CHUNK);
                    for (ResultService.AnswerRow row : page.rows()) {
                        book.row(tables.answers(result.poll(), row));
                    }
                    after = page.after();
                } while (after != null);
            }
        }
    }

    /** The chart of one question. */
    @GET
    @Path(ONE + "/results/{question: \\d+}/svg")
    @Produces("image/svg+xml")
    public jakarta.ws.rs.core.Response svg(@PathParam("slug") String slug, @PathParam("id") long id, @PathParam("question") long question, @QueryParam("state") String state,
                                           @QueryParam("size") String size, @QueryParam("kind") String kind, @QueryParam("perThousand") boolean perThousand) {
        Chart chart = chart(results.result(slug, id, new Part(state, size, kind), perThousand), question);
        return download(ChartSvg.write(chart, "bild", true).getBytes(StandardCharsets.UTF_8), "umfrage-" + id + "-" + question + ".svg");
    }

    /** The same as a picture for presentations. */
    @GET
    @Path(ONE + "/results/{question: \\d+}/png")
    @Produces("image/png")
    public jakarta.ws.rs.core.Response png(@PathParam("slug") String slug, @PathParam("id") long id, @PathParam("question") long question, @QueryParam("state") String state,
                                           @QueryParam("size") String size, @QueryParam("kind") String kind, @QueryParam("perThousand") boolean perThousand) {
        Chart chart = chart(results.result(slug, id, new Part(state, size, kind), perThousand), question);
        return download((StreamingOutput) out -> ChartPng.write(chart, out), "umfrage-" + id + "-" + question + ".png");
    }

    private Chart chart(ResultView result, long question) {
        QuestionResult wanted = result.questions().stream().filter(each -> each.question().id() == question).findFirst().orElseThrow(NotFoundException::new);
        return new ResultCharts(result, locale()).of(wanted).orElseThrow(NotFoundException::new);
    }

    /** What is opened from a download runs nowhere as a page of the portal. */
    private static jakarta.ws.rs.core.Response download(Object content, String name) {
        return jakarta.ws.rs.core.Response.ok(content).header("Content-Disposition", "attachment; filename=\"" + name + "\"").header("Cache-Control", "no-store")
            .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'").build();
    }

    private Locale locale() {
        return Languages.of(request);
    }
}
