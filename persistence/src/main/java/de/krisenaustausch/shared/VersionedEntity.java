package de.krisenaustausch.shared;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/**
 * What every entity has: an id from the one sequence, and a version against lost updates.
 * Equality is that of the row, so an entity without id equals only itself.
 */
@MappedSuperclass
public abstract class VersionedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ka_seq")
    @SequenceGenerator(name = "ka_seq", sequenceName = "ka_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    /** @return the row's id, or null before the entity is persisted */
    public Long getId() {
        return id;
    }

    /** @return how often the row was changed; a form sends it back so that a second editor is told */
    public int getVersion() {
        return version;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
            || other instanceof VersionedEntity that && id != null && getClass() == that.getClass() && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "#" + id;
    }
}
