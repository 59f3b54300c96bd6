package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.Ags;
import de.krisenaustausch.municipality.Ars;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An organisation as the official file has it.
 *
 * @param ags null for a Gemeindeverband
 * @param county null for a kreisfreie Stadt and a Kreis
 * @param postalCode of the seat, or null
 */
public record OfficialEntry(Ags ags, Ars ars, String name, MunicipalityKind kind, String county, FederalState state, int population,
                            String postalCode, int areaHa) {

    /** What is another. @param field key of its name in the bundles */
    public record Difference(String field, String before, String after) {
    }

    boolean isMunicipality() {
        return kind != MunicipalityKind.COUNTY && kind != MunicipalityKind.UNION;
    }

    /** @return in what the organisation differs from this; nothing when it is up to date */
    List<Difference> differences(Municipality known) {
        List<Difference> all = new ArrayList<>();
        differ(all, "field.name", known.getName(), name);
        differ(all, "field.kind", known.getKind(), kind);
        differ(all, "field.county", known.getCounty(), county);
        differ(all, "field.state", known.getState(), state);
        differ(all, "field.population", known.getPopulation(), population);
        differ(all, "field.ars", known.getArs(), ars);
        differ(all, "field.postalCode", known.getPostalCode(), postalCode);
        differ(all, "field.area", known.getAreaHa(), areaHa);
        differ(all, "field.gone", known.isGone(), false);
        return all;
    }

    private static void differ(List<Difference> all, String field, Object before, Object after) {
        String old = Objects.toString(before, "");
        String now = Objects.toString(after, "");
        if (!old.equals(now)) {
            all.add(new Difference(field, old, now));
        }
    }

    /** Makes the organisation what the file says of it. */
    void writeTo(Municipality known) {
        known.describe(name, kind, county, state);
        known.identify(ags, ars);
        known.countPeople(population);
        known.locate(postalCode, areaHa);
    }

    Municipality create() {
        Municipality created = new Municipality(name, kind, county, state, population);
        created.identify(ags, ars);
        created.locate(postalCode, areaHa);
        return created;
    }
}
