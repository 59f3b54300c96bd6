package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the two languages in step, and the texts in step with pages and code. */
class BundlesTest {

    private static final Pattern IN_PAGE = Pattern.compile("msg\\['([\\w.-]+)'([\\].])");
    private static final Pattern FAILURE = Pattern.compile("new BusinessException\\(\\s*\"([\\w.-]+)\"");
    private static final Pattern FIELD = Pattern.compile("\"(field\\.\\w+)\"");
    private static final Pattern DONE = Pattern.compile("goTelling\\([^;]*?\"(\\w+)\"(?: : \"(\\w+)\")?\\)");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)");
    private static final Map<Locale, ResourceBundle> BUNDLES = Stream.of(Locale.GERMAN, Locale.ENGLISH)
        .collect(Collectors.toMap(Function.identity(), Messages::bundle));

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void nothingIsSaidTwiceOrEmpty() {
        for (String language : List.of("de", "en")) {
            Map<String, Long> lines = Webapp.read(Path.of("src/main/resources/de/krisenaustausch/web/messages_" + language + ".properties")).lines()
                .filter(line -> line.matches("[\\w.-]+=.*")).collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf('=')), HashMap::new, Collectors.counting()));
            assertThat(lines.entrySet().stream().filter(line -> line.getValue() > 1)).as(language).isEmpty();
        }
        BUNDLES.values().forEach(bundle -> assertThat(bundle.keySet()).allSatisfy(key -> assertThat(bundle.getString(key)).as(key).isNotBlank()));
    }

    @Test
    void bothLanguagesHaveTheSameHoles() {
        for (String key : keys(Locale.GERMAN)) {
            assertThat(holes(Locale.GERMAN, key)).as(key).isEqualTo(holes(Locale.ENGLISH, key));
        }
    }

    @Test
    void textsOfFailuresAreFormats() {
        Set<String> texts = failures();
        texts.retainAll(keys(Locale.GERMAN));
        for (String key : texts) {
            BUNDLES.forEach((locale, bundle) -> assertThat(new MessageFormat(bundle.getString(key), locale).format(new Object[] {"x", "y"}))
                .as(key).doesNotContain("{").doesNotContain("''"));
        }
    }

    @Test
    void pagesUseOnlyWhatIsThere() {
        Set<String> missing = new TreeSet<>();
        for (Path page : Webapp.files(Webapp.ROOT, ".xhtml")) {
            Matcher use = IN_PAGE.matcher(Webapp.read(page));
            while (use.find()) {
                boolean there = use.group(2).equals("]") ? keys(Locale.GERMAN).contains(use.group(1))
                    : keys(Locale.GERMAN).stream().anyMatch(key -> key.startsWith(use.group(1)));
                if (!there) {
                    missing.add(use.group(1) + " in " + page.getFileName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyExpectedFailureHasItsSentence() {
        assertThat(failures()).isSubsetOf(keys(Locale.GERMAN));
    }

    @Test
    void everyFieldHasItsName() {
        assertThat(used(FIELD)).isSubsetOf(keys(Locale.GERMAN));
    }

    @Test
    void everyDeedIsTold() {
        assertThat(used(DONE).stream().map("done."::concat)).isSubsetOf(keys(Locale.GERMAN));
    }

    @Test
    void theErrorPageFindsItsTexts() {
        Matcher hole = Pattern.compile("\\$\\{([\\w.]+)}").matcher(Webapp.read(Webapp.ROOT.resolve("WEB-INF/templates/error.html")));
        Set<String> own = Set.of("language", "title", "text", "next", "href", "other", "otherHref", "status");
        while (hole.find()) {
            assertThat(own.contains(hole.group(1)) || keys(Locale.GERMAN).contains(hole.group(1))).as(hole.group(1)).isTrue();
        }
    }

    private static Set<String> failures() {
        return used(FAILURE);
    }

    private static Set<String> used(Pattern pattern) {
        return Stream.of("src/main/java", "../ejb/src/main/java", "../persistence/src/main/java").map(Path::of)
            .flatMap(folder -> Webapp.files(folder, ".java").stream()).map(Webapp::read)
            .flatMap(source -> pattern.matcher(source).results())
            .flatMap(use -> java.util.stream.IntStream.rangeClosed(1, use.groupCount()).mapToObj(use::group)).filter(java.util.Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(BUNDLES.get(locale).keySet());
    }

    private static Set<String> holes(Locale locale, String key) {
        return HOLE.matcher(BUNDLES.get(locale).getString(key)).results().map(hole -> hole.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
