package de.krisenaustausch.member;

import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * A person in a town hall. Created by the first sign-in from what Keycloak knows; complete once the municipality and
 * the Dienststelle are known; until then only the profile page opens. Credentials are Keycloak's alone. Where an association's directory
 * keeps her name and place of work, they follow it at each sign-in and are not changed here.
 */
@Entity
public class Member extends VersionedEntity {

    public static final int SUBJECT_LENGTH = 64;
    public static final int NAME_LENGTH = 100;
    public static final int OFFICE_LENGTH = 150;
    public static final int DIRECTORY_LENGTH = 150;
    public static final int FUNCTION_LENGTH = 150;
    public static final int REASON_LENGTH = 500;

    @Column(nullable = false, length = SUBJECT_LENGTH)
    private String subject;

    @Column(name = "given_name", length = NAME_LENGTH)
    private String givenName;

    @Column(name = "family_name", length = NAME_LENGTH)
    private String familyName;

    @Column(nullable = false, length = EmailAddress.LENGTH)
    private String email;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @Column(length = OFFICE_LENGTH)
    private String office;

    @Column(name = "job_function", length = FUNCTION_LENGTH)
    private String function;

    @Column(length = DIRECTORY_LENGTH)
    private String directory;

    @Column(length = DIRECTORY_LENGTH)
    private String organisation;

    @Column(nullable = false)
    private boolean placed;

    @ManyToMany
    @JoinTable(name = "member_association", joinColumns = @JoinColumn(name = "member_id"), inverseJoinColumns = @JoinColumn(name = "association_id"))
    private Set<Association> associations = new HashSet<>();

    @Column(nullable = false)
    private boolean blocked;

    @Column(name = "block_reason", length = REASON_LENGTH)
    private String blockReason;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into_id")
    private Member mergedInto;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private boolean administrator;

    protected Member() {
    }

    /** @param subject the token's {@code sub}: the one thing about a person that never changes */
    public Member(String subject, EmailAddress email, Instant now) {
        this.subject = Text.required(subject, SUBJECT_LENGTH, "field.subject");
        this.email = email.value();
        this.createdAt = now;
    }

    /** Takes over what the sign-in says; an empty name there keeps what the person typed here. */
    public void refresh(String givenName, String familyName, EmailAddress email) {
        String given = Text.optional(givenName, NAME_LENGTH, "field.givenName");
        String family = Text.optional(familyName, NAME_LENGTH, "field.familyName");
        this.givenName = given == null ? this.givenName : given;
        this.familyName = family == null ? this.familyName : family;
        this.email = email.value();
    }

    /**
     * Takes over what an association's directory says of where she works; what it leaves open stays as she told it herself.
     *
     * @param directory its name as people know it; null when no directory keeps her data, or none any more
     * @param organisation what it calls the place where she works; null when it does not say
     * @param home the municipality of that name; null when none here is called so
     * @param office the Dienststelle there; null when it does not say
     */
    public void follow(String directory, String organisation, Municipality home, String office) {
        this.directory = Text.optional(directory, DIRECTORY_LENGTH, "field.association");
        this.organisation = this.directory == null ? null : Text.optional(organisation, DIRECTORY_LENGTH, "field.municipality");
        this.placed = this.directory != null && home != null && office != null;
        if (placed) {
            this.municipality = home;
            this.office = Text.required(office, OFFICE_LENGTH, "field.office");
        }
    }

    /** She belongs to these associations and no others, as her sign-in says. */
    public void belongTo(Collection<Association> now) {
        associations.retainAll(now);
        associations.addAll(now);
    }

    /**
     * The person tells who she is and where she works. All four are needed; what a directory keeps is not changed.
     */
    public void introduce(String givenName, String familyName, Municipality municipality, String office) {
        if (directory == null) {
            this.givenName = NameRule.required(givenName, "field.givenName");
            this.familyName = NameRule.required(familyName, "field.familyName");
        }
        if (placed) {
            return;
        }
        this.office = Text.required(office, OFFICE_LENGTH, "field.office");
        if (municipality == null) {
            throw new BusinessException("error.required", "field.municipality");
        }
        this.municipality = municipality;
    }

