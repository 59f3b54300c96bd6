package de.krisenaustausch.registration.web;

import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.registration.service.RequestDesk;
import de.krisenaustausch.registration.service.RequestDesk.Choice;
import de.krisenaustausch.registration.service.RequestDesk.Verdict;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes the form of the list of requests: one by its own button ({@code einer=APPROVE:4711.2}), or those that are picked
 * ({@code alle=APPROVE}). Each names the version that was seen, since a colleague may be at it too.
 */
@WebServlet("/zugaenge/aktion")
public class DecideRequestsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String CHOICE = "\\d{1,18}\\.\\d{1,9}";
    private static final int MANY = 500;

    @Inject
    private transient RequestDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = request.getParameter("zustand");
        try {
            String done = act(request);
            if (done == null) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                response.sendRedirect("/zugaenge?zustand=" + (state != null && state.matches("[A-Z]{1,11}") ? state : "WAITING") + "&meldung=" + done);
            }
        } catch (NotAllowedException notHers) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (NotFoundException gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            response.sendError(HttpServletResponse.SC_CONFLICT, Messages.sentence(Languages.of(request), refused));
        }
    }

    /** @return name of the sentence that tells what was done; null when the form is none of ours */
    private String act(HttpServletRequest request) {
        String one = request.getParameter("einer");
        OptionalLong again = Parameters.id(request.getParameter("erneut"));
        OptionalLong revoked = Parameters.id(request.getParameter("widerrufen"));
        if (again.isPresent()) {
            desk.resend(again.getAsLong());
            return "accessResent";
        }
        if (revoked.isPresent()) {
            desk.revoke(revoked.getAsLong());
            return "accessRevoked";
        }
        String verb = one == null ? request.getParameter("alle") : one.replaceAll(":.*", "");
        Optional<Verdict> verdict = Arrays.stream(Verdict.values()).filter(each -> each.name().equals(verb)).findFirst();
        String[] sent = one == null ? request.getParameterValues("antrag") : new String[] {one.replaceAll("^[^:]*:", "")};
        List<String> choices = sent == null ? List.of() : List.of(sent);
        if (verdict.isEmpty() || choices.size() > MANY || !choices.stream().allMatch(choice -> choice.matches(CHOICE))) {
            return null;
        }
        desk.decide(choices.stream().map(DecideRequestsServlet::choice).toList(), verdict.get(), request.getParameter("text"));
        return switch (verdict.get()) {
            case APPROVE -> "accessApproved";
            case DECLINE -> "accessDeclined";
            case ASK -> "accessAsked";
        };
    }

    private static Choice choice(String text) {
        int dot = text.indexOf('.');
        return new Choice(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }
}
