package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variable that is missing or wrong stops the start with one sentence that names it. */
class ConfigurationTest {

    @TempDir
    private Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("extractor/lib"));
        environment = new HashMap<>(Map.of(
            "KA_PUBLIC_URL", "https://krise.example.de/",
            "KA_DATA_DIR", folder.toString(),
            "KA_MAIL_FROM", "krise@example.de",
            "KA_OIDC_URL", "https://anmelden.example.de/realms/krisenaustausch",
            "KA_OIDC_SECRET", "shared",
            "KA_EXTRACTOR_HOME", folder.resolve("extractor").toString()));
    }

    private Configuration configuration() {
        return new Configuration(environment);
    }

    @Test
    void sixValuesSuffice() {
        assertThatCode(() -> configuration().check()).doesNotThrowAnyException();

        assertThat(configuration().publicUrl()).hasToString("https://krise.example.de");
        assertThat(configuration().uploadMaxBytes()).isEqualTo(500L * 1024 * 1024);
        assertThat(configuration().sessionIdle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(configuration().extractSeconds()).isEqualTo(60);
        assertThat(configuration().extractMemoryMb()).isEqualTo(256);
        assertThat(configuration().clamd()).isEmpty();
        assertThat(configuration().converter()).isEmpty();
        assertThat(configuration().smtpCredentials()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KA_PUBLIC_URL", "KA_DATA_DIR", "KA_MAIL_FROM", "KA_OIDC_URL", "KA_OIDC_SECRET", "KA_EXTRACTOR_HOME"})
    void whatIsMissingIsNamed(String name) {
        environment.remove(name);
        assertThatThrownBy(() -> configuration().check()).isInstanceOf(ConfigurationException.class)
            .hasMessage("The environment variable " + name + " is missing.");

        environment.put(name, "  ");
        assertThatThrownBy(() -> configuration().check()).isInstanceOf(ConfigurationException.class)
            .hasMessage("The environment variable " + name + " is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "KA_PUBLIC_URL, krise.example.de", "KA_PUBLIC_URL, ftp://krise.example.de", "KA_PUBLIC_URL, 'https://a b'", "KA_PUBLIC_URL, https://",
        "KA_PUBLIC_URL, https://krise.example.de/?a=b", "KA_PUBLIC_URL, https://krise.example.de/#a",
        "KA_DATA_DIR, /no/such/folder",
        "KA_MAIL_FROM, krise", "KA_MAIL_FROM, 'a b@example.de'", "KA_MAIL_FROM, a@b@example.de",
        "KA_EXTRACTOR_HOME, /no/such/folder",
        "KA_OIDC_URL, https://anmelden.example.de/", "KA_OIDC_URL, anmelden.example.de/realms/a", "KA_OIDC_URL, https://anmelden.example.de/realms/a?b",
        "KA_UPLOAD_MAX_MB, 0", "KA_UPLOAD_MAX_MB, 10001", "KA_UPLOAD_MAX_MB, -1", "KA_UPLOAD_MAX_MB, 5e2", "KA_UPLOAD_MAX_MB, 500 MB", "KA_UPLOAD_MAX_MB, 99999999999",
        "KA_SESSION_MINUTES, 4", "KA_SESSION_MINUTES, 721", "KA_SESSION_MINUTES, half an hour",
        "KA_EXTRACT_SECONDS, 0", "KA_EXTRACT_SECONDS, 3601",
        "KA_EXTRACT_MEMORY_MB, 63", "KA_EXTRACT_MEMORY_MB, 8193",
        "KA_LIMIT_LETTERS, 0", "KA_LIMIT_SEARCHES, many", "KA_LIMIT_SUGGESTIONS, -1", "KA_LIMIT_UPLOADS, 100000001",
        "KA_CLAMD, localhost", "KA_CLAMD, :3310", "KA_CLAMD, localhost:", "KA_CLAMD, localhost:port", "KA_CLAMD, localhost:99999",
        "KA_CONVERTER, /no/such/soffice"})
    void whatIsWrongIsNamedWithWhatItMustBe(String name, String value) {
        environment.put(name, value);

        assertThatThrownBy(() -> configuration().check()).isInstanceOf(ConfigurationException.class)
            .hasMessageStartingWith("The environment variable " + name + " is '").hasMessageContaining("but must be").hasMessageEndingWith(".");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        environment.put("KA_DATA_DIR", file.toString());

        assertThatThrownBy(() -> configuration().check()).hasMessageContaining("KA_DATA_DIR");
    }

    @Test
    void bordersAreValues() {
        environment.putAll(Map.of("KA_UPLOAD_MAX_MB", " 10000 ", "KA_SESSION_MINUTES", "5", "KA_EXTRACT_SECONDS", "3600", "KA_EXTRACT_MEMORY_MB", "64", "KA_CLAMD", "::1:3310"));

        assertThatCode(() -> configuration().check()).doesNotThrowAnyException();
        assertThat(configuration().uploadMaxBytes()).isEqualTo(10_000L * 1024 * 1024);
        assertThat(configuration().clamd()).contains(new Configuration.HostPort("::1", 3310));
    }

    @Test
    void aConverterIsFoundOnThePath() throws IOException {
        environment.put("KA_CONVERTER", "auto");
        environment.put("PATH", "/no/such/folder" + java.io.File.pathSeparator + folder);
        assertThat(configuration().converter()).isEmpty();

        Path program = Files.createFile(folder.resolve("soffice"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(configuration().converter()).contains(program);
    }

    @Test
    void aMailboxNeedsAnAccountAndIsReadOverTls() {
        assertThat(configuration().intake()).isEmpty();
        environment.put("KA_INTAKE_HOST", "imap.example.org");
        assertThatThrownBy(() -> configuration().check()).hasMessageContaining("KA_INTAKE_USER");

        environment.putAll(Map.of("KA_INTAKE_USER", "zugang@example.org", "KA_INTAKE_PASSWORD", "geheim", "KA_INTAKE_WORDS", "corona=Coronavirus, Corona"));
        Configuration.Intake mailbox = configuration().intake().orElseThrow();
        assertThat(mailbox.port()).isEqualTo(993);
        assertThat(mailbox.tls()).isEqualTo(Configuration.Encryption.TLS);
        assertThat(mailbox.toString()).doesNotContain("geheim");
        assertThat(configuration().intakeWords()).containsEntry("corona", java.util.List.of("Coronavirus", "Corona"));
        assertThat(configuration().ownAddresses()).contains("zugang@example.org");
        environment.put("KA_INTAKE_TLS", "ja");
        assertThatThrownBy(() -> configuration().check()).hasMessageContaining("KA_INTAKE_TLS");
    }

    @Test
    void anSmtpUserNeedsAPasswordThatIsNeverShown() {
        environment.put("KA_SMTP_USER", "krise");
        assertThatThrownBy(() -> configuration().smtpCredentials()).hasMessageContaining("KA_SMTP_PASSWORD");

        environment.put("KA_SMTP_PASSWORD", "geheim");
        assertThat(configuration().smtpCredentials()).hasValueSatisfying(credentials -> assertThat(credentials.toString()).doesNotContain("geheim"));
    }
}
