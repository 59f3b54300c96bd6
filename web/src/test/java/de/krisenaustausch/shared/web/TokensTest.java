package de.krisenaustausch.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.platform.web.Webapp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of colours that meets on a page, light and dark and in each association's own: WCAG 2.2, 1.4.3 and 1.4.11. */
class TokensTest {

    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;
    private static final Pattern BLOCK = Pattern.compile("(:root(?:\\[[^]]*])?)\\s*\\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6})");

    /** text, its backgrounds */
    private static final Map<String, List<String>> TEXTS = Map.of(
        "text", List.of("page", "surface", "mark", "action-tint", "good-tint", "warning-tint", "danger-tint"),
        "quiet", List.of("page", "surface", "action-tint"),
        "action", List.of("page", "surface", "action-tint"),
        "action-hover", List.of("page", "surface", "action-tint"),
        "on-action", List.of("action", "action-hover"),
        "on-danger", List.of("danger", "danger-hover"),
        "good", List.of("page", "good-tint"),
        "warning", List.of("page", "warning-tint"),
        "danger", List.of("page", "danger-tint"),
        "danger-hover", List.of("page"));

    static Stream<Arguments> palettes() {
        String css = Webapp.read(Webapp.ROOT.resolve("resources/ka/tokens.css"));
        Map<String, Map<String, String>> light = new LinkedHashMap<>();
        Map<String, Map<String, String>> dark = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(css);
        while (block.find()) {
            boolean night = css.lastIndexOf("@media (prefers-color-scheme: dark)", block.start()) > css.lastIndexOf("\n}\n", block.start());
            Map<String, String> colours = (night ? dark : light).computeIfAbsent(block.group(1), name -> new HashMap<>());
            COLOUR.matcher(block.group(2)).results().forEach(colour -> colours.put(colour.group(1), colour.group(2)));
        }
        List<Arguments> palettes = new ArrayList<>();
        for (String selector : light.keySet()) {
            Map<String, String> day = over(light.get(":root"), light.get(selector));
            palettes.add(Arguments.of(selector + " light", day));
            // what the night does not say anew holds from the day; an association's day would beat the common night
            palettes.add(Arguments.of(selector + " dark", over(over(day, dark.get(":root")), over(light.get(selector), dark.getOrDefault(selector, Map.of())))));
            if (selector.equals(":root")) {
                palettes.set(palettes.size() - 1, Arguments.of(":root dark", over(day, dark.get(":root"))));
            }
        }
        return palettes.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("palettes")
    void textCanBeRead(String name, Map<String, String> colours) {
        TEXTS.forEach((text, backgrounds) -> backgrounds.forEach(background ->
            assertThat(contrast(colours.get(text), colours.get(background))).as(text + " on " + background).isGreaterThanOrEqualTo(TEXT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("palettes")
    void controlsCanBeSeen(String name, Map<String, String> colours) {
        for (String background : List.of("page", "surface")) {
            assertThat(contrast(colours.get("control"), colours.get(background))).as("control on " + background).isGreaterThanOrEqualTo(CONTROL);
        }
        assertThat(contrast(colours.get("action"), colours.get("page"))).as("focus ring").isGreaterThanOrEqualTo(CONTROL);
    }

    private static Map<String, String> over(Map<String, String> below, Map<String, String> above) {
        Map<String, String> all = new HashMap<>(below);
        all.putAll(above);
        return all;
    }

    /** WCAG's formula: relative luminances of sRGB colours, 1 to 21. */
    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
