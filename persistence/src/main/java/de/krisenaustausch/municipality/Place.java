package de.krisenaustausch.municipality;

/**
 * An organisation with what tells it from its namesakes: there are eleven Neuenkirchen.
 *
 * @param ags eight digits, or null: a Gemeindeverband has none
 * @param ars twelve digits, or null for one that was entered by hand
 * @param county the Kreis, or null for a kreisfreie Stadt and a Kreis
 * @param postalCode of its seat, or null
 * @param successorId the organisation that it merged into, or null
 * @param gone whether it is no more
 */
public record Place(long id, String ags, String ars, String name, MunicipalityKind kind, String county, FederalState state, int population,
                    String postalCode, Long successorId, boolean gone) {

    /** @return "Gemeinde Neuenkirchen, Kreis Steinfurt, NW": names one organisation, and is read back as it */
    public String label() {
        return name + (county == null ? "" : ", " + county) + ", " + state;
    }

    /** @return "Kreis Steinfurt, Nordrhein-Westfalen" */
    public String where() {
        return (county == null ? "" : county + ", ") + state.getLabel();
    }
}
