package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Holds the list of pages against the views that exist and against the constraints of web.xml. */
class RouteTest {

    private static final Map<String, String> EXAMPLES = Map.of("slug", "corona", "id", "4711", "token", "0f".repeat(20));

    @ParameterizedTest
    @EnumSource(Route.class)
    void hasAView(Route route) {
        assertThat(Webapp.ROOT.resolve(route.view().substring(1))).exists();
    }

    @Test
    void everyViewHasARoute() {
        Set<String> views = Webapp.files(Webapp.ROOT, ".xhtml").stream().map(file -> "/" + Webapp.ROOT.relativize(file).toString().replace('\\', '/'))
            .filter(view -> !view.startsWith("/WEB-INF/")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(views).isSubsetOf(Stream.of(Route.values()).map(Route::view).toList());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void isGuardedAsItSays(Route route) throws Exception {
        Set<String> roles = new TreeSet<>();
        for (Constraint constraint : constraints()) {
            if (constraint.patterns().stream().anyMatch(pattern -> matches(pattern, example(route)))) {
                roles.addAll(constraint.roles());
            }
        }

        assertThat(roles).isEqualTo(switch (route.access()) {
            case PUBLIC -> Set.of();
            case MEMBER -> Set.of("member");
            case ADMIN -> Set.of("admin");
        });
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void isFoundByItsAddress(Route route) {
        Route.Match match = Route.find(example(route)).orElseThrow();

        assertThat(match.route()).isEqualTo(route);
        match.parameters().forEach((name, value) -> assertThat(value).isEqualTo(EXAMPLES.get(name)));
    }

    @Test
    void findsNothingElse() {
        assertThat(Stream.of("/bereiche/", "/bereiche/Corona", "/bereiche/a/b", "/bereiche/corona/dokumente/x", "/space/view.xhtml",
            "/bereiche/corona/dokumente/1234567890123456789", "/bereiche/../verwaltung", "//verwaltung", "")).allSatisfy(
                address -> assertThat(Route.find(address)).isEmpty());
    }

    private record Constraint(List<String> patterns, List<String> roles) {
    }

    private static List<Constraint> constraints() throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(Webapp.ROOT.resolve("WEB-INF/web.xml").toFile()).getElementsByTagName("security-constraint");
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element constraint = (Element) nodes.item(i);
            constraints.add(new Constraint(texts(constraint, "url-pattern"), texts(constraint, "role-name")));
        }
        return constraints;
    }

    private static List<String> texts(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return java.util.stream.IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
    }

    private static String example(Route route) {
        String address = route.template();
        for (Map.Entry<String, String> parameter : EXAMPLES.entrySet()) {
            address = address.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return address;
    }

    /** As the Servlet specification says: exact, or everything below and the folder itself. */
    private static boolean matches(String pattern, String address) {
        String folder = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : null;
        return folder == null ? pattern.equals(address) : address.equals(folder) || address.startsWith(folder + "/");
    }
}
