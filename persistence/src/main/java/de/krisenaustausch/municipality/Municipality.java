package de.krisenaustausch.municipality;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * An organisation that takes part: a municipality, a Gemeindeverband, a Kreis, an association. It owns what its people
 * share: they come and go, it stays. Those of the official file carry keys and follow it year by year; others were entered
 * by hand. One that is merged or dissolved keeps its row, so that what it shared stays reachable, and names its successor.
 */
@Entity
public class Municipality extends VersionedEntity {

    public static final int NAME_LENGTH = 100;
    public static final int POSTAL_CODE_LENGTH = 5;

    @Column(length = Ags.LENGTH)
    private String ags;

    @Column(length = Ars.LENGTH)
    private String ars;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private MunicipalityKind kind;

    @Column(length = NAME_LENGTH)
    private String county;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 2)
    private FederalState state;

    @Column(nullable = false)
    private int population;

    @Enumerated(EnumType.STRING)
    @Column(name = "size_class", nullable = false, length = 4)
    private SizeClass sizeClass;

    @Column(name = "postal_code", length = POSTAL_CODE_LENGTH)
    private String postalCode;

    @Column(name = "area_ha", nullable = false)
    private int areaHa;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor_id")
    private Municipality successor;

    /** The same column, to be read without reading the successor. */
    @Column(name = "successor_id", insertable = false, updatable = false)
    private Long successorId;

    @Column(nullable = false)
    private boolean gone;

    protected Municipality() {
    }

    /**
     * @param name as people say it, with what it is: "Stadt Ulm", "Gemeinde Waldhausen"
     * @param county the Kreis it lies in; null for a kreisfreie Stadt
     * @param population inhabitants
     */
    public Municipality(String name, MunicipalityKind kind, String county, FederalState state, int population) {
        this.name = Text.required(name, NAME_LENGTH, "field.name");
        this.kind = kind;
        this.county = Text.optional(county, NAME_LENGTH, "field.county");
        this.state = state;
        countPeople(population);
    }

    /** Takes over the official keys. @param ags null for a Gemeindeverband */
    public void identify(Ags ags, Ars ars) {
        this.ags = ags == null ? null : ags.value();
        this.ars = ars.value();
    }

    /** The official file says what it is called now, what it is, and where it lies. */
    public void describe(String newName, MunicipalityKind newKind, String newCounty, FederalState newState) {
        name = Text.required(newName, NAME_LENGTH, "field.name");
        kind = newKind;
        county = Text.optional(newCounty, NAME_LENGTH, "field.county");
        state = newState;
        gone = false;
        successor = null;
        successorId = null;
    }

    /** @param code PLZ of the seat, or null @param hectares area, 0 where it is not known */
    public void locate(String code, int hectares) {
        postalCode = code;
        areaHa = hectares;
    }

    /** It is no more, and nobody knows yet who came after it. */
    public void dissolve() {
        gone = true;
    }

    /**
     * It is part of another organisation now.
     *
     * @throws BusinessException when that is itself, or is no more
     */
    public void mergeInto(Municipality other) {
        if (equals(other) || other.isGone()) {
            throw new BusinessException("directory.noSuccessor");
        }
        gone = true;
        successor = other;
        successorId = other.getId();
    }

    /** Sets the number of inhabitants, and with it the size class. */
    public final void countPeople(int people) {
        sizeClass = SizeClass.of(people);
        population = people;
    }

    public String getAgs() {
        return ags;
    }

    public String getArs() {
        return ars;
    }

    public String getName() {
        return name;
    }

    public MunicipalityKind getKind() {
        return kind;
    }

    public String getCounty() {
        return county;
    }

    public FederalState getState() {
        return state;
    }

    public int getPopulation() {
        return population;
    }

    public SizeClass getSizeClass() {
        return sizeClass;
    }

    /** @return PLZ of the seat, or null */
    public String getPostalCode() {
        return postalCode;
    }

    /** @return hectares, 0 where they are not known */
    public int getAreaHa() {
        return areaHa;
    }

    /** @return whom it merged into; null when it did not, or nobody said so */
    public Municipality getSuccessor() {
        return successor;
    }

    /** @return whether it is no more */
    public boolean isGone() {
        return gone;
    }

    /** @return the same for reading */
    public Place place() {
        return new Place(getId(), ags, ars, name, kind, county, state, population, postalCode, successorId, gone);
    }
}
