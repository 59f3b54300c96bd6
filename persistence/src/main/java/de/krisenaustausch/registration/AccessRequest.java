package de.krisenaustausch.registration;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.NameRule;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody wants in. By form she is UNCONFIRMED until she opened the link in the first mail and sent the form; by mail
 * the address confirms itself, and what she did not write makes the request INCOMPLETE until she answers. A complete one
 * is APPROVED at once where her address speaks for her, else WAITING for a person, who approves, declines or asks back
 * (INCOMPLETE again). APPROVED means that a personal link is on its way; DONE that she used it and has an account.
 * What nobody goes on with EXPIRES; an approval can be REVOKED. There is one open request an address: a second one
 * completes the first.
 */
@Entity
@Table(name = "access_request")
public class AccessRequest extends VersionedEntity {

    public static final int ORGANISATION_LENGTH = 150;
    public static final int FUNCTION_LENGTH = 150;
    public static final int MESSAGE_LENGTH = 2000;
    public static final int REASON_LENGTH = 1000;
    public static final int CONSENT_LENGTH = 20;

    /** Which way the request came. */
    public enum Source { FORM, MAIL, INVITATION }

    /** How far it has come. */
    public enum State {
        UNCONFIRMED, INCOMPLETE, WAITING, APPROVED, DONE, DECLINED, EXPIRED, REVOKED;

