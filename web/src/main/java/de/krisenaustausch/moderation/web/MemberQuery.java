package de.krisenaustausch.moderation.web;

import de.krisenaustausch.moderation.MemberFilter;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.platform.web.Parameters;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Which members the administrator looks for, as it stands in the address. */
record MemberQuery(MemberFilter filter) {

    private static final int WORDS = 100;

    static MemberQuery of(UnaryOperator<String> parameter) {
        return new MemberQuery(new MemberFilter(Parameters.words(parameter.apply("q"), WORDS),
            constant(FederalState.class, parameter.apply("land")), constant(MunicipalityKind.class, parameter.apply("art")),
            constant(MemberFilter.Role.class, parameter.apply("rolle")), constant(MemberFilter.State.class, parameter.apply("zustand"))));
    }

    /** @return the part of an address behind the question mark, with it; "" when nothing is looked for */
    String address() {
        return Parameters.query(Parameters.part("q", filter.words()), Parameters.part("land", filter.federalState()), Parameters.part("art", filter.kind()),
            Parameters.part("rolle", filter.role()), Parameters.part("zustand", filter.state()));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
}
