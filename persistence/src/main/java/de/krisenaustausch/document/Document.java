package de.krisenaustausch.document;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a municipality shares in a space. It lives from {@link #share} through changes of its description and further
 * versions until it is put into the bin, from where it can be taken back for 30 days. The municipality owns it, not the
 * person: it stays when she leaves.
 */
@Entity
public class Document extends VersionedEntity {

    public static final int TITLE_LENGTH = 200;
    public static final int DESCRIPTION_LENGTH = 2000;
    public static final int CONTACT_LENGTH = 200;
    /** How long the bin keeps a document. */
    public static final Duration BIN = Duration.ofDays(30);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "type_id")
    private DocumentType type;

    @Column(length = DESCRIPTION_LENGTH)
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 14)
    private ReuseTerms reuse;

    @Column(length = CONTACT_LENGTH)
    private String contact;

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

    @Column(insertable = false, updatable = false)
    private long downloads;

    @ManyToMany
    @JoinTable(name = "document_topic", joinColumns = @JoinColumn(name = "document_id"), inverseJoinColumns = @JoinColumn(name = "topic_id"))
    @OrderBy("name")
    private List<Topic> topics = new ArrayList<>();

    @OneToMany(mappedBy = "document", cascade = CascadeType.PERSIST)
    @OrderBy("number DESC")
    private List<DocumentVersion> versions = new ArrayList<>();

    @Column(name = "version_count", nullable = false)
    private int versionCount;

    // the version points here: pointing at each other, neither row could be the first to be inserted
    @OneToOne(mappedBy = "currentOf", fetch = FetchType.LAZY)
    private DocumentVersion current;

    protected Document() {
    }

    /**
     * Shares a document; its file comes with {@link #addVersion}.
     *
     * @throws BusinessException when the person has no municipality yet or a text breaks its limits
     */
    public static Document share(Space space, Member by, Description description, Instant now) {
        if (!by.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        Document document = new Document();
        document.space = space;
        document.sharedBy = by;
        document.municipality = by.getMunicipality();
        document.sharedAt = now;
        document.describe(description);
        return document;
    }

    /** What people say of a document; checked as a whole. */
    public record Description(String title, DocumentType type, Collection<Topic> topics, String text, ReuseTerms reuse, String contact) {
    }

    /**
     * Changes what is said of the document.
     *
     * @throws BusinessException when something is missing, too long, or a topic is not one of the space
     */
    public final void describe(Description description) {
        title = Text.required(Text.oneLine(description.title()), TITLE_LENGTH, "field.title");
        this.description = Text.optional(description.text(), DESCRIPTION_LENGTH, "field.description");
        contact = Text.optional(Text.oneLine(description.contact()), CONTACT_LENGTH, "field.contact");
        if (description.type() == null) {
            throw new BusinessException("error.required", "field.type");
        }
        if (description.reuse() == null) {
            throw new BusinessException("error.required", "field.reuse");
        }
        space.requireTopics(description.topics(), topics);
        type = description.type();
        reuse = description.reuse();
        topics.clear();
        description.topics().stream().distinct().forEach(topics::add);
    }

    /** Makes this file the newest version. @return the version, to be persisted with the document */
    public DocumentVersion addVersion(StoredFile file, String changeNote, Member by, Instant now) {
        DocumentVersion version = new DocumentVersion(this, versionCount + 1, file, changeNote, by, now);
        if (current != null) {
            current.supersede();
        }
        versionCount++;
        versions.add(0, version);
        current = version;
        return version;
    }

    /** Puts the document into the bin. */
    public void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
        }
    }

    /** Takes it out of the bin. @throws BusinessException when its 30 days are over */
    public void restore(Instant now) {
        if (deletedAt != null && deletedAt.plus(BIN).isBefore(now)) {
            throw new BusinessException("document.bin.tooLate");
        }
        deletedAt = null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** @return whether this member's municipality owns the document */
    public boolean isOwnedBy(Member member) {
        return municipality.equals(member.getMunicipality());
    }

    public Space getSpace() {
        return space;
    }

    public String getTitle() {
        return title;
    }

    public DocumentType getType() {
        return type;
    }

    public String getDescription() {
        return description;
    }

    public ReuseTerms getReuse() {
        return reuse;
    }

    public String getContact() {
        return contact;
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

    /** @return how often its file was fetched, all versions together; counted past this entity */
    public long getDownloads() {
        return downloads;
    }

    public List<Topic> getTopics() {
        return List.copyOf(topics);
    }

    /** @return all versions, the newest first */
    public List<DocumentVersion> getVersions() {
        return List.copyOf(versions);
    }

    public DocumentVersion getCurrent() {
        return current;
    }
}
