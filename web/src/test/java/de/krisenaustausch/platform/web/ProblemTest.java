package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.io.StringReader;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    static Stream<Arguments> failures() {
        return Stream.of(
            Arguments.of(new NotFoundException(), 404),
            Arguments.of(new NotAllowedException(), 403),
            Arguments.of(new ChangedMeanwhileException(), 409),
            Arguments.of(new BusinessException("upload.tooLarge", 500), 413),
            Arguments.of(new BusinessException("error.required", "field.title"), 422),
            Arguments.of(new EJBException(new NotFoundException()), 404),
            Arguments.of(new EJBAccessException("not a member"), 403),
            Arguments.of(new ProcessingException("Unexpected char"), 400),
            Arguments.of(new IllegalStateException("a secret of the house"), 500));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsStatus(Exception failure, int status) {
        assertThat(ProblemMapper.problem(failure, Locale.GERMAN).status()).isEqualTo(status);
    }

    @Test
    void saysWhatHappenedInTheCallersLanguage() {
        BusinessException failure = new BusinessException("upload.tooLarge", 500);

        assertThat(ProblemMapper.problem(failure, Locale.GERMAN).detail()).contains("größer als 500 MB");
        assertThat(ProblemMapper.problem(failure, Locale.ENGLISH).detail()).contains("larger than 500 MB");
    }

    @Test
    void tellsNothingOfTheHouse() {
        Problem problem = ProblemMapper.problem(new IllegalStateException("a secret of the house"), Locale.GERMAN);

        assertThat(problem.json()).doesNotContain("secret");
    }

    @Test
    void isADocumentOfRfc9457() {
        JsonObject json = Json.createReader(new StringReader(Problem.of(404, Locale.GERMAN).json())).readObject();

        assertThat(json.getString("type")).isEqualTo("about:blank");
        assertThat(json.getInt("status")).isEqualTo(404);
        assertThat(json.getString("title")).isNotBlank();
        assertThat(json.getString("detail")).isNotBlank();
        assertThat(json.getString("code")).isEqualTo("http.404");
    }
}