        /** @return whether something is still to come */
        public boolean isOpen() {
            return this == UNCONFIRMED || this == INCOMPLETE || this == WAITING || this == APPROVED;
        }
    }

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Source source;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 11)
    private State state;

    @Column(nullable = false, length = EmailAddress.LENGTH)
    private String email;

    @Column(name = "given_name", length = Member.NAME_LENGTH)
    private String givenName;

    @Column(name = "family_name", length = Member.NAME_LENGTH)
    private String familyName;

    @Column(length = ORGANISATION_LENGTH)
    private String organisation;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @Column(length = Member.OFFICE_LENGTH)
    private String office;

    @Column(name = "job_function", length = FUNCTION_LENGTH)
    private String function;

    @Column(length = MESSAGE_LENGTH)
    private String message;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(name = "consent_version", length = CONSENT_LENGTH)
    private String consentVersion;

    @Column(name = "consent_at")
    private Instant consentAt;

    @Column(nullable = false, length = 200)
    private String uncertain = "";

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "decided_by_id")
    private Member decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(length = REASON_LENGTH)
    private String reason;

    @ManyToMany
    @JoinTable(name = "access_request_space", joinColumns = @JoinColumn(name = "request_id"), inverseJoinColumns = @JoinColumn(name = "space_id"))
    private Set<Space> spaces = new HashSet<>();

    protected AccessRequest() {
    }

    private AccessRequest(Source source, State state, EmailAddress email, String language, Instant now) {
        this.source = source;
        this.state = state;
        this.email = email.value();
        this.language = "en".equals(language) ? "en" : "de";
        this.receivedAt = now;
        this.changedAt = now;
    }

    /** Somebody typed her address on the first page; whether it is hers nobody knows yet. */
    public static AccessRequest begin(EmailAddress email, String language, Instant now) {
        return new AccessRequest(Source.FORM, State.UNCONFIRMED, email, language, now);
    }

    /** Somebody wrote to the portal's mailbox. */
    public static AccessRequest write(EmailAddress email, String language, Instant now) {
        return new AccessRequest(Source.MAIL, State.INCOMPLETE, email, language, now);
    }

    /** A member asks a colleague in: that is decision enough. What is not known of her she says herself when she comes. */
    public static AccessRequest invite(EmailAddress email, Applicant known, Space space, Member by, String language, Instant now) {
        AccessRequest request = new AccessRequest(Source.INVITATION, State.UNCONFIRMED, email, language, now);
        request.tell(known, now);
        request.spaces.add(space);
        request.decide(State.APPROVED, by, null, now);
        return request;
    }

    /**
     * She tells who she is, for the first time or more of it: what is told now replaces what was known, what is not
     * told now stays.
     *
     * @throws BusinessException when a text is too long, or the request is decided
     */
    public void tell(Applicant told, Instant now) {
        if (state == State.APPROVED || !state.isOpen()) {
            throw new BusinessException("access.decided");
        }
        givenName = newer(told.givenName(), givenName, Member.NAME_LENGTH, "field.givenName");
        familyName = newer(told.familyName(), familyName, Member.NAME_LENGTH, "field.familyName");
        String place = newer(told.organisation(), organisation, ORGANISATION_LENGTH, "field.municipality");
        if (told.municipality() != null) {
            municipality = told.municipality();
        } else if (place != null && !place.equals(organisation)) {
            municipality = null;
        }
        organisation = place == null && municipality != null ? municipality.getName() : place;
        office = newer(told.office(), office, Member.OFFICE_LENGTH, "field.office");
        function = newer(told.function(), function, FUNCTION_LENGTH, "field.function");
        message = newer(told.message(), message, MESSAGE_LENGTH, "field.message");
        if (told.spaces() != null) {
            spaces.addAll(told.spaces());
        }
        changedAt = now;
    }

    /**
     * A person puts right what was recognised, and answers for all of it: what she leaves empty is unknown from now on, and
     * nothing of it is uncertain any more. What was asked for and is now complete waits to be decided on.
     *
     * @param right who she is and where she works; spaces and message are her own and stay
     * @throws BusinessException when a text is too long, one that waits would lack something, or it is decided
     */
    public void correct(Applicant right, Instant now) {
        requireUndecided();
        boolean lacking = !getMissing().isEmpty();
        givenName = name(right.givenName(), "field.givenName");
        familyName = name(right.familyName(), "field.familyName");
        municipality = right.municipality();
        if (municipality == null) {
            organisation = put(right.organisation(), ORGANISATION_LENGTH, "field.municipality");
        } else {
            organisation = newer(right.organisation(), organisation == null ? municipality.getName() : organisation, ORGANISATION_LENGTH, "field.organisation");
        }
        office = put(right.office(), Member.OFFICE_LENGTH, "field.office");
        function = Text.optional(Text.oneLine(right.function()), FUNCTION_LENGTH, "field.function");
        if (state == State.INCOMPLETE && lacking && getMissing().isEmpty()) {
            await(now);
        }
        Set<Uncertainty> left = getUncertain();
        left.removeAll(Set.of(Uncertainty.GIVEN_NAME, Uncertainty.FAMILY_NAME, Uncertainty.MUNICIPALITY, Uncertainty.OFFICE));
        if (municipality == null) {
            left.remove(Uncertainty.DOMAIN);
        }
        doubt(left);
        changedAt = now;
    }

    private String put(String told, int length, String field) {
        String line = Text.oneLine(told);
        return state == State.WAITING ? Text.required(line, length, field) : Text.optional(line, length, field);
    }

    private String name(String told, String field) {
        return state == State.WAITING ? NameRule.required(told, field) : NameRule.optional(told, field);
    }

    /** She agrees to that text. */
    public void agree(String version, Instant now) {
        consentVersion = Text.required(version, CONSENT_LENGTH, "field.consent");
        consentAt = now;
    }

    /** Marks what a person should look at. */
    public void doubt(Set<Uncertainty> doubts) {
        uncertain = Uncertainty.join(doubts);
    }

    /** Something is missing, or a person wants to know more. @param question what she asks; null when a fixed list is asked for */
    public void askBack(String question, Instant now) {
        requireUndecided();
        state = State.INCOMPLETE;
        reason = Text.optional(question, REASON_LENGTH, "field.message");
        changedAt = now;
    }

    /** All is told; a person must decide. */
    public void await(Instant now) {
        requireUndecided();
        state = State.WAITING;
        changedAt = now;
    }

    /** She may come in. @param by who says so; null when her address was enough */
    public void approve(Member by, String why, Instant now) {
        if (state == State.APPROVED) {
            return;
        }
        requireUndecided();
        decide(State.APPROVED, by, why, now);
    }

    /** @throws BusinessException when it is decided already */
    public void decline(Member by, String why, Instant now) {
        requireUndecided();
        decide(State.DECLINED, by, why, now);
    }

    /** Takes an approval back, as long as she is not in. */
    public void revoke(Member by, String why, Instant now) {
        if (state != State.APPROVED) {
            throw new BusinessException("access.decided");
        }
        decide(State.REVOKED, by, why, now);
    }

    /** She has an account now. */
    public void finish(Instant now) {
        if (state != State.DONE) {
            if (state != State.APPROVED) {
                throw new BusinessException("access.decided");
            }
            state = State.DONE;
            changedAt = now;
        }
    }

    /** Nobody went on with it. */
    public void expire(Instant now) {
        if (state.isOpen()) {
            state = State.EXPIRED;
            changedAt = now;
        }
    }

    /** One more space that she is invited to or wants to join. */
    public void want(Space space) {
        spaces.add(space);
    }

    /** @return what must still be told */
    public Set<Missing> getMissing() {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (givenName == null) {
            missing.add(Missing.GIVEN_NAME);
        }
        if (familyName == null) {
            missing.add(Missing.FAMILY_NAME);
        }
        if (organisation == null && municipality == null) {
            missing.add(Missing.ORGANISATION);
        }
        if (office == null) {
            missing.add(Missing.OFFICE);
        }
        return missing;
    }

    private void decide(State decision, Member by, String why, Instant now) {
        state = decision;
        decidedBy = by;
        decidedAt = now;
        changedAt = now;
        reason = Text.optional(why, REASON_LENGTH, "field.message");
    }

    private void requireUndecided() {
        if (state != State.UNCONFIRMED && state != State.INCOMPLETE && state != State.WAITING) {
            throw new BusinessException("access.decided");
        }
    }

    private static String newer(String told, String known, int length, String field) {
        String text = Text.optional(Text.oneLine(told), length, field);
        return text == null ? known : text;
    }

    public Source getSource() {
        return source;
    }

    public State getState() {
        return state;
    }

    public String getEmail() {
        return email;
    }

    public String getGivenName() {
        return givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    /** @return first and family name as far as known; "" when neither is */
    public String getName() {
        return ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
    }

    public String getOrganisation() {
        return organisation;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public String getOffice() {
        return office;
    }

    public String getFunction() {
        return function;
    }

    public String getMessage() {
        return message;
    }

    public String getLanguage() {
        return language;
    }

    public Set<Uncertainty> getUncertain() {
        return Uncertainty.split(uncertain);
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public String getReason() {
        return reason;
    }

    public Set<Space> getSpaces() {
        return Set.copyOf(spaces);
    }
}
