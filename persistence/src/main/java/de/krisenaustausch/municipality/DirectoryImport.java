package de.krisenaustausch.municipality;

import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An official file on its way into the directory: checked first, so that a person sees what it would change, and applied
 * once. What it would change is not kept, but found again from file and directory.
 */
@Entity
@Table(name = "directory_import")
public class DirectoryImport extends VersionedEntity {

    public static final int FILE_NAME_LENGTH = 200;

    /** How far it came. */
    public enum State { CHECKED, APPLIED }

    @Column(name = "file_name", nullable = false, length = FILE_NAME_LENGTH)
    private String fileName;

    @Column(nullable = false, length = 64)
    private String sha256;

    @Column(name = "as_of", nullable = false)
    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    private State state;

    @Column(name = "checked_at", nullable = false)
    private Instant checkedAt;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(nullable = false)
    private int entries;

    @Column(nullable = false)
    private int added;

    @Column(nullable = false)
    private int changed;

    @Column(nullable = false)
    private int merged;

    @Column(nullable = false)
    private int gone;

    /** How many organisations the file holds, and how many of ours it changes in which way. */
    public record Counts(int entries, int added, int changed, int merged, int gone) {
    }

    protected DirectoryImport() {
    }

    /** @param asOf day whose municipalities the file holds */
    public DirectoryImport(String fileName, Sha256 sha256, LocalDate asOf, Counts counts, Instant now) {
        this.fileName = Text.required(fileName, FILE_NAME_LENGTH, "field.file");
        this.sha256 = sha256.hex();
        this.asOf = asOf;
        this.entries = counts.entries();
        this.added = counts.added();
        this.changed = counts.changed();
        this.merged = counts.merged();
        this.gone = counts.gone();
        this.state = State.CHECKED;
        this.checkedAt = now;
    }

    /** It stands in the directory now. */
    public void apply(Instant now) {
        if (state == State.APPLIED) {
            throw new IllegalStateException("applied already");
        }
        state = State.APPLIED;
        appliedAt = now;
    }

    public String getFileName() {
        return fileName;
    }

    public Sha256 getSha256() {
        return new Sha256(sha256);
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public State getState() {
        return state;
    }

    public Instant getCheckedAt() {
        return checkedAt;
    }

    public Instant getAppliedAt() {
        return appliedAt;
    }

    public Counts getCounts() {
        return new Counts(entries, added, changed, merged, gone);
    }
}
