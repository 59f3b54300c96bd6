package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.RestInput;
import de.krisenaustausch.question.AnswerKey;
import de.krisenaustausch.question.QuestionList;
import de.krisenaustausch.question.service.AnsweringService;
import de.krisenaustausch.question.service.AskingService;
import de.krisenaustausch.question.service.AskingService.Draft;
import de.krisenaustausch.question.service.MovedQuestionException;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.question.service.QuestionService.QuestionPage;
import de.krisenaustausch.question.service.SettlingService;
import de.krisenaustausch.shared.BusinessException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A space's questions and their answers for programs, with the same rights as on pages. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QuestionsResource {

    private static final String ALL = "spaces/{slug}/questions";
    private static final String ONE = ALL + "/{id: \\d+}";
    private static final String DOCUMENT = ONE + "/documents/{document: \\d+}";
    private static final String ANSWER = "spaces/{slug}/answers/{id: \\d+}";

    @Inject
    private QuestionService questions;

    @Inject
    private AskingService asking;

    @Inject
    private AnsweringService answering;

    @Inject
    private SettlingService settling;

    /** One page of a list. @param next value of {@code after} for the next page; absent on the last */
    public record QuestionRows(List<AskedQuestion.QuestionListed> questions, String next) {
    }

    /** Asks. Topics are slugs, text is Markdown. */
    public record NewQuestion(String title, String text, List<String> topics, LocalDate urgentUntil) {
    }

    /** Says it differently. @param revision as it was read, so that nobody's change is overwritten */
    public record QuestionChange(int revision, String title, String text, List<String> topics, LocalDate urgentUntil) {
    }

    /** Answers. @param official in the name of the caller's municipality */
    public record NewAnswer(String text, boolean official) {
    }

    /** Says an answer differently. */
    public record AnswerChange(int revision, String text) {
    }

    /** What was made. */
    public record Made(long id) {
    }

    /** Whether an answer helped the caller. */
    public record Vote(boolean helped) {
    }

    /** A remark on an answer. */
    public record NewRemark(String text) {
    }

    /** The space that a question is brought to. @param space slug */
    public record Move(String space) {
    }

    /** The question that another leads to from now on. @param into its id */
    public record Merger(long into) {
    }

    /** Why nobody is to answer any more. */
    public record Closing(String reason) {
    }

    /**
     * @param view all, open, unanswered, mine or municipality
     * @param after {@code next} of the page before
     * @param limit rows, from 1 to 100
     */
    @GET
    @Path(ALL)
    public QuestionRows list(@PathParam("slug") String slug, @QueryParam("view") @DefaultValue("all") String view, @QueryParam("topic") String topic,
                             @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("20") String limit) {
        QuestionList wanted = Stream.of(QuestionList.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(view)).findFirst()
            .orElseThrow(() -> new BusinessException("error.parameter", "view"));
        QuestionPage page = questions.list(slug, wanted, topic, RestInput.after(after), RestInput.limit(limit));
        return new QuestionRows(page.rows().stream().map(AskedQuestion.QuestionListed::of).toList(), page.next() == null ? null : page.next().toString());
    }

    @POST
    @Path(ALL)
    public Response ask(@PathParam("slug") String slug, NewQuestion question) {
        NewQuestion given = RestInput.given(question);
        long id = asking.ask(slug, new Draft(given.title(), given.text(), RestInput.listed(given.topics()), given.urgentUntil()));
        return Response.created(URI.create("spaces/" + slug + "/questions/" + id)).entity(one(slug, id, null)).build();
    }

    /** Where the question was merged or moved, its address leads on. */
    @GET
    @Path(ONE)
    public Response read(@PathParam("slug") String slug, @PathParam("id") long id, @QueryParam("after") String after) {
        AnswerKey key = after == null ? null : AnswerKey.parse(after).orElseThrow(() -> new BusinessException("error.parameter", "after"));
        try {
            return Response.ok(one(slug, id, key)).build();
        } catch (MovedQuestionException moved) {
            return Response.status(Response.Status.MOVED_PERMANENTLY).location(URI.create("spaces/" + moved.getSpace() + "/questions/" + moved.getId())).build();
        }
    }

    @PUT
    @Path(ONE)
    public AskedQuestion change(@PathParam("slug") String slug, @PathParam("id") long id, QuestionChange change) {
        QuestionChange given = RestInput.given(change);
        asking.edit(slug, id, given.revision(), new Draft(given.title(), given.text(), RestInput.listed(given.topics()), given.urgentUntil()));
        return one(slug, id, null);
    }

    /** Takes back what nobody answered. */
    @DELETE
    @Path(ONE)
    public void delete(@PathParam("slug") String slug, @PathParam("id") long id) {
        asking.delete(slug, id);
    }

    @POST
    @Path(ONE + "/close")
    public void close(@PathParam("slug") String slug, @PathParam("id") long id, Closing closing) {
        settling.close(slug, id, RestInput.given(closing).reason());
    }

    @POST
    @Path(ONE + "/reopen")
    @Consumes(MediaType.WILDCARD)
    public void reopen(@PathParam("slug") String slug, @PathParam("id") long id) {
        settling.reopen(slug, id);
    }

    /** Brings it into another space, for those who moderate this one and see that. */
    @POST
    @Path(ONE + "/move")
    public void move(@PathParam("slug") String slug, @PathParam("id") long id, Move move) {
        settling.move(slug, id, RestInput.given(move).space());
    }

    /** Lets it lead to another question of the space, which gets its answers. */
    @POST
    @Path(ONE + "/merge")
    public void merge(@PathParam("slug") String slug, @PathParam("id") long id, Merger merger) {
        settling.merge(slug, id, RestInput.given(merger).into());
    }

    /** Adds a document of the space to it. */
    @PUT
    @Path(DOCUMENT)
    @Consumes(MediaType.WILDCARD)
    public void attach(@PathParam("slug") String slug, @PathParam("id") long id, @PathParam("document") long document) {
        asking.attach(slug, id, document);
    }

    /** Takes a document from it, which stays in the space. */
    @DELETE
    @Path(DOCUMENT)
    public void detach(@PathParam("slug") String slug, @PathParam("id") long id, @PathParam("document") long document) {
        asking.detach(slug, id, document);
    }

    @POST
    @Path(ONE + "/answers")
    public Response answer(@PathParam("slug") String slug, @PathParam("id") long id, NewAnswer answer) {
        NewAnswer given = RestInput.given(answer);
        Made made = new Made(answering.answer(slug, id, given.text(), given.official()));
        return Response.created(URI.create("spaces/" + slug + "/questions/" + id)).entity(made).build();
    }

    @PUT
    @Path(ANSWER)
    public void changeAnswer(@PathParam("slug") String slug, @PathParam("id") long id, AnswerChange change) {
        answering.edit(slug, id, RestInput.given(change).revision(), change.text());
    }

    /** Withdraws it; can be undone for 30 days. */
    @DELETE
    @Path(ANSWER)
    public void deleteAnswer(@PathParam("slug") String slug, @PathParam("id") long id) {
        answering.delete(slug, id);
    }

    @POST
    @Path(ANSWER + "/restore")
    @Consumes(MediaType.WILDCARD)
    public void restoreAnswer(@PathParam("slug") String slug, @PathParam("id") long id) {
        answering.restore(slug, id);
    }

    @POST
    @Path(ANSWER + "/vote")
    public void vote(@PathParam("slug") String slug, @PathParam("id") long id, Vote vote) {
        answering.vote(slug, id, RestInput.given(vote).helped());
    }

    @POST
    @Path(ANSWER + "/accept")
    @Consumes(MediaType.WILDCARD)
    public void accept(@PathParam("slug") String slug, @PathParam("id") long id) {
        settling.accept(slug, id);
    }

    @POST
    @Path(ANSWER + "/remarks")
    public void remark(@PathParam("slug") String slug, @PathParam("id") long id, NewRemark remark) {
        answering.comment(slug, id, RestInput.given(remark).text());
    }

    @DELETE
    @Path(ANSWER + "/remarks/{remark: \\d+}")
    public void deleteRemark(@PathParam("slug") String slug, @PathParam("id") long id, @PathParam("remark") long remark) {
        answering.deleteComment(slug, id, remark);
    }

    private AskedQuestion one(String slug, long id, AnswerKey after) {
        return AskedQuestion.of(questions.view(slug, id, after));
    }
}
