package de.krisenaustausch.testing;

import de.krisenaustausch.platform.web.Route;
import jakarta.servlet.Filter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the web module answers requests, read from its classes. */
public final class WebClasses {

    private static final List<Class<?>> ALL = all();

    private WebClasses() {
    }

    /** @return every page, servlet, filter and path of the REST interface, as the access matrix names them */
    public static Set<String> sources() {
        Stream<String> routes = Arrays.stream(Route.values()).map(route -> "route " + route.name());
        Stream<String> servlets = ALL.stream().map(type -> type.getAnnotation(WebServlet.class)).filter(servlet -> servlet != null)
            .flatMap(servlet -> Stream.of(servlet.value(), servlet.urlPatterns()).flatMap(Arrays::stream)).map(pattern -> "servlet " + pattern);
        Stream<String> filters = ALL.stream().filter(Filter.class::isAssignableFrom).map(type -> "filter " + type.getSimpleName());
        return Stream.of(routes, servlets, filters, restMethods().keySet().stream()).flatMap(each -> each).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the methods of each path of the REST interface */
    public static Map<String, Set<String>> restMethods() {
        Map<String, Set<String>> methods = new TreeMap<>();
        ALL.stream().filter(type -> type.isAnnotationPresent(Path.class)).forEach(type -> Arrays.stream(type.getDeclaredMethods())
            .forEach(method -> http(method).forEach(name -> methods.computeIfAbsent("rest " + path(type, method), path -> new TreeSet<>()).add(name))));
        return methods;
    }

    private static Stream<String> http(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
            .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class)).map(annotation -> annotation.getAnnotation(HttpMethod.class).value());
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = "/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return whole.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static List<Class<?>> all() {
        try {
            URI home = Route.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            if (Files.isDirectory(java.nio.file.Path.of(home))) {
                return classes(java.nio.file.Path.of(home));
            }
            try (FileSystem jar = FileSystems.newFileSystem(java.nio.file.Path.of(home))) {
                return classes(jar.getPath("/"));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Class<?>> classes(java.nio.file.Path root) {
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.')).<Class<?>>map(WebClasses::load)
                .filter(type -> type != null).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return null for classes whose parent is one of the server's, of Faces or of a library of the application, which a test does not have: no servlet, filter or resource is */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, WebClasses.class.getClassLoader());
        } catch (NoClassDefFoundError parent) {
            if (parent.getMessage().matches("(jakarta/faces|io/undertow|org/wildfly|org/primefaces|org/commonmark)/.*")) {
                return null;
            }
            throw parent;
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
