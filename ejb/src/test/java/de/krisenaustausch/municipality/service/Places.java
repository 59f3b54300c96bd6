package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.Place;
import java.util.ArrayList;
import java.util.List;

/** Made-up and well-known places to look for. */
final class Places {

    private final List<Place> all = new ArrayList<>();

    Place add(String name, MunicipalityKind kind, String county, FederalState state, int population, String ags, String postalCode) {
        Place place = new Place(all.size() + 1, ags, ags == null ? null : ags.substring(0, 5) + "0000" + ags.substring(5), name, kind, county, state,
            population, postalCode, null, false);
        all.add(place);
        return place;
    }

    Place village(String name, String county, FederalState state, int population) {
        return add(name, MunicipalityKind.VILLAGE, county, state, population, null, null);
    }

    Place town(String name, String county, FederalState state, int population) {
        return add(name, MunicipalityKind.TOWN, county, state, population, null, null);
    }

    Place gone(String name, Place successor) {
        Place place = new Place(all.size() + 1, null, null, name, MunicipalityKind.VILLAGE, "Kreis", FederalState.NI, 10, null,
            successor == null ? null : successor.id(), true);
        all.add(place);
        return place;
    }

    PlaceIndex index() {
        return new PlaceIndex(all);
    }

    /** Those that the tests of finding and matching share. */
    static Places germany() {
        Places places = new Places();
        places.add("Stadt Ulm", MunicipalityKind.CITY, null, FederalState.BW, 128_928, "08421000", "89073");
        places.town("Stadt Neu-Ulm", "Landkreis Neu-Ulm", FederalState.BY, 60_000);
        places.village("Gemeinde Ulmen", "Landkreis Cochem-Zell", FederalState.RP, 3_300);
        places.add("Gemeinde Neuenkirchen", MunicipalityKind.VILLAGE, "Kreis Steinfurt", FederalState.NW, 14_199, "05566064", "48485");
        places.add("Gemeinde Neuenkirchen", MunicipalityKind.VILLAGE, "Landkreis Heidekreis", FederalState.NI, 5_700, "03358016", "29643");
        places.village("Gemeinde Neuenkirchen", "Kreis Dithmarschen", FederalState.SH, 1_000);
        places.village("Gemeinde Neuenkirchen-Vörden", "Landkreis Vechta", FederalState.NI, 8_900);
        places.town("Stadt Überlingen", "Bodenseekreis", FederalState.BW, 23_000);
        places.add("Landeshauptstadt München", MunicipalityKind.CITY, null, FederalState.BY, 1_512_000, "09162000", "80331");
        places.add("Landkreis München", MunicipalityKind.COUNTY, null, FederalState.BY, 350_000, "09184000", null);
        places.add("Stadt Halle (Saale)", MunicipalityKind.CITY, null, FederalState.ST, 242_000, "15002000", "06108");
        places.town("Stadt Halle (Westf.)", "Kreis Gütersloh", FederalState.NW, 21_000);
        places.village("Gemeinde Halle", "Landkreis Holzminden", FederalState.NI, 1_500);
        places.town("Stadt Neustadt a.d.Aisch", "Landkreis Neustadt a.d.Aisch-Bad Windsheim", FederalState.BY, 13_000);
        places.town("Stadt Sankt Augustin", "Rhein-Sieg-Kreis", FederalState.NW, 56_000);
        places.add("Stadt Rosenheim", MunicipalityKind.CITY, null, FederalState.BY, 64_000, "09163000", "83022");
        places.add("Landkreis Rosenheim", MunicipalityKind.COUNTY, null, FederalState.BY, 265_000, "09187000", null);
        Place merged = places.town("Stadt Neubach", "Landkreis Mitte", FederalState.TH, 9_000);
        places.gone("Gemeinde Altendorf", merged);
        places.gone("Gemeinde Nirgends", null);
        return places;
    }
}
