package de.krisenaustausch.stack.examples;

import java.util.List;

/** An invented person with an account of the local Keycloak. */
record ExamplePerson(String username, String givenName, String familyName, String municipality, String office) {

    static ExamplePerson of(List<String> cells) {
        return new ExamplePerson(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
}
