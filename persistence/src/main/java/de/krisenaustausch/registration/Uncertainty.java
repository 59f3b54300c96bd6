package de.krisenaustausch.registration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What about a request a person should look at before she decides. */
public enum Uncertainty {
    GIVEN_NAME,
    FAMILY_NAME,
    /** Several municipalities would fit what was written, or only nearly. */
    MUNICIPALITY,
    OFFICE,
    /** The directory does not know this mail domain for that municipality. */
    DOMAIN,
    /** A mail provider for everybody, which says nothing of where somebody works. */
    FREE_MAIL,
    SPACES;

    static String join(Set<Uncertainty> all) {
        return all.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<Uncertainty> split(String names) {
        EnumSet<Uncertainty> all = EnumSet.noneOf(Uncertainty.class);
        Arrays.stream(names.split(",")).filter(name -> !name.isEmpty()).map(Uncertainty::valueOf).forEach(all::add);
        return all;
    }
}
