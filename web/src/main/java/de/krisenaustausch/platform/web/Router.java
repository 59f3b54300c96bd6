package de.krisenaustausch.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Leads German addresses to their views. A view asked for by its own name is not there: it would slip past the
 * constraints, which speak of addresses. Order of filters: web.xml.
 *
 * <p>Faces takes every request with a view state for a sent form, also a GET, and then a mere link could act for whoever
 * follows it; so forms come by POST, and whatever comes by POST is a form.
 */
public class Router extends HttpFilter {

    /** Request attribute: the {@link Route.Match} of the present request. */
    static final String MATCH = Router.class.getName() + ".match";
    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<Route.Match> match = Route.find(path);
        if (match.isPresent() && request.getDispatcherType() == DispatcherType.REQUEST) {
            if (!METHODS.contains(request.getMethod())) {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return;
            }
            if ("POST".equals(request.getMethod()) != (request.getParameter(VIEW_STATE) != null)) {
                response.sendError(FailureHandler.VIEW_EXPIRED);
                return;
            }
            request.setAttribute(MATCH, match.get());
            PageCopy page = new PageCopy(response);
            request.getRequestDispatcher(match.get().route().view()).forward(request, page);
            page.send();
        } else if (path.endsWith(".xhtml") && !path.startsWith(RESOURCES)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
