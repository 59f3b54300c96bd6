package de.krisenaustausch.document;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/**
 * A file that came in and waits for its description. It belongs to the person who sent it; sharing consumes it, and
 * after a day without sharing it is thrown away.
 */
@Entity
public class Upload extends VersionedEntity {

    public static final Duration LIFE = Duration.ofHours(24);
    public static final int WARNING_LENGTH = 60;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "file_name", nullable = false, length = FileName.LENGTH)
    private String fileName;

    @Column(name = "size_bytes", nullable = false)
    private long size;

    @Column(nullable = false, length = Sha256.LENGTH)
    private String sha256;

    @Column(name = "media_type", nullable = false, length = DocumentVersion.MEDIA_TYPE_LENGTH)
    private String mediaType;

    @Column(nullable = false, length = DocumentVersion.KIND_LENGTH)
    private String kind;

    @Column(length = WARNING_LENGTH)
    private String warning;

    @Column(name = "uploaded_at", nullable = false)
    private Instant uploadedAt;

    protected Upload() {
    }

    /** @param warning message key of what the uploader should know, or null */
    public Upload(Member member, StoredFile file, String warning, Instant now) {
        this.member = member;
        this.fileName = file.name();
        this.size = file.size();
        this.sha256 = file.sha256().hex();
        this.mediaType = file.mediaType();
        this.kind = file.kind();
        this.warning = warning;
        this.uploadedAt = now;
    }

    /** @return the file, as a version takes it over */
    public StoredFile file() {
        return new StoredFile(fileName, size, new Sha256(sha256), mediaType, kind);
    }

    public Member getMember() {
        return member;
    }

    public String getFileName() {
        return fileName;
    }

    public long getSize() {
        return size;
    }

    public String getKind() {
        return kind;
    }

    public String getWarning() {
        return warning;
    }

    public Instant getUploadedAt() {
        return uploadedAt;
    }
}
