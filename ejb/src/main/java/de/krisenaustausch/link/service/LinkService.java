package de.krisenaustausch.link.service;

import de.krisenaustausch.link.Link;
import de.krisenaustausch.link.LinkRepository;
import de.krisenaustausch.link.LinkRow;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.member.service.Reader;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.service.ContributionChanged;
import de.krisenaustausch.space.service.SpaceAccess;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading links, sharing them, and changing what was shared. A page stands in a space once. */
@Stateless
@RolesAllowed({"member", "admin"})
public class LinkService {

    /** Rows on one page of a list. */
    public static final int PAGE = 20;
    private static final int BIN_SIZE = 200;

    @Inject
    private LinkRepository links;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** What people say of a link. @param topics slugs @param text why it matters */
    public record Description(String address, String title, List<String> topics, String text) {
    }

    /** One page of a list; {@code next} is null on the last. */
    public record LinkPage(List<LinkRow> rows, ListKey next) {
    }

    /**
     * @param topic a slug, or null for all; unknown ones give an empty list
     * @param after the last row of the page before, or null
     * @throws NotFoundException when the reader may not see into the space
     */
    public LinkPage list(String space, String topic, ListKey after, int limit) {
        List<LinkRow> rows = links.newest(new LinkRepository.Filter(access.look(space).space().getId(), topic), after, limit + 1);
        if (rows.size() <= limit) {
            return new LinkPage(rows, null);
        }
        LinkRow last = rows.get(limit - 1);
        return new LinkPage(List.copyOf(rows.subList(0, limit)), new ListKey(last.sharedAt(), last.id()));
    }

    /** All that a space's list of links says. */
    public record Overview(String spaceName, List<TopicView> topics, LinkPage page) {
    }

    /** @return a page of the list with the space's name and topics, in a fixed number of statements @see #list */
    public Overview overview(String space, String topic, ListKey after) {
        Place place = place(space);
        return new Overview(place.name(), place.topics(), list(space, topic, after, PAGE));
    }

    /** Where a link is shared. */
    public record Place(String name, List<TopicView> topics) {
    }

    /** @throws NotFoundException when the reader may not see into the space */
    public Place place(String space) {
        Space found = access.look(space).space();
        return new Place(found.getName(), found.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList());
    }

    /** @throws NotFoundException when it does not exist in this space, is deleted, or may not be seen */
    public LinkView view(String space, long id) {
        SpaceAccess.Entry entry = access.read(space);
        Link link = get(entry, id);
        return LinkView.of(link, mayEdit(entry, link));
    }

    /** @return the link of the space that leads to the same page, if there is one. @throws BusinessException when that is no address of a public page */
    public Optional<LinkView> find(String space, String address) {
        SpaceAccess.Entry entry = access.read(space);
        return links.findSame(entry.space().getId(), new WebAddress(address)).map(link -> LinkView.of(link, mayEdit(entry, link)));
    }

    /** @throws AlreadySharedException when the page is in the space already */
    public void refuseSame(String space, String address) {
        refuseSame(access.read(space), new WebAddress(address), 0);
    }

    /**
     * @return the new link's id
     * @throws AlreadySharedException when the page is in the space already
     * @throws BusinessException when the address leads to no public page, or a text breaks its limits
     */
    public long share(String space, Description description) {
        SpaceAccess.Entry entry = access.read(space);
        Link.Description said = resolve(description);
        links.hold(said.address());
        refuseSame(entry, said.address(), 0);
        Link link = Link.share(entry.space(), current.member(), said, clock.instant());
        links.add(link);
        events.publish(Queues.FANOUT, new LinkShared(link.getId()));
        changed(link);
        return link.getId();
    }

    /** @throws ChangedMeanwhileException when somebody else changed it since the form was opened */
    public void describe(String space, long id, int revision, Description description) {
        SpaceAccess.Entry entry = access.read(space);
        Link link = edit(entry, id);
        if (link.getVersion() != revision) {
            throw new ChangedMeanwhileException();
        }
        Link.Description said = resolve(description);
        links.hold(said.address());
        refuseSame(entry, said.address(), id);
        link.describe(said);
        changed(link);
    }

    public void delete(String space, long id) {
        Link link = edit(access.read(space), id);
        link.delete(clock.instant());
        changed(link);
    }

    /** Undoes deleting. @throws AlreadySharedException when the page was shared again meanwhile @throws BusinessException when its 30 days are over */
    public void restore(String space, long id) {
        SpaceAccess.Entry entry = access.read(space);
        Link link = links.find(id).filter(found -> found.isDeleted() && found.getSpace().equals(entry.space()) && mayEdit(entry, found)).orElseThrow(NotFoundException::new);
        links.hold(link.getAddress());
        refuseSame(entry, link.getAddress(), id);
        link.restore(clock.instant());
        changed(link);
    }

    /** The same, wherever it stood. @return the slug of its space */
    public String restore(long id) {
        String space = links.find(id).filter(Link::isDeleted).orElseThrow(NotFoundException::new).getSpace().getSlug();
        restore(space, id);
        return space;
    }

    /** A deleted link. @param site where it leads */
    public record BinRow(long id, String title, String space, String site, Instant deletedAt, Instant goneAt) {
    }

    /** @return deleted links that the reader can bring back, as far as she sees into their spaces, the last deleted first, 200 at most */
    public List<BinRow> bin() {
        Reader reader = current.get();
        Set<Long> readable = Set.copyOf(access.readableIds());
        return links.bin(reader.memberId(), reader.municipalityId(), reader.administrator(), BIN_SIZE).stream().filter(link -> readable.contains(link.getSpace().getId()))
            .map(link -> new BinRow(link.getId(), link.getTitle(), link.getSpace().getName(), link.getAddress().site(), link.getDeletedAt(), link.getDeletedAt().plus(Link.BIN)))
            .toList();
    }

    private void refuseSame(SpaceAccess.Entry entry, WebAddress address, long but) {
        links.findSame(entry.space().getId(), address).filter(found -> found.getId() != but).ifPresent(found -> {
            throw new AlreadySharedException(found.getId(), found.getTitle());
        });
    }

    private void changed(Link link) {
        events.publish(Queues.INDEX, new ContributionChanged(link.getId()));
    }

    private Link get(SpaceAccess.Entry entry, long id) {
        return links.find(id).filter(found -> !found.isDeleted() && found.getSpace().equals(entry.space())).orElseThrow(NotFoundException::new);
    }

    private Link edit(SpaceAccess.Entry entry, long id) {
        Link link = get(entry, id);
        if (!mayEdit(entry, link)) {
            throw new NotAllowedException();
        }
        return link;
    }

    /** Who shared it may always correct it, also when she works elsewhere by now. */
    private boolean mayEdit(SpaceAccess.Entry entry, Link link) {
        return entry.moderator() || link.isOwnedBy(current.member()) || link.getSharedBy().equals(current.member());
    }

    private Link.Description resolve(Description description) {
        List<Topic> topics = spaces.getTopics(description.topics());
        return new Link.Description(new WebAddress(description.address()), description.title(), topics, description.text());
    }
}
