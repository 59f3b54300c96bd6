package de.krisenaustausch.registration;

import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Whether an address at one of the municipality's known mail domains is enough to come in. Without a municipality: the rule for all others. */
@Entity
@Table(name = "admission_rule")
public class AdmissionRule extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @Column(name = "at_once", nullable = false)
    private boolean atOnce;

    protected AdmissionRule() {
    }

    public AdmissionRule(Municipality municipality, boolean atOnce) {
        this.municipality = municipality;
        this.atOnce = atOnce;
    }

    public void change(boolean newAtOnce) {
        atOnce = newAtOnce;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public boolean isAtOnce() {
        return atOnce;
    }
}
