package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.OutgoingMail;
import de.krisenaustausch.notification.PostRow;
import de.krisenaustausch.notification.service.PostOffice;
import de.krisenaustausch.platform.messaging.DeadLetters;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.shared.web.Format;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** The administrators' view of the post: what failed or waits, and dead letters. {@link PostOfficeServlet} takes its forms. */
@Named
@RequestScoped
public class ManageQueue {

    /** Events that people are told of. */
    private static final Set<String> NEWS = Set.of("DocumentShared", "LinkShared", "LinkDied", "QuestionAsked", "QuestionAnswered", "AnswerAccepted",
        "QuestionForExperts", "QuestionForModerators", "PollPublished", "PollClosing", "PollClosed");
    /** Occasions of letters that the bundles have words for. */
    private static final Set<String> LETTERS = Set.of("Confirm", "Enter", "Answer", "Review", "Question", "Decline", "SignIn", "Unknown", "Waiting", "Invite");

    @Inject
    private PostOffice office;

    @Inject
    private Format format;

    private PostOffice.Figures figures;
    private List<PostRow> rows;
    private List<DeadLetters.DeadLetter> dead;
    private Long failures;

    /** Reads all that the page shows. */
    public void load() {
        figures = office.figures();
        rows = office.list(isWaiting() ? OutgoingMail.State.QUEUED : OutgoingMail.State.FAILED, before());
        dead = office.deadLetters();
    }

    public PostOffice.Figures getFigures() {
        return figures;
    }

    public List<PostRow> getRows() {
        return rows;
    }

    public List<DeadLetters.DeadLetter> getDead() {
        return dead;
    }

    /** @return mails that failed for good, for a mark beside the link that leads here */
    public long getFailures() {
        if (failures == null) {
            failures = office.failures();
        }
        return failures;
    }

    /** @return why a mail is sent, in words */
    public String why(PostRow row) {
        String[] parts = row.occasion().split(":", 2);
        return NEWS.contains(parts[0]) ? format.text("post.event." + parts[0]) + " " + parts[1]
            : format.text("post.event." + (LETTERS.contains(parts[0]) ? parts[0] : "other"));
    }

    /** @return whether the list shows what waits, and not what failed */
    public boolean isWaiting() {
        return "wartend".equals(parameter("zustand"));
    }

    /** @return address of the next page; "" when this was the last */
    public String getNext() {
        return rows.size() < PostOffice.PAGE ? ""
            : "/verwaltung/post?zustand=" + (isWaiting() ? "wartend" : "gescheitert") + "&ab=" + rows.get(rows.size() - 1).id();
    }

    private static long before() {
        return Parameters.id(parameter("ab")).orElse(Long.MAX_VALUE);
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }
}
