package de.krisenaustausch.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of {@code access-matrix.txt}, whose head says what the words mean. */
record AccessRow(String source, Set<String> methods, List<String> outcomes, String address, String body) {

    static final String UNTRIED = "-";
    /** Outcome of methods that an address does not take. */
    static final String NOTHING = "nothing";
    private static final Pattern LINE = Pattern.compile("(\\w+ \\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)(?:\\s+(\\S+))?\\s*");
    private static final int FIRST_OUTCOME = 3;
    private static final int ADDRESS = 8;
    private static final Set<Integer> COMPLAINTS = Set.of(400, 409, 422);

    /** In the order of the table's columns. */
    enum Role { ANONYMOUS, OUTSIDER, MEMBER, MODERATOR, ADMINISTRATOR }

    static List<AccessRow> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(AccessRow.class.getResourceAsStream("access-matrix.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(AccessRow::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AccessRow parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of the matrix: " + line);
        }
        List<String> outcomes = java.util.stream.IntStream.range(FIRST_OUTCOME, ADDRESS).mapToObj(matcher::group).toList();
        return new AccessRow(matcher.group(1), new TreeSet<>(List.of(matcher.group(2).split(","))), outcomes, matcher.group(ADDRESS), matcher.group(ADDRESS + 1));
    }

    boolean isRest() {
        return source.startsWith("rest ");
    }

    /** @return what rows for different methods of one address have in common */
    String place() {
        return isRest() ? source : address;
    }

    boolean isPage() {
        return source.startsWith("route ");
    }

    boolean isTried() {
        return !UNTRIED.equals(address);
    }

    String expected(Role role) {
        return outcomes.get(role.ordinal());
    }

    /** @return what became of a request, in the table's words */
    static String outcome(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String location = answer.headers().firstValue("Location").orElse("");
        if (status == 302 && location.contains("/protocol/openid-connect/auth")) {
            return "in";
        }
        return status < 400 || COMPLAINTS.contains(status) ? "ok" : String.valueOf(status);
    }

    /** Whether an answer shows and does nothing: refused, or only which methods there are. */
    static boolean isNothing(String method, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean told = "OPTIONS".equals(method) && status == 200 && answer.headers().firstValue("Allow").isPresent();
        return told || "in".equals(outcome(answer)) || status >= 400 && status < 500;
    }
}
