package de.krisenaustausch.registration;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A member who decides on requests beside the administrators: for the spaces of an association, for a Land, or for one municipality. */
@Entity
@Table(name = "approval_delegate")
public class ApprovalDelegate extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "association_id")
    private Association association;

    @Enumerated(EnumType.STRING)
    @Column(length = 2)
    private FederalState state;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    protected ApprovalDelegate() {
    }

    private ApprovalDelegate(Member member) {
        this.member = member;
    }

    /** For all who want into a space of this association. */
    public static ApprovalDelegate of(Member member, Association association) {
        ApprovalDelegate delegate = new ApprovalDelegate(member);
        delegate.association = association;
        return delegate;
    }

    /** For all from this Land. */
    public static ApprovalDelegate of(Member member, FederalState state) {
        ApprovalDelegate delegate = new ApprovalDelegate(member);
        delegate.state = state;
        return delegate;
    }

    /** For all from this municipality. */
    public static ApprovalDelegate of(Member member, Municipality municipality) {
        ApprovalDelegate delegate = new ApprovalDelegate(member);
        delegate.municipality = municipality;
        return delegate;
    }

    public Member getMember() {
        return member;
    }

    public Association getAssociation() {
        return association;
    }

    public FederalState getState() {
        return state;
    }

    public Municipality getMunicipality() {
        return municipality;
    }
}
