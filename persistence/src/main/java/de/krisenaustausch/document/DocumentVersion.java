package de.krisenaustausch.document;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One state of a document's file. After upload it is checked for malware, then read: both states are shown to people
 * as they change. The file itself never changes.
 */
@Entity
@Table(name = "document_version")
public class DocumentVersion extends VersionedEntity {

    public static final int CHANGE_NOTE_LENGTH = 500;
    public static final int MEDIA_TYPE_LENGTH = 120;
    public static final int KIND_LENGTH = 20;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "document_id")
    private Document document;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "current_of_id")
    private Document currentOf;

    @Column(nullable = false)
    private int number;

    @Column(name = "file_name", nullable = false, length = FileName.LENGTH)
    private String fileName;

    @Column(name = "size_bytes", nullable = false)
    private long size;

    @Column(nullable = false, length = Sha256.LENGTH)
    private String sha256;

    @Column(name = "media_type", nullable = false, length = MEDIA_TYPE_LENGTH)
    private String mediaType;

    @Column(nullable = false, length = KIND_LENGTH)
    private String kind;

    @Column(name = "change_note", length = CHANGE_NOTE_LENGTH)
    private String changeNote;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "uploaded_by_id")
    private Member uploadedBy;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @Column(name = "uploaded_at", nullable = false)
    private Instant uploadedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "check_state", nullable = false, length = 10)
    private CheckState checkState = CheckState.PENDING;

    @Enumerated(EnumType.STRING)
    @Column(name = "text_state", nullable = false, length = 10)
    private TextState textState = TextState.PENDING;

    @Column(name = "page_count", nullable = false)
    private int pageCount;

    @Column(name = "preview_count", nullable = false)
    private int previewCount;

    @Column(name = "real_pages", nullable = false)
    private boolean realPages;

    protected DocumentVersion() {
    }

    DocumentVersion(Document document, int number, StoredFile file, String changeNote, Member by, Instant now) {
        this.document = document;
        this.currentOf = document;
        this.number = number;
        this.fileName = file.name();
        this.size = file.size();
        this.sha256 = file.sha256().hex();
        this.mediaType = file.mediaType();
        this.kind = file.kind();
        this.changeNote = Text.optional(changeNote, CHANGE_NOTE_LENGTH, "field.changeNote");
        this.uploadedBy = by;
        this.municipality = by.getMunicipality();
        this.uploadedAt = now;
    }

    /** A newer version takes this one's place. */
    void supersede() {
        currentOf = null;
    }

    /** Notes what the scanner said. */
    public void checked(CheckState state) {
        checkState = state;
    }

    /**
     * Notes what reading the file gave.
     *
     * @param pages how many passages of text were kept
     * @param previews how many page images lie in the store
     * @param real whether passages are the file's own pages, so that "Seite 12" is true
     */
    public void read(TextState state, int pages, int previews, boolean real) {
        textState = state;
        pageCount = pages;
        previewCount = previews;
        realPages = real;
    }

    public Document getDocument() {
        return document;
    }

    public int getNumber() {
        return number;
    }

    public String getFileName() {
        return fileName;
    }

    /** @return bytes */
    public long getSize() {
        return size;
    }

    public Sha256 getSha256() {
        return new Sha256(sha256);
    }

    public String getMediaType() {
        return mediaType;
    }

    public String getKind() {
        return kind;
    }

    public String getChangeNote() {
        return changeNote;
    }

    public Member getUploadedBy() {
        return uploadedBy;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public Instant getUploadedAt() {
        return uploadedAt;
    }

    public CheckState getCheckState() {
        return checkState;
    }

    public TextState getTextState() {
        return textState;
    }

    public int getPageCount() {
        return pageCount;
    }

    public int getPreviewCount() {
        return previewCount;
    }

    public boolean isRealPages() {
        return realPages;
    }
}
