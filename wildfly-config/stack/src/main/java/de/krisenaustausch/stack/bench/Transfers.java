package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import jakarta.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Files on their way in and out. */
final class Transfers {

    private static final int LARGE = 50 * 1024 * 1024;
    private static final int SMALL = 1024 * 1024;
    private static final int CONNECTIONS = 4;
    private static final double UPLOAD_SHARE = 0.5;
    private static final double UPLOAD_RATE = 200;
    private static final double DOWNLOAD_SHARE = 0.8;
    private static final String MEMBER = Accounts.name(1);
    /** No two uploads are alike, or the store would have the second one already. */
    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());

    private Transfers() {
    }

    static List<Result> uploads(Ground ground) {
        Path file = file(ground.folder().resolve("large.pdf"), LARGE);
        List<Double> portal = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        try (HttpLine line = new HttpLine(ground.port())) {
            upload(ground, line, MEMBER, file);
            for (int round = 0; round < Measure.ROUNDS * 2 + 1; round++) {
                raw.add(Disk.store(file, ground.folder()));
                long start = System.nanoTime();
                upload(ground, line, MEMBER, file);
                portal.add((System.nanoTime() - start) / 1e6);
            }
        } catch (IOException broken) {
            throw new StackException("Uploading failed: " + broken.getMessage(), broken);
        }
        double share = median(raw) / median(portal);
        List<Result> results = new ArrayList<>();
        results.add(new Result("upload 50 MB, acknowledged", "≥ 0.5 × limit", Result.number(median(portal)) + " ms",
            "sha256 + write + fsync " + Result.number(median(raw)) + " ms", Result.number(share), share >= UPLOAD_SHARE));
        Path small = file(ground.folder().resolve("small.pdf"), SMALL);
        List<Load.Figures> rounds = new ArrayList<>();
        List<Load.Figures> limits = new ArrayList<>();
        uploadSmall(ground, small);
        for (int round = 0; round < Measure.ROUNDS; round++) {
            limits.add(Load.run("writing", CONNECTIONS, ground.time(), number -> {
                Path folder = Files.createDirectories(ground.folder().resolve("writing-" + number));
                return () -> Disk.store(small, folder) > 0;
            }));
            rounds.add(uploadSmall(ground, small));
        }
        results.add(Result.more("upload 1 MB, 4 connections", "≥ 200/s", UPLOAD_RATE, "/s", Load.Figures.median(rounds).rate(),
            "sha256 + write + fsync", Load.Figures.median(limits).rate()));
        return results;
    }

    private static Load.Figures uploadSmall(Ground ground, Path small) {
        return Load.run("uploading", CONNECTIONS, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            return () -> upload(ground, line, Accounts.name(number + 1), small) > 0;
        });
    }

    static List<Result> downloads(Ground ground) {
        Path file = file(ground.folder().resolve("large.pdf"), LARGE);
        String address = share(ground, file);
        String session = ground.sessions(1).get(0);
        ground.settle();
        List<Double> portal = new ArrayList<>();
        List<Double> nginx = new ArrayList<>();
        try {
            if (ground.nginx().isThere()) {
                Files.copy(file, ground.nginx().site().resolve("large.pdf"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        download(ground, ground.port(), address, session);
        for (int round = 0; round < Measure.ROUNDS; round++) {
            if (ground.nginx().isThere()) {
                nginx.add(download(ground, ground.nginx().port(), "/large.pdf", ""));
            }
            portal.add(download(ground, ground.port(), address, session));
        }
        double share = nginx.isEmpty() ? 0 : median(portal) / median(nginx);
        return List.of(new Result("download 50 MB, 4 connections", "≥ 0.8 × nginx", Result.number(median(portal)) + " MB/s",
            nginx.isEmpty() ? "no nginx here" : "nginx " + Result.number(median(nginx)) + " MB/s", nginx.isEmpty() ? "" : Result.number(share),
            nginx.isEmpty() ? null : share >= DOWNLOAD_SHARE));
    }

    private static double download(Ground ground, int port, String path, String header) {
        return LARGE / 1048576.0 * Load.run("downloading", CONNECTIONS, ground.time(), number -> {
            HttpLine line = new HttpLine(port);
            byte[] request = HttpLine.get(path, header);
            return () -> line.exchange(request) == 200;
        }).rate();
    }

    private static String share(Ground ground, Path file) {
        try (HttpLine line = new HttpLine(ground.port())) {
            long upload = upload(ground, line, MEMBER, file);
            byte[] body = Content.description(ground.content().paper(1), upload).toString().getBytes(StandardCharsets.UTF_8);
            int status = line.exchange(HttpLine.post("/api/v1/spaces/" + Content.QUIET + "/documents", ground.bearer(MEMBER)
                + "Content-Type: application/json\r\n", body.length), out -> out.write(body));
            if (status != 201) {
                throw new StackException("Sharing failed: " + status + " " + line.content());
            }
            return "/bereiche/" + Content.QUIET + "/dokumente/" + id(line) + "/datei";
        } catch (IOException broken) {
            throw new StackException("Sharing failed: " + broken.getMessage(), broken);
        }
    }

    /** @return the upload's id @throws StackException when it is refused */
    static long upload(Ground ground, HttpLine line, String member, Path file) throws IOException {
        byte[] serial = "%%%020d\n".formatted(SERIAL.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        long size = Files.size(file) + serial.length;
        int status = line.exchange(HttpLine.post("/api/v1/uploads?name=messung.pdf", ground.bearer(member) + "Content-Type: application/pdf\r\n", size), out -> {
            Files.copy(file, out);
            out.write(serial);
        });
        if (status != 201) {
            throw new StackException("The portal refuses an upload: " + status + " " + line.content());
        }
        return id(line);
    }

    static long id(HttpLine line) {
        return Json.createReader(new StringReader(line.content())).readObject().getJsonNumber("id").longValue();
    }

    /** A PDF of that size: one empty page, and a picture that nothing can make smaller. */
    private static Path file(Path path, int size) {
        if (Files.exists(path)) {
            return path;
        }
        Random random = new Random(7);
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            out.write(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n4 0 obj<</Length " + size + ">>stream\n").getBytes(StandardCharsets.US_ASCII));
            for (int left = size; left > 0; left -= piece.length) {
                random.nextBytes(piece);
                out.write(piece, 0, Math.min(left, piece.length));
            }
            out.write("\nendstream\nendobj\ntrailer<</Size 5/Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return path;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
