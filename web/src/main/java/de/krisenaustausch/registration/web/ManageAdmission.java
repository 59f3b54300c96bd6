package de.krisenaustausch.registration.web;

import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Place;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.registration.service.AdmissionKeeping;
import de.krisenaustausch.shared.BusinessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who comes in at once, and who decides on the others. */
@Named
@RequestScoped
public class ManageAdmission {

    private static final String PAGE = "/verwaltung/aufnahme";

    @Inject
    private AdmissionKeeping keeping;

    @Inject
    private RouteBean route;

    private Place rulePlace;
    private boolean ruleAtOnce = true;
    private String email;
    private String association;
    private FederalState state;
    private Place delegatePlace;

    public void forAll(boolean atOnce) {
        keeping.decide(null, atOnce);
        route.goTelling(PAGE, "admission");
    }

    public void addRule() {
        if (rulePlace == null) {
            throw new BusinessException("error.required", "field.municipality");
        }
        keeping.decide(rulePlace.id(), ruleAtOnce);
        route.goTelling(PAGE, "admission");
    }

    public void drop(String municipality) {
        keeping.drop(Long.parseLong(municipality));
        route.goTelling(PAGE, "admission");
    }

    public void delegate() {
        keeping.delegate(email, association, state, delegatePlace == null ? null : delegatePlace.id());
        route.goTelling(PAGE, "delegated");
    }

    public void withdraw(String delegate) {
        keeping.withdraw(Long.parseLong(delegate));
        route.goTelling(PAGE, "delegateWithdrawn");
    }

    public boolean isAtOnceForAll() {
        return keeping.isAtOnceForAll();
    }

    public List<AdmissionKeeping.RuleRow> getRules() {
        return keeping.rules();
    }

    public List<AdmissionKeeping.DelegateRow> getDelegates() {
        return keeping.delegates();
    }

    public List<Association> getAssociations() {
        return keeping.associations();
    }

    public FederalState[] getStates() {
        return FederalState.values();
    }

    public Place getRulePlace() {
        return rulePlace;
    }

    public void setRulePlace(Place rulePlace) {
        this.rulePlace = rulePlace;
    }

    public boolean isRuleAtOnce() {
        return ruleAtOnce;
    }

    public void setRuleAtOnce(boolean ruleAtOnce) {
        this.ruleAtOnce = ruleAtOnce;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getAssociation() {
        return association;
    }

    public void setAssociation(String association) {
        this.association = association;
    }

    public FederalState getState() {
        return state;
    }

    public void setState(FederalState state) {
        this.state = state;
    }

    public Place getDelegatePlace() {
        return delegatePlace;
    }

    public void setDelegatePlace(Place delegatePlace) {
        this.delegatePlace = delegatePlace;
    }
}
