package de.krisenaustausch.link.service.page;

import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.WebAddress;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What the portal wants to know of pages elsewhere: their title, and whether they are still there. Takes up to ten seconds; never called within a transaction. */
@ApplicationScoped
public class Pages {

    /** Pages that are there, but not for us: asked to sign in, refused as a robot, or too often. */
    private static final Set<Integer> CLOSED = Set.of(401, 402, 403, 405, 406, 407, 429, 451, 501);

    @Resource
    private ManagedThreadFactory threads;

    private PageFetcher fetcher;

    /** How a page is. */
    public enum State {
        ALIVE,
        /** It answers that it is gone, or an error. */
        GONE,
        /** Nobody answers: it, or our own way to it, is interrupted. */
        SILENT,
        /** Not to be told from here. */
        UNKNOWN
    }

    /** For CDI. */
    public Pages() {
    }

    /** For tests. */
    Pages(PageFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @PostConstruct
    void open() {
        fetcher = new PageFetcher(threads);
    }

    /** @return the page's title; empty when it does not answer in five seconds, may not be called, or has none */
    public Optional<String> title(WebAddress address) {
        try {
            return PageTitle.of(fetcher.fetch("GET", URI.create(address.value())), Link.TITLE_LENGTH);
        } catch (PageException unseen) {
            return Optional.empty();
        }
    }

    /** Asks for the page's head, and for the page where a server does not know of heads. */
    public State look(WebAddress address) {
        State state = look("HEAD", address);
        return state == State.ALIVE || state == State.UNKNOWN ? state : look("GET", address);
    }

    private State look(String method, WebAddress address) {
        try {
            Answer answer = fetcher.fetch(method, URI.create(address.value()));
            return answer.isGood() || CLOSED.contains(answer.status()) && "GET".equals(method) ? State.ALIVE : State.GONE;
        } catch (PageException unseen) {
            return unseen.reason() == PageException.Reason.FAILED ? State.SILENT : State.UNKNOWN;
        }
    }
}
