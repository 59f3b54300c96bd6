package de.krisenaustausch.platform.web;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** What scripts of our pages ask for while somebody types. */
public final class JsonAnswer {

    /** Made once: {@code Json.createGenerator} looks for the implementation anew each time. */
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonAnswer() {
    }

    /** @return what the answer is written with, which nobody keeps; to be closed */
    public static JsonGenerator begin(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        return GENERATORS.createGenerator(response.getWriter());
    }
}
