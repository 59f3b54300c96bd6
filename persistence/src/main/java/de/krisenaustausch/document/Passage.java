package de.krisenaustausch.document;

import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A page (or a page-sized piece) of a version's text. Written once after reading; the index is rebuilt from these. */
@Entity
@Table(name = "document_passage")
public class Passage extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "version_id")
    private DocumentVersion documentVersion;

    @Column(nullable = false)
    private int page;

    @Column(nullable = false)
    private String text;

    protected Passage() {
    }

    /** @param page from 1 */
    public Passage(DocumentVersion documentVersion, int page, String text) {
        this.documentVersion = documentVersion;
        this.page = page;
        this.text = text;
    }

    public DocumentVersion getDocumentVersion() {
        return documentVersion;
    }

    public int getPage() {
        return page;
    }

    public String getText() {
        return text;
    }
}
