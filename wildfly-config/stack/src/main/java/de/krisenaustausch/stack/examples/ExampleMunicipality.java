package de.krisenaustausch.stack.examples;

import java.util.List;

/**
 * An invented municipality and the look of its letters.
 *
 * @param kind as in the portal: CITY, TOWN, VILLAGE, UNION or COUNTY
 * @param county empty for one that belongs to none
 * @param state the Land's two letters
 * @param street where its letters come from
 * @param place postcode and town
 * @param domain of its mail, always below {@code .example}
 * @param colour of its letterhead, six hexadecimal digits
 * @param serif whether it writes in a serif face
 */
record ExampleMunicipality(String name, String kind, String county, String state, int population, String street, String place,
                           String domain, String colour, boolean serif) {

    static ExampleMunicipality of(List<String> cells) {
        return new ExampleMunicipality(cells.get(0), cells.get(1), cells.get(2), cells.get(3), Integer.parseInt(cells.get(4)),
            cells.get(5), cells.get(6), cells.get(7), cells.get(8), cells.get(9).equals("serif"));
    }
}
