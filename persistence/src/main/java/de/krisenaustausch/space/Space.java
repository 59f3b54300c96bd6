package de.krisenaustausch.space;

import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A Bereich: created by an administrator for an association, kept by its moderators, who change its name, purpose,
 * topics and visibility. The slug stays for good, since mails and bookmarks carry it.
 */
@Entity
public class Space extends VersionedEntity {

    public static final int NAME_LENGTH = 80;
    public static final int PURPOSE_LENGTH = 1000;
    /** How long a question waits for an answer before it is handed on, unless the space says otherwise; in hours. */
    public static final int WAIT_HOURS = 24;
    /** The longest that a space may let it wait: 30 days. */
    public static final int LONGEST_WAIT_HOURS = 720;

    @Column(nullable = false, length = Slug.LENGTH)
    private String slug;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(nullable = false, length = PURPOSE_LENGTH)
    private String purpose;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "association_id")
    private Association association;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private Visibility visibility;

    @Column(name = "for_association", nullable = false)
    private boolean forAssociation;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "members_invite", nullable = false)
    private boolean membersInvite;

    @Column(name = "wait_hours", nullable = false)
    private int waitHours = WAIT_HOURS;

    @ManyToMany
    @JoinTable(name = "space_topic", joinColumns = @JoinColumn(name = "space_id"), inverseJoinColumns = @JoinColumn(name = "topic_id"))
    @OrderColumn(name = "position")
    private List<Topic> topics = new ArrayList<>();

    protected Space() {
    }

    /** @throws BusinessException when the slug is no slug or a text is missing or too long */
    public Space(String slug, String name, String purpose, Association association, Visibility visibility, Instant now) {
        if (!Slug.isValid(slug)) {
            throw new BusinessException("error.slug");
        }
        this.slug = slug;
        this.association = association;
        this.createdAt = now;
        describe(name, purpose, visibility);
    }

    /** Changes what the space says of itself and who may see into it. */
    public final void describe(String name, String purpose, Visibility visibility) {
        this.name = Text.required(name, NAME_LENGTH, "field.name");
        this.purpose = Text.required(purpose, PURPOSE_LENGTH, "field.purpose");
        if (visibility == null) {
            throw new BusinessException("error.required", "field.visibility");
        }
        this.visibility = visibility;
    }

    /** Lets the members of its association in without being asked, or no longer. */
    public void letAssociationIn(boolean now) {
        forAssociation = now;
    }

    /** Whether any member of the space may invite by mail, or only its moderators. */
    public void letMembersInvite(boolean allowed) {
        membersInvite = allowed;
    }

    /** Hands a question on that waits so many hours for an answer. @throws BusinessException when that is not 1 to 720 */
    public void letWait(int hours) {
        if (hours < 1 || hours > LONGEST_WAIT_HOURS) {
            throw new BusinessException("space.waitHours.range", "field.waitHours", LONGEST_WAIT_HOURS);
        }
        waitHours = hours;
    }

    public int getWaitHours() {
        return waitHours;
    }

    public boolean isMembersInvite() {
        return membersInvite;
    }

    /** Draws the space's topics from the taxonomy, in this order. */
    public void draw(List<Topic> newTopics) {
        topics.clear();
        newTopics.stream().distinct().forEach(topics::add);
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public String getPurpose() {
        return purpose;
    }

    public Association getAssociation() {
        return association;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    /** @return whether the members of its association come in without being asked */
    public boolean isForAssociation() {
        return forAssociation;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /**
     * A contribution keeps to the space's topics; one that the space gave up stays where it already is.
     *
     * @param kept topics that the contribution has
     * @throws BusinessException when another is wanted
     */
    public void requireTopics(Collection<Topic> wanted, Collection<Topic> kept) {
        if (!wanted.stream().allMatch(topic -> kept.contains(topic) || topics.contains(topic))) {
            throw new BusinessException("error.foreignTopic");
        }
    }

    public List<Topic> getTopics() {
        return List.copyOf(topics);
    }
}
