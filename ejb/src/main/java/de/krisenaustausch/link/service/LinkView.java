package de.krisenaustausch.link.service;

import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.time.Instant;
import java.util.List;

/**
 * A link as its page shows it.
 *
 * @param revision what a form sends back, so that a second editor is told
 * @param description why it matters
 * @param deadSince since when its page is known not to answer; null while it does
 * @param editable whether the reader may change or delete it
 */
public record LinkView(
    long id,
    int revision,
    String space,
    String spaceName,
    WebAddress address,
    String title,
    String description,
    String municipality,
    FederalState state,
    int population,
    String sharedBy,
    String office,
    Instant sharedAt,
    Instant deadSince,
    List<TopicView> topics,
    boolean editable) {

    static LinkView of(Link link, boolean editable) {
        return new LinkView(link.getId(), link.getVersion(), link.getSpace().getSlug(), link.getSpace().getName(), link.getAddress(), link.getTitle(),
            link.getDescription(), link.getMunicipality().getName(), link.getMunicipality().getState(), link.getMunicipality().getPopulation(),
            link.getSharedBy().getName(), link.getSharedBy().getOffice(), link.getSharedAt(), link.getDeadSince(),
            link.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList(), editable);
    }
}
