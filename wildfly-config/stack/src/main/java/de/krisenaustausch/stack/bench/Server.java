package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server itself: what memory it took for all that was measured, and how long it takes to start on the same data. */
final class Server {

    private static final double START_SECONDS = 15;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Server() {
    }

    static List<Result> memory(Ground ground) {
        ProcessHandle server = ground.server();
        String heap = System.getenv().getOrDefault("KA_HEAP_MB", "512");
        long shortages = shortages(ground);
        Matcher used = USED.matcher(jcmd(server, "GC.run") + jcmd(server, "GC.heap_info"));
        return List.of(new Result("heap that suffices for all of the above", "512 MB", heap + " MB", "", "", shortages == 0 && Integer.parseInt(heap) <= 512),
            Result.note("  in use after a collection; largest resident size", (used.find() ? Long.parseLong(used.group(1)) / 1024 : 0) + " MB; " + resident(server) + " MB"));
    }

    /** @return how often the server said that memory was short; its start line names the option ExitOnOutOfMemoryError */
    private static long shortages(Ground ground) {
        try (var lines = Files.lines(ground.folder().resolve("log/portal.log"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("java.lang.OutOfMemoryError")).count();
        } catch (IOException unreadable) {
            throw new StackException("The portal's log can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static List<Result> start(Ground ground) {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < Measure.ROUNDS; round++) {
            ground.stack().stopPortal();
            long start = System.nanoTime();
            ground.stack().startPortal(ground.environment());
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return List.of(Result.less("start until the start page answers", "≤ 15 s", START_SECONDS, " s", Transfers.median(seconds)));
    }

    private static String jcmd(ProcessHandle server, String command) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(server.pid()), command)
                .redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    /** Linux tells the most that a process ever had in memory. */
    private static long resident(ProcessHandle server) {
        try (var lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException noLinux) {
            return 0;
        }
    }
}
