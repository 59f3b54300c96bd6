package de.krisenaustausch.moderation.web;

import de.krisenaustausch.moderation.MemberFilter;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Which members the administrator looks for, as it stands in the address. */
record MemberQuery(MemberFilter filter) {

    private static final int WORDS = 100;

    static MemberQuery of(UnaryOperator<String> parameter) {
        String words = parameter.apply("q");
        return new MemberQuery(new MemberFilter(words == null || words.isBlank() ? null : words.strip().substring(0, Math.min(words.strip().length(), WORDS)),
            constant(FederalState.class, parameter.apply("land")), constant(MunicipalityKind.class, parameter.apply("art")),
            constant(MemberFilter.Role.class, parameter.apply("rolle")), constant(MemberFilter.State.class, parameter.apply("zustand"))));
    }

    /** @return the part of an address behind the question mark, with it; "" when nothing is looked for */
    String address() {
        String query = part("q", filter.words()) + part("land", filter.federalState()) + part("art", filter.kind()) + part("rolle", filter.role())
            + part("zustand", filter.state());
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private static String part(String name, Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
}
