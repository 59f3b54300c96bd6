package de.krisenaustausch.platform.web;

import jakarta.faces.FactoryFinder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.lifecycle.LifecycleFactory;
import java.util.Map;
import org.primefaces.csp.CspPhaseListener;

/**
 * Lets PrimeFaces hand out its nonce only to those who have a session. It keeps the nonce there, and would open one for
 * every reader of a public page, robots included; pages for nobody in particular have no script that needs it.
 */
public class NonceGate implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    /** When the application is set up, all listeners are there. */
    @Override
    public void processEvent(SystemEvent event) throws AbortProcessingException {
        Lifecycle lifecycle = ((LifecycleFactory) FactoryFinder.getFactory(FactoryFinder.LIFECYCLE_FACTORY)).getLifecycle(LifecycleFactory.DEFAULT_LIFECYCLE);
        for (PhaseListener listener : lifecycle.getPhaseListeners()) {
            if (listener instanceof CspPhaseListener) {
                lifecycle.removePhaseListener(listener);
                lifecycle.addPhaseListener(new WithSession(listener));
            }
        }
    }

    /** What PrimeFaces' scripts send with each form; a page without its components sends none: it gets a new one, or PrimeFaces would refuse its forms. */
    private static final String NONCE = "primefaces.nonce";

    private record WithSession(PhaseListener listener) implements PhaseListener {

        @Override
        public void beforePhase(PhaseEvent event) {
            FacesContext context = event.getFacesContext();
            if (context.getExternalContext().getSession(false) == null) {
                return;
            }
            Map<String, Object> kept = context.getViewRoot() == null ? null : context.getViewRoot().getViewMap(false);
            if (kept != null && !context.getExternalContext().getRequestParameterMap().containsKey(NONCE)) {
                kept.remove(NONCE);
            }
            listener.beforePhase(event);
        }

        @Override
        public PhaseId getPhaseId() {
            return listener.getPhaseId();
        }
    }
}
