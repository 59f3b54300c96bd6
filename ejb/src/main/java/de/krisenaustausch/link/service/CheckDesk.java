package de.krisenaustausch.link.service;

import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.LinkRepository;
import de.krisenaustausch.link.service.page.Pages;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Gives out links whose pages are to be looked at, and takes down what was found. Called by a timer, which runs as nobody. */
@Stateless
@PermitAll
public class CheckDesk {

    /** What was looked at less long ago is left alone: each page is called once a day. */
    private static final Duration REST = Duration.ofHours(20);

    @Inject
    private LinkRepository links;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Takes links whose turn it is, those looked at longest ago first; nobody else takes them today. */
    public List<LinkRepository.Due> claim(int limit) {
        Instant now = clock.instant();
        return links.claim(now.minus(REST), now, limit);
    }

    /** Takes down how pages were. Who shared a link whose page did not answer on two days is told. */
    public void found(Map<Long, Pages.State> states) {
        for (Link link : links.find(states.keySet())) {
            Pages.State state = states.get(link.getId());
            if (state == Pages.State.ALIVE) {
                link.alive();
            } else if (state != Pages.State.UNKNOWN && link.failed(clock.instant())) {
                events.publish(Queues.FANOUT, new LinkDied(link.getId()));
            }
        }
    }

    /** Removes what was deleted 30 days ago. */
    public void purge() {
        links.purge(clock.instant().minus(Link.BIN));
    }
}
