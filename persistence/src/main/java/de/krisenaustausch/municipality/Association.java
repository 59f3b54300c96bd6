package de.krisenaustausch.municipality;

import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** A municipal association (DStGB, KGSt …) that hosts spaces. */
@Entity
public class Association extends VersionedEntity {

    public static final int SHORT_NAME_LENGTH = 20;
    public static final int NAME_LENGTH = 150;

    @Column(nullable = false, length = Slug.LENGTH)
    private String slug;

    @Column(name = "short_name", nullable = false, length = SHORT_NAME_LENGTH)
    private String shortName;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    protected Association() {
    }

    /** @param shortName what everybody calls it: "DStGB" */
    public Association(String shortName, String name) {
        rename(shortName, name);
        this.slug = Slug.of(shortName);
    }

    /** Its slug stays, since addresses and Keycloak's groups name it. */
    public final void rename(String newShortName, String newName) {
        shortName = Text.required(newShortName, SHORT_NAME_LENGTH, "field.shortName");
        name = Text.required(newName, NAME_LENGTH, "field.name");
    }

    public String getSlug() {
        return slug;
    }

    public String getShortName() {
        return shortName;
    }

    public String getName() {
        return name;
    }
}
