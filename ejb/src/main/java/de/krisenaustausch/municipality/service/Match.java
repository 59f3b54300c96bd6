package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Place;
import java.util.List;

/**
 * Whom somebody means by a name.
 *
 * @param candidates the one when it is certain; else those it may be, the likeliest first, at most {@value #MOST}
 */
public record Match(Certainty certainty, List<Place> candidates) {

    static final int MOST = 8;
    static final Match NONE = new Match(Certainty.NONE, List.of());

    /** SEVERAL also stands for a single candidate that a person should confirm. */
    public enum Certainty { CERTAIN, SEVERAL, NONE }

    /**
     * What else is known about whom somebody means; each may be null.
     *
     * @param county name of the Kreis, in any form: "Kreis Steinfurt", "Heidekreis", "LK Uelzen"
     * @param postalCode five digits
     * @param state the Land
     * @param mailDomain of the sender's address
     */
    public record Hints(String county, String postalCode, FederalState state, String mailDomain) {

        /** Nothing else is known. */
        public static final Hints NONE = new Hints(null, null, null, null);
    }

    /** @return the one @throws java.util.NoSuchElementException when it is not certain */
    public Place certain() {
        if (certainty != Certainty.CERTAIN) {
            throw new java.util.NoSuchElementException("not certain");
        }
        return candidates.get(0);
    }
}
