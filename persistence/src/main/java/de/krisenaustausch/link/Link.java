package de.krisenaustausch.link;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A page elsewhere that a municipality recommends in a space. It lives from {@link #share} through changes of what is said of it
 * until it is deleted, which can be undone for 30 days. Each day the portal looks whether the page still answers: when it
 * did not on two days, the link is dead, until it answers again or leads elsewhere.
 */
@Entity
public class Link extends VersionedEntity {

    public static final int TITLE_LENGTH = 200;
    public static final int DESCRIPTION_LENGTH = 2000;
    /** How long deleting can be undone. */
    public static final Duration BIN = Duration.ofDays(30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @Column(nullable = false, length = WebAddress.LENGTH)
    private String address;

    @Column(name = "address_key", nullable = false, length = 64)
    private String addressKey;

    @Column(length = DESCRIPTION_LENGTH)
    private String description;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "shared_by_id")
    private Member sharedBy;

    @Column(name = "shared_at", nullable = false)
    private Instant sharedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "checked_at", nullable = false)
    private Instant checkedAt;

    @Column(name = "failing_since")
    private Instant failingSince;

    @Column(name = "dead_since")
    private Instant deadSince;

    @ManyToMany
    @JoinTable(name = "link_topic", joinColumns = @JoinColumn(name = "link_id"), inverseJoinColumns = @JoinColumn(name = "topic_id"))
    @OrderBy("name")
    private List<Topic> topics = new ArrayList<>();

    protected Link() {
    }

    /** What people say of a link; checked as a whole. @param text why the page matters */
    public record Description(WebAddress address, String title, Collection<Topic> topics, String text) {
    }

    /** @throws BusinessException when the person has no municipality yet or a text breaks its limits */
    public static Link share(Space space, Member by, Description description, Instant now) {
        if (!by.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        Link link = new Link();
        link.space = space;
        link.sharedBy = by;
        link.municipality = by.getMunicipality();
        link.sharedAt = now;
        link.checkedAt = now;
        link.describe(description);
        return link;
    }

    /**
     * Changes what is said of the link. Where it leads elsewhere from now on, what was found out about the page is forgotten.
     *
     * @throws BusinessException when something is missing, too long, or a topic is not one of the space
     */
    public final void describe(Description description) {
        title = Text.required(Text.oneLine(description.title()), TITLE_LENGTH, "field.title");
        this.description = Text.optional(description.text(), DESCRIPTION_LENGTH, "field.why");
        space.requireTopics(description.topics(), topics);
        if (!description.address().value().equals(address)) {
            address = description.address().value();
            addressKey = description.address().key().hex();
            failingSince = null;
            deadSince = null;
        }
        topics.clear();
        description.topics().stream().distinct().forEach(topics::add);
    }

    /** The page answered. */
    public void alive() {
        failingSince = null;
        deadSince = null;
    }

    /** The page did not answer. @return whether the link is dead because of that: the second failure, on another day, says so */
    public boolean failed(Instant now) {
        if (failingSince == null) {
            failingSince = now;
        } else if (deadSince == null && !failingSince.atZone(BERLIN).toLocalDate().equals(now.atZone(BERLIN).toLocalDate())) {
            deadSince = now;
            return true;
        }
        return false;
    }

    public void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
        }
    }

    /** Undoes deleting. @throws BusinessException when its 30 days are over */
    public void restore(Instant now) {
        if (deletedAt != null && deletedAt.plus(BIN).isBefore(now)) {
            throw new BusinessException("link.restore.tooLate");
        }
        deletedAt = null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** @return whether the page did not answer on two days */
    public boolean isDead() {
        return deadSince != null;
    }

    /** @return whether this member's municipality owns the link */
    public boolean isOwnedBy(Member member) {
        return municipality.equals(member.getMunicipality());
    }

    public Space getSpace() {
        return space;
    }

    public String getTitle() {
        return title;
    }

    public WebAddress getAddress() {
        return new WebAddress(address);
    }

    public String getDescription() {
        return description;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public Member getSharedBy() {
        return sharedBy;
    }

    public Instant getSharedAt() {
        return sharedAt;
    }

    public Instant getDeletedAt() {
        return deletedAt;
    }

    /** @return when it was looked whether the page answers, or, if never, when the link was shared */
    public Instant getCheckedAt() {
        return checkedAt;
    }

    /** @return since when the page has not answered; null while it does */
    public Instant getFailingSince() {
        return failingSince;
    }

    /** @return since when the link is dead; null while it is not */
    public Instant getDeadSince() {
        return deadSince;
    }

    public List<Topic> getTopics() {
        return List.copyOf(topics);
    }
}
