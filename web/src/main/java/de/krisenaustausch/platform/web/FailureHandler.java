package de.krisenaustausch.platform.web;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What becomes of an exception in a page: an expected failure of an action is a sentence above the form, which keeps
 * what was typed; what may not be seen is a 404; everything else goes to the error page, never with a stack trace.
 */
public class FailureHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(FailureHandler.class.getName());
    /** 440 is what browsers and servers commonly take for "log in again"; no standard has one. */
    static final int VIEW_EXPIRED = 440;

    /** Failures that say no field, and the input that they are about. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
        Map.entry("link.address.wrong", "address"), Map.entry("link.title.silent", "title"), Map.entry("error.email", "email"),
        Map.entry("space.unknownMember", "email"), Map.entry("error.slug", "slug"), Map.entry("space.slugTaken", "slug"),
        Map.entry("topic.taken", "name"), Map.entry("type.taken", "name"), Map.entry("error.nameless", "name"),
        Map.entry("error.unknownMunicipality", "municipality"), Map.entry("question.merge.notThere", "other"));

    public FailureHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext();) {
            ExceptionQueuedEvent event = events.next();
            Throwable thrown = event.getContext().getException();
            Throwable failure = Outage.isCollision(thrown) ? new ChangedMeanwhileException() : root(thrown);
            if (failure instanceof BusinessException expected && answer(context, event, expected)
                    || failure instanceof EJBAccessException && send(context, 403)
                    || isBrokenState(event, failure) && send(context, VIEW_EXPIRED)) {
                events.remove();
            } else if (context != null && !context.getExternalContext().isResponseCommitted() && !context.getResponseComplete()) {
                boolean outage = Outage.isOne(thrown);
                LOG.log(outage ? Level.WARNING : Level.SEVERE, "A page failed: " + context.getExternalContext().getRequestServletPath(),
                    outage ? null : failure);
                send(context, outage ? 503 : 500);
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean answer(FacesContext context, ExceptionQueuedEvent event, BusinessException failure) {
        if (failure instanceof NotFoundException) {
            return send(context, 404);
        }
        if (failure instanceof NotAllowedException) {
            return send(context, 403);
        }
        if (event.getContext().getPhaseId() == PhaseId.RENDER_RESPONSE) {
            return false;
        }
        String sentence = Messages.sentence(context, failure);
        String culprit = FIELDS.getOrDefault(failure.getMessageKey(), field(failure));
        String input = culprit == null ? null : input(context, context.getViewRoot(), culprit, false);
        context.addMessage(input, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        context.validationFailed();
        context.renderResponse();
        return true;
    }

    /** @return the field that the failure names by its parameter ({@code field.office}), or null */
    private static String field(BusinessException failure) {
        return failure.getParameters().stream().filter(String.class::isInstance).map(String.class::cast)
            .filter(name -> name.startsWith("field.")).map(name -> name.substring("field.".length())).findFirst().orElse(null);
    }

    /** @return client id of the input with that id in the form that was sent, or null: the message then stands above it all */
    private static String input(FacesContext context, UIComponent parent, String id, boolean inside) {
        for (Iterator<UIComponent> all = parent.getFacetsAndChildren(); all.hasNext();) {
            UIComponent child = all.next();
            boolean sent = inside || child instanceof UIForm form && form.isSubmitted();
            String found = sent && child instanceof EditableValueHolder && id.equals(child.getId())
                ? child.getClientId(context) : input(context, child, id, sent);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A view state that is missing, foreign, tampered with or from before a restart can't be restored. */
    private static boolean isBrokenState(ExceptionQueuedEvent event, Throwable failure) {
        return failure instanceof ViewExpiredException || event.getContext().getPhaseId() == PhaseId.RESTORE_VIEW;
    }

    private static boolean send(FacesContext context, int status) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            return false;
        }
        try {
            external.responseSendError(status, null);
            context.responseComplete();
            return true;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof BusinessException) && !(root instanceof EJBAccessException)
                && !(root instanceof ViewExpiredException)) {
            root = root.getCause();
        }
        return root;
    }

    /** Registered in faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new FailureHandler(getWrapped().getExceptionHandler());
        }
    }
}
