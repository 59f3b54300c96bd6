package de.krisenaustausch.platform.web;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.web.Languages;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns every failure of the REST interface into a problem: no page, no stack trace, whatever happened. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        Locale locale = Languages.of(request);
        Problem problem = problem(failure, locale);
        if (problem.status() >= 500) {
            LOG.log(Level.SEVERE, "A REST call failed: " + request.getMethod() + " " + request.getRequestURI(), failure);
        }
        Response.ResponseBuilder answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(problem.json());
        if (failure instanceof WebApplicationException web && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    /** Looks through what containers wrap round a failure, from the outside in. */
    static Problem problem(Throwable failure, Locale locale) {
        if (Outage.isCollision(failure)) {
            return Problem.of(new ChangedMeanwhileException(), locale);
        }
        if (Outage.isOne(failure)) {
            return Problem.of(503, locale);
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BusinessException expected) {
                return Problem.of(expected, locale);
            }
            if (each instanceof EJBAccessException) {
                return Problem.of(403, locale);
            }
            if (each instanceof ProcessingException || each.getClass().getName().startsWith("jakarta.json.")) {
                return Problem.of(new BusinessException("error.malformed"), locale);
            }
            if (each instanceof WebApplicationException web && web.getResponse().getStatus() != 400) {
                return Problem.of(web.getResponse().getStatus(), locale);
            }
            if (each instanceof IOException) {
                return Problem.of(new BusinessException("upload.cutOff"), locale);
            }
        }
        return Problem.of(failure instanceof WebApplicationException ? 400 : 500, locale);
    }
}
