package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the description of the REST interface against its code, in both directions. */
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final JsonObject DESCRIPTION = read();
    private static final List<JavaClass> CLASSES = classes();

    @Test
    void describesExactlyTheOperationsThatAreThere() {
        Set<String> described = new TreeSet<>();
        DESCRIPTION.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().keySet().stream().filter(METHODS::contains)
            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).isEqualTo(operations().collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void describesExactlyTheFieldsThatAreSentAndRead() {
        Map<String, Set<String>> described = new TreeMap<>();
        DESCRIPTION.getJsonObject("components").getJsonObject("schemas").forEach((name, schema) -> {
            if (!"Problem".equals(name)) {
                described.put(name, new TreeSet<>(schema.asJsonObject().getJsonObject("properties").keySet()));
            }
        });
        Map<String, Set<String>> written = new TreeMap<>();
        CLASSES.stream().filter(JavaClass::isRecord).filter(type -> described.containsKey(type.getSimpleName())).map(JavaClass::reflect).forEach(type -> written.put(type.getSimpleName(),
            Arrays.stream(type.getRecordComponents()).map(component -> component.getName()).collect(Collectors.toCollection(TreeSet::new))));

        assertThat(written).isEqualTo(described);
    }

    @Test
    void namesEveryPathParameter() {
        DESCRIPTION.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().values().stream().map(JsonValue::asJsonObject).forEach(operation -> {
            Set<String> named = operation.containsKey("parameters")
                ? operation.getJsonArray("parameters").stream().map(JsonValue::asJsonObject).map(OpenApiTest::resolve)
                    .filter(parameter -> "path".equals(parameter.getString("in"))).map(parameter -> parameter.getString("name")).collect(Collectors.toSet())
                : Set.of();
            Set<String> inPath = Arrays.stream(path.split("/")).filter(part -> part.startsWith("{"))
                .map(part -> part.substring(1, part.length() - 1)).collect(Collectors.toSet());
            assertThat(named).as(path).isEqualTo(inPath);
        }));
    }

    private static JsonObject resolve(JsonObject parameter) {
        String reference = parameter.getString("$ref", null);
        return reference == null ? parameter
            : DESCRIPTION.getJsonObject("components").getJsonObject("parameters").getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Stream<String> operations() {
        return resources().flatMap(type -> Arrays.stream(type.getDeclaredMethods())
            .flatMap(method -> httpMethods(method).map(http -> http + " " + path(type, method))));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
            .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class)).map(annotation -> annotation.getAnnotation(HttpMethod.class).value());
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = "/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return whole.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static Stream<Class<?>> resources() {
        return CLASSES.stream().filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect);
    }

    private static List<JavaClass> classes() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("de.krisenaustausch").stream()
            .filter(type -> type.isAnnotatedWith(Path.class) || type.isRecord() && isInWebOrService(type))
            .toList();
    }

    private static boolean isInWebOrService(JavaClass type) {
        return type.getPackageName().endsWith(".web") || type.getPackageName().endsWith(".service");
    }

    private static JsonObject read() {
        try (JsonReader reader = Json.createReader(OpenApiTest.class.getResourceAsStream(OpenApiResource.FILE))) {
            return reader.readObject();
        }
    }
}
