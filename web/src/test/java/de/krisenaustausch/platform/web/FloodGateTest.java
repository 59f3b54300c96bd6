package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.platform.RateLimits.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloodGateTest {

    @ParameterizedTest
    @CsvSource({"GET, /suche, SEARCH", "HEAD, /suche/, SEARCH", "GET, /suche/vorschlaege, SEARCH", "GET, /suche/antworten, SEARCH", "GET, /api/v1/search, SEARCH", "GET, /api/v1/search/, SEARCH",
        "GET, /kommunen/vorschlaege, SUGGESTION", "POST, /api/v1/uploads, UPLOAD", "POST, /api/v1/uploads/, UPLOAD"})
    void countsWhatCostsMuch(String method, String path, Kind kind) {
        assertThat(FloodGate.kind(method, path)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/bereiche", "/bereiche/corona", "/verwaltung/suche", "/api/v1/spaces", "/ka/portal.css", "/api/v1/uploads/7"})
    void readsAndCleansUpAsOftenAsOneLikes(String path) {
        assertThat(FloodGate.kind("GET", path)).isEmpty();
    }

    @Test
    void discardingAFileIsNoUpload() {
        assertThat(FloodGate.kind("DELETE", "/api/v1/uploads")).isEmpty();
    }
}
