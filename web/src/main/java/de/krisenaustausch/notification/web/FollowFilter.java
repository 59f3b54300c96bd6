package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.service.FollowService;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the follow control's form at {@code /bereiche/{slug}/folgen}: {@code haeufigkeit}, and {@code thema} where one
 * topic is meant. A filter, since no servlet can be mapped to an address with the slug in its middle.
 */
public class FollowFilter extends HttpFilter {

    private static final Pattern ADDRESS = Pattern.compile("/bereiche/([a-z0-9-]{1,60})/folgen");

    @Inject
    private transient FollowService follow;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Matcher address = ADDRESS.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (!address.matches()) {
            chain.doFilter(request, response);
        } else if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            choose(address.group(1), request, response);
        }
    }

    private void choose(String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Frequency frequency = Choices.frequency(request.getParameter("haeufigkeit"));
        String topic = request.getParameter("thema");
        boolean whole = topic == null || topic.isBlank();
        if (frequency == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            if (whole) {
                follow.follow(slug, frequency);
            } else {
                follow.followTopic(slug, topic, frequency);
            }
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // the topic is one of the space by now, so its slug is safe in an address
        response.sendRedirect(request.getContextPath() + "/bereiche/" + slug + (whole ? "?" : "?thema=" + topic + "&")
            + "meldung=" + Choices.told(frequency));
    }
}
