package de.krisenaustausch.municipality;

import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A municipality that takes part. It owns what its people share: they come and go, it stays.
 * Example ones of the local stack have no official key.
 */
@Entity
public class Municipality extends VersionedEntity {

    public static final int NAME_LENGTH = 100;
    public static final int AGS_LENGTH = 8;
    public static final int ARS_LENGTH = 12;

    @Column(length = AGS_LENGTH)
    private String ags;

    @Column(length = ARS_LENGTH)
    private String ars;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
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

    /** Takes over the official keys. @param ags eight digits @param ars twelve digits */
    public void identify(String ags, String ars) {
        if (!ags.matches("\\d{8}") || !ars.matches("\\d{12}")) {
            throw new IllegalArgumentException("not an AGS and ARS: " + ags + ", " + ars);
        }
        this.ags = ags;
        this.ars = ars;
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
}