    /** Keycloak has the role; what is noted here is how it was at the last sign-in, to write to those who administer. */
    public void administrate(boolean role) {
        administrator = role;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    /** She was here, and her sign-in began then. */
    public void signedIn(Instant now) {
        lastSignInAt = now;
    }

    /**
     * An administrator puts right who she is; what a directory keeps is left as it is.
     *
     * @param function what she does there; null when it does not matter
     */
    public void correct(String givenName, String familyName, String office, String function) {
        if (directory == null) {
            this.givenName = NameRule.required(givenName, "field.givenName");
            this.familyName = NameRule.required(familyName, "field.familyName");
        }
        if (!placed) {
            this.office = Text.optional(office, OFFICE_LENGTH, "field.office");
        }
        serve(function);
    }

    /** @param function what she does in her Dienststelle; null when she does not say */
    public void serve(String function) {
        this.function = Text.optional(function, FUNCTION_LENGTH, "field.function");
    }

    /**
     * She works for another municipality from now on; what she shared stays with the one that she shared it for.
     *
     * @throws BusinessException when a directory says where she works: her next sign-in would undo it
     */
    public void move(Municipality to) {
        if (placed) {
            throw new BusinessException("member.placedByDirectory", directory);
        }
        municipality = to;
    }

    /**
     * Lets her in no more, from her next request on, and sends her nothing that waits.
     *
     * @param reason for colleagues who ask later
     */
    public void block(String reason) {
        blockReason = Text.required(reason, REASON_LENGTH, "field.blockReason");
        blocked = true;
    }

    /** @throws BusinessException when another account stands for her: hers stays closed */
    public void unblock() {
        if (mergedInto != null) {
            throw new BusinessException("member.mergedStaysClosed");
        }
        blocked = false;
        blockReason = null;
    }

    /**
     * This account is closed for good, and the other one stands for her.
     *
     * @throws BusinessException when that is this one, or one of the two is closed already
     */
    public void mergeInto(Member other) {
        if (equals(other) || mergedInto != null || other.blocked) {
            throw new BusinessException("member.notMergeable");
        }
        mergedInto = other;
        administrator = false;
        blocked = true;
        blockReason = null;
    }

    /** @return whether all is known that others must see beside what this person shares */
    public boolean isComplete() {
        return givenName != null && familyName != null && municipality != null && office != null;
    }

    public String getSubject() {
        return subject;
    }

    public String getGivenName() {
        return givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    /** @return first and family name, or the e-mail address while they are unknown */
    public String getName() {
        String name = ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
        return name.isEmpty() ? email : name;
    }

    public String getEmail() {
        return email;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public String getOffice() {
        return office;
    }

    /** @return what she does there; null when nobody said */
    public String getFunction() {
        return function;
    }

    /** @return the directory that keeps her name and address; null when none does */
    public String getDirectory() {
        return directory;
    }

    /** @return what that directory calls the place where she works; null when it does not say */
    public String getOrganisation() {
        return organisation;
    }

    /** @return whether that directory also keeps municipality and Dienststelle */
    public boolean isPlaced() {
        return placed;
    }

    public Set<Association> getAssociations() {
        return Set.copyOf(associations);
    }

    public boolean isBlocked() {
        return blocked;
    }

    /** @return why; null when she is not, or another account stands for her */
    public String getBlockReason() {
        return blockReason;
    }

    /** @return the account that stands for her now; null when it is this one */
    public Member getMergedInto() {
        return mergedInto;
    }

    /** @return when her last sign-in began; null when she never came since that is noted */
    public Instant getLastSignInAt() {
        return lastSignInAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
