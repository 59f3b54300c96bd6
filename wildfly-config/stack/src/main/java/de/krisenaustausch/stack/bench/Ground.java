package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.Progress;
import de.krisenaustausch.stack.Stack;
import de.krisenaustausch.stack.StackException;
import de.krisenaustausch.stack.examples.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What measures stand on: the running stack with its corpus, and the things beside it that show what the machine can do.
 *
 * @param environment with which the portal was started, to start it again
 */
record Ground(Stack stack, Options options, Content content, Tokens tokens, Database database, MailSink sink, BarePages bare, Nginx nginx,
              Progress progress, Map<String, String> environment) {

    private static final double QUIET_CPU = 0.15;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    int port() {
        return stack.ports().portal();
    }

    URI portal() {
        return stack.portalUrl();
    }

    Path folder() {
        return stack.data();
    }

    Duration time() {
        return Duration.ofSeconds(options.seconds());
    }

    /** @return header line of a member who calls as a program */
    String bearer(String member) {
        return "Authorization: Bearer " + tokens.of(member) + "\r\n";
    }

    /** @return header lines with sessions of as many members, signed in through Keycloak */
    List<String> sessions(int count) {
        List<String> sessions = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            sessions.add(Browser.signIn(portal(), Accounts.name(number), Stack.EXAMPLE_PASSWORD));
        }
        return sessions;
    }

    /**
     * Waits until everything that was shared is checked, read, indexed and told, and the server has nothing to do.
     *
     * @return processor time that the server took meanwhile
     */
    Duration settle() {
        Duration begin = cpu(server());
        long waiting = waiting();
        Instant since = Instant.now();
        while (waiting > 0) {
            pause(500);
            long now = waiting();
            if (now < waiting) {
                since = Instant.now();
            } else if (Duration.between(since, Instant.now()).compareTo(LONGEST_WAIT) > 0) {
                throw new StackException(now + " versions stay unread, see the log in " + folder().resolve("log") + ".");
            }
            waiting = now;
        }
        ProcessHandle server = server();
        Instant end = Instant.now().plus(LONGEST_WAIT);
        for (int quiet = 0; quiet < 2 && Instant.now().isBefore(end);) {
            Duration before = cpu(server);
            pause(1000);
            quiet = cpu(server).minus(before).toMillis() < QUIET_CPU * 1000 ? quiet + 1 : 0;
        }
        return cpu(server).minus(begin);
    }

    /** @return versions that are not yet read, and mails that are not yet sent */
    long waiting() {
        return database.count("document_version where check_state = 'PENDING' or text_state = 'PENDING'")
            + database.count("delivery where state = 'QUEUED'");
    }

    /** @return the server's own process, which its start script has started */
    ProcessHandle server() {
        return ProcessHandle.of(stack.portalPid()).orElseThrow().descendants()
            .filter(child -> child.info().command().orElse("").endsWith("java")).findFirst().orElseThrow();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while waiting.", stopped);
        }
    }
}
