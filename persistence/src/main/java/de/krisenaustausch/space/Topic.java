package de.krisenaustausch.space;

import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/**
 * A Thema of the one taxonomy that all spaces draw from. It is renamed or retired, never deleted: documents keep it.
 */
@Entity
public class Topic extends VersionedEntity {

    public static final int NAME_LENGTH = 80;

    @Column(nullable = false, length = Slug.LENGTH)
    private String slug;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(nullable = false)
    private boolean retired;

    protected Topic() {
    }

    /** @param name in German, as a clerk would say it */
    public Topic(String name) {
        rename(name);
        this.slug = Slug.of(this.name);
    }

    /** Changes the name; the slug stays, since links carry it. */
    public final void rename(String newName) {
        name = Text.required(newName, NAME_LENGTH, "field.name");
    }

    /** Spaces can no longer choose it; what has it keeps it. */
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
