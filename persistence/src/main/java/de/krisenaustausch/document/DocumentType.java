package de.krisenaustausch.document;

import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A Dokumentart (Dienstanweisung, Satzung …), managed in the back office; retired, never deleted. */
@Entity
@Table(name = "document_type")
public class DocumentType extends VersionedEntity {

    public static final int NAME_LENGTH = 60;

    @Column(nullable = false, length = Slug.LENGTH)
    private String slug;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(nullable = false)
    private boolean retired;

    protected DocumentType() {
    }

    public DocumentType(String name) {
        rename(name);
        this.slug = Slug.of(this.name);
    }

    /** Changes the name; the slug stays, since links carry it. */
    public final void rename(String newName) {
        name = Text.required(newName, NAME_LENGTH, "field.name");
    }

    public void retire() {
        retired = true;
    }

    public void revive() {
        retired = false;
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public boolean isRetired() {
        return retired;
    }
}
