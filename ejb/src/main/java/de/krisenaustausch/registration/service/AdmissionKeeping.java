package de.krisenaustausch.registration.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.AdmissionRule;
import de.krisenaustausch.registration.ApprovalDelegate;
import de.krisenaustausch.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Who comes in at once, and who decides on the others. */
@Stateless
@RolesAllowed("admin")
public class AdmissionKeeping {

    private static final int RULES = 500;

    @Inject
    private AdmissionRepository admission;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private MemberRepository members;

    @Inject
    private WaitingMark waitingMark;

    @Inject
    private AuditLog audit;

    /** A municipality's own rule. */
    public record RuleRow(long municipalityId, String municipality, String county, boolean atOnce) {
    }

    /** Somebody who decides, and for whom: one of the three is not null. */
    public record DelegateRow(long id, String name, String email, String association, FederalState state, String municipality) {
    }

    /** @return whether known domains are enough where no municipality has a rule of its own */
    public boolean isAtOnceForAll() {
        return admission.findRule(null).map(AdmissionRule::isAtOnce).orElse(false);
    }

    public List<RuleRow> rules() {
        return admission.rules(RULES).stream().map(rule -> new RuleRow(rule.getMunicipality().getId(), rule.getMunicipality().getName(),
            rule.getMunicipality().getCounty(), rule.isAtOnce())).toList();
    }

    /** @param municipalityId null for all that have no rule of their own */
    public void decide(Long municipalityId, boolean atOnce) {
        Municipality municipality = municipalityId == null ? null : municipality(municipalityId);
        admission.findRule(municipalityId).ifPresentOrElse(rule -> rule.change(atOnce), () -> admission.add(new AdmissionRule(municipality, atOnce)));
        audit.record(atOnce ? "admissionAtOnce" : "admissionReview", municipality == null ? null : municipality.getName(), null);
    }

    /** The municipality follows the rule for all again. */
    public void drop(long municipalityId) {
        admission.findRule(municipalityId).ifPresent(rule -> {
            admission.remove(rule);
            audit.record("admissionDrop", rule.getMunicipality().getName(), null);
        });
    }

    public List<DelegateRow> delegates() {
        return admission.delegates().stream().map(delegate -> new DelegateRow(delegate.getId(), delegate.getMember().getName(), delegate.getMember().getEmail(),
            delegate.getAssociation() == null ? null : delegate.getAssociation().getShortName(), delegate.getState(),
            delegate.getMunicipality() == null ? null : delegate.getMunicipality().getName())).toList();
    }

    public List<Association> associations() {
        return municipalities.associations();
    }

    /**
     * Lets a member decide; a second time nothing.
     *
     * @param association slug, or null
     * @throws BusinessException when nobody has the address, or not exactly one of the three is given
     */
    public void delegate(String email, String association, FederalState state, Long municipalityId) {
        if (List.of(association == null || association.isBlank(), state == null, municipalityId == null).stream().filter(empty -> !empty).count() != 1) {
            throw new BusinessException("access.delegateFor");
        }
        Member member = members.findByEmail(email == null ? "" : email.strip()).orElseThrow(() -> new BusinessException("space.unknownMember", email));
        ApprovalDelegate delegate = state != null ? ApprovalDelegate.of(member, state)
            : municipalityId != null ? ApprovalDelegate.of(member, municipality(municipalityId))
            : ApprovalDelegate.of(member, municipalities.findAssociation(association).orElseThrow(() -> new BusinessException("error.required", "field.association")));
        boolean there = admission.delegations(member.getId()).stream().anyMatch(known -> Objects.equals(known.getAssociation(), delegate.getAssociation())
            && known.getState() == delegate.getState() && Objects.equals(known.getMunicipality(), delegate.getMunicipality()));
        if (!there) {
            admission.add(delegate);
            waitingMark.forget();
            audit.record("delegate", member.getName(), described(delegate));
        }
    }

    public void withdraw(long delegateId) {
        admission.findDelegate(delegateId).ifPresent(delegate -> {
            admission.remove(delegate);
            waitingMark.forget();
            audit.record("delegateWithdraw", delegate.getMember().getName(), described(delegate));
        });
    }

    private Municipality municipality(long id) {
        return municipalities.find(id).orElseThrow(() -> new BusinessException("error.required", "field.municipality"));
    }

    private static String described(ApprovalDelegate delegate) {
        return delegate.getAssociation() != null ? delegate.getAssociation().getShortName()
            : delegate.getState() != null ? delegate.getState().getLabel() : delegate.getMunicipality().getName();
    }
}
