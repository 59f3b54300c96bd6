package de.krisenaustausch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that differs between installations, read once from the environment. The names and their meaning stand in one
 * table in the README. A missing or wrong value throws {@link ConfigurationException} with a sentence that names it;
 * {@link Startup} asks for every value, so that it stops the start and not the first user.
 */
@ApplicationScoped
public class Configuration {

    private static final long MEGABYTE = 1024L * 1024;

    /** The largest limit that can be set: none, for whoever measures. */
    private static final int NO_LIMIT = 100_000_000;

    private final Map<String, String> environment;

    public Configuration() {
        this(System.getenv());
    }

    /** For tests: the environment as a map. */
    public Configuration(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @return where people reach the portal, without a slash at the end; links in mails begin with it */
    public URI publicUrl() {
        String value = required("KA_PUBLIC_URL").replaceAll("/+$", "");
        URI url;
        try {
            url = URI.create(value);
        } catch (IllegalArgumentException unparsable) {
            throw wrong("KA_PUBLIC_URL", value, "an address like https://krise.example.de");
        }
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw wrong("KA_PUBLIC_URL", value, "an address like https://krise.example.de");
        }
        return url;
    }

    /** @return the folder for files and index; it exists and can be written to */
    public Path dataDir() {
        Path folder = Path.of(required("KA_DATA_DIR")).toAbsolutePath();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw wrong("KA_DATA_DIR", folder.toString(), "a folder that exists and that the server may write to");
        }
        return folder;
    }

    /** @return how large one file may be, in bytes */
    public long uploadMaxBytes() {
        return number("KA_UPLOAD_MAX_MB", 500, 1, 10_000) * MEGABYTE;
    }

    /** @return how long a session lives without a request */
    public Duration sessionIdle() {
        return Duration.ofMinutes(number("KA_SESSION_MINUTES", 30, 5, 720));
    }

    /** @return the realm's address at Keycloak, without a slash at the end */
    public URI realmUrl() {
        String value = required("KA_OIDC_URL").replaceAll("/+$", "");
        if (!value.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?/realms/[^/?#\\s]+")) {
            throw wrong("KA_OIDC_URL", value, "a realm's address like https://anmelden.example.de/realms/krisenaustausch");
        }
        return URI.create(value);
    }

    /** @return what portal and Keycloak share: the secret of both clients, and the root of the tickets' key */
    public String realmSecret() {
        return required("KA_OIDC_SECRET");
    }

    /** @return the client at Keycloak that people sign in through */
    public String signInClient() {
        return optional("KA_OIDC_CLIENT").orElse("krisenaustausch");
    }

    /** @return the client at Keycloak whose service account keeps people's accounts */
    public String accountsClient() {
        return optional("KA_ACCOUNTS_CLIENT").orElse("krisenaustausch-accounts");
    }

    /** @return how many days a personal link is good */
    public int linkDays() {
        return number("KA_LINK_DAYS", 14, 1, 60);
    }

    /** @return how many letters the public pages write for one network in an hour; a town hall is one network */
    public int lettersAnHour() {
        return number("KA_LIMIT_LETTERS", 120, 1, NO_LIMIT);
    }

    /** @return how often one member may search in a minute, suggestions while typing included */
    public int searchesAMinute() {
        return number("KA_LIMIT_SEARCHES", 300, 1, NO_LIMIT);
    }

    /** @return how many organisations may be looked up while typing in a minute, by one member or one network */
    public int suggestionsAMinute() {
        return number("KA_LIMIT_SUGGESTIONS", 1200, 1, NO_LIMIT);
    }

    /** @return how many answers a sum of an anonymous poll must cover to be shown */
    public int pollMinimum() {
        return number("KA_POLL_MINIMUM", 5, 2, 1000);
    }

    /** @return how many files one member may send in an hour */
    public int uploadsAnHour() {
        return number("KA_LIMIT_UPLOADS", 2000, 1, NO_LIMIT);
    }

    /** @return whether a reverse proxy says who the caller is */
    public boolean behindProxy() {
        return "true".equals(optional("KA_BEHIND_PROXY").orElse("false"));
    }

    /** @return the sender of the portal's own mail */
    public String mailFrom() {
        String value = required("KA_MAIL_FROM");
        if (!value.matches("[^@\\s]+@[^@\\s]+")) {
            throw wrong("KA_MAIL_FROM", value, "an e-mail address");
        }
        return value;
    }

    /** @return who signs in to the mail server, with the password; empty when it takes the portal's mail without */
    public Optional<Credentials> smtpCredentials() {
        return optional("KA_SMTP_USER").map(user -> new Credentials(user, required("KA_SMTP_PASSWORD")));
    }

    /** @return host and port of clamd, or empty when no scanner is configured, which the pages then say */
    public Optional<HostPort> clamd() {
        return optional("KA_CLAMD").map(value -> {
            int colon = value.lastIndexOf(':');
            if (colon < 1 || !value.substring(colon + 1).matches("\\d{1,5}") || Integer.parseInt(value.substring(colon + 1)) > 65535) {
                throw wrong("KA_CLAMD", value, "host:port");
            }
            return new HostPort(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)));
        });
    }

    /** @return the folder whose {@code lib} holds the extractor's jars */
    public Path extractorHome() {
        Path home = Path.of(required("KA_EXTRACTOR_HOME")).toAbsolutePath();
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw wrong("KA_EXTRACTOR_HOME", home.toString(), "the extractor's folder, with lib in it");
        }
        return home;
    }

    /** @return how many seconds reading one file may take */
    public int extractSeconds() {
        return number("KA_EXTRACT_SECONDS", 60, 1, 3600);
    }

    /** @return heap of the process that reads files, in megabytes */
    public int extractMemoryMb() {
        return number("KA_EXTRACT_MEMORY_MB", 256, 64, 8192);
    }

    /** @return LibreOffice's program for previews of office files; empty when there is none */
    public Optional<Path> converter() {
        String value = optional("KA_CONVERTER").orElse("");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if ("auto".equals(value)) {
            return java.util.Arrays.stream(environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice")).filter(Files::isExecutable).findFirst();
        }
        Path program = Path.of(value);
        if (!Files.isExecutable(program)) {
            throw wrong("KA_CONVERTER", value, "the path of soffice, the word auto, or nothing");
        }
        return Optional.of(program);
    }

    /** @return the mailbox that people write to for access; empty when there is none */
    public Optional<Intake> intake() {
        return optional("KA_INTAKE_HOST").map(host -> {
            Encryption tls = encryption();
            int port = number("KA_INTAKE_PORT", tls == Encryption.TLS ? 993 : 143, 1, 65535);
            Credentials account = new Credentials(required("KA_INTAKE_USER"), required("KA_INTAKE_PASSWORD"));
            String address = optional("KA_INTAKE_ADDRESS").orElse(account.user());
            if (!address.matches("[^@\\s]+@[^@\\s]+")) {
                throw wrong("KA_INTAKE_ADDRESS", address, "the e-mail address of the mailbox");
            }
            return new Intake(host, port, account, tls, optional("KA_INTAKE_FOLDER").orElse("INBOX"), address);
        });
    }

    private Encryption encryption() {
        String value = optional("KA_INTAKE_TLS").orElse("tls");
        return switch (value) {
            case "tls" -> Encryption.TLS;
            case "starttls" -> Encryption.STARTTLS;
            case "none" -> Encryption.NONE;
            default -> throw wrong("KA_INTAKE_TLS", value, "tls, starttls or none");
        };
    }

    /** @return slug of a space → words by which mails mean it, beside its name */
    public Map<String, List<String>> intakeWords() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        String value = optional("KA_INTAKE_WORDS").orElse("");
        for (String space : value.isEmpty() ? new String[0] : value.split(";")) {
            String[] parts = space.split("=", 2);
            if (parts.length < 2 || !parts[0].strip().matches("[a-z0-9-]+")) {
                throw wrong("KA_INTAKE_WORDS", value, "like corona=Coronavirus,Corona;hochwasser=Hochwasser");
            }
            words.put(parts[0].strip(), Arrays.stream(parts[1].split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList());
        }
        return words;
    }

    /** @return the portal's own addresses in lower case: it never answers itself */
    public Set<String> ownAddresses() {
        return Stream.concat(Stream.of(mailFrom()), intake().map(Intake::address).stream()).map(address -> address.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** How a connection is kept from being read by others. */
    public enum Encryption { TLS, STARTTLS, NONE }

    /** A mailbox on an IMAP server. @param address to which people write */
    public record Intake(String host, int port, Credentials account, Encryption tls, String folder, String address) {

        @Override
        public String toString() {
            return address + " on " + host + ":" + port;
        }
    }

    /** Where a service listens. */
    public record HostPort(String host, int port) {
    }

    /** A name and its password. */
    public record Credentials(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** Asks for every value once. @throws ConfigurationException at the first that is missing or wrong */
    public void check() {
        publicUrl();
        dataDir();
        uploadMaxBytes();
        sessionIdle();
        realmUrl();
        realmSecret();
        linkDays();
        lettersAnHour();
        searchesAMinute();
        suggestionsAMinute();
        uploadsAnHour();
        pollMinimum();
        mailFrom();
        smtpCredentials();
        clamd();
        intake();
        intakeWords();
        extractorHome();
        extractSeconds();
        extractMemoryMb();
        converter();
    }

    private String required(String name) {
        return optional(name).orElseThrow(() -> new ConfigurationException("The environment variable " + name + " is missing."));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private int number(String name, int otherwise, int least, int most) {
        Optional<String> value = optional(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        String expected = "a whole number from " + least + " to " + most;
        if (!value.get().matches("\\d{1,9}")) {
            throw wrong(name, value.get(), expected);
        }
        int number = Integer.parseInt(value.get());
        if (number < least || number > most) {
            throw wrong(name, value.get(), expected);
        }
        return number;
    }

    private static ConfigurationException wrong(String name, String value, String expected) {
        return new ConfigurationException("The environment variable " + name + " is '" + value + "', but must be " + expected + ".");
    }
}
