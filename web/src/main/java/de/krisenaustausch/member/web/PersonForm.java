package de.krisenaustausch.member.web;

import de.krisenaustausch.municipality.Place;

/** The fields that say who somebody is and where she works, for every page that asks for them. */
public abstract class PersonForm {

    private String givenName;
    private String familyName;
    private Place municipality;
    private String office;
    private String function;

    /** Begins with what is known; null where nothing is. */
    protected void fill(String knownGivenName, String knownFamilyName, Place knownMunicipality, String knownOffice, String knownFunction) {
        givenName = knownGivenName;
        familyName = knownFamilyName;
        municipality = knownMunicipality;
        office = knownOffice;
        function = knownFunction;
    }

    /** @return id of the chosen municipality; null when none is */
    protected Long municipalityId() {
        return municipality == null ? null : municipality.id();
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public Place getMunicipality() {
        return municipality;
    }

    public void setMunicipality(Place municipality) {
        this.municipality = municipality;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }
}
