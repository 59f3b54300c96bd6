package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.SessionClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that pretend, files that burst: refused with the rule that says why, or taken and given up in good time, while the portal goes on. */
class NastyFilesIT {

    private static final int BOMB = 300 * 1024 * 1024;

    private static String person;
    private static String space;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Böse");
        space = Ground.space("ALL_MEMBERS", person);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatPretends() {
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff}, 2048);
        byte[] pdf = Papers.pdf("Ein Blatt");
        byte[] zip = zip("brief.txt", "Brief".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("programm.exe upload.rule.program", program);
        files.put("rechnung.pdf.exe upload.rule.program", program);
        files.put("rechnung.exe.pdf upload.rule.hidden", pdf);
        files.put("rechnung.pdf upload.rule.program", program);
        files.put("rechnung.docx upload.rule.disguised", pdf);
        files.put("rechnung.pdf upload.rule.disguised", zip);
        files.put("rechnung.txt upload.rule.disguised", zip);
        files.put("bild.svg upload.rule.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
        files.put("makro.docm upload.rule.macros", docx("word/vbaProject.bin", new byte[] {1, 2, 3}));
        files.put("makro.docx upload.rule.macros", docx("word/vbaProject.bin", new byte[] {1, 2, 3}));
        files.put("paket.zip upload.rule.packed", zip("tief/unten/programm.exe", program));
        files.put("ohne-endung upload.rule.noExtension", "Text".getBytes(StandardCharsets.UTF_8));
        files.put("zwei.pdf upload.rule.twofold", join(pdf, zip));
        files.put("kaputt.docx upload.rule.broken", Arrays.copyOf(docx("word/rest.xml", new byte[500]), 300));
        files.put("leer.txt upload.empty", new byte[0]);
        return files.entrySet().stream().map(file -> dynamicTest(file.getKey(), () -> {
            String[] parts = file.getKey().split(" ");
            HttpResponse<String> answer = Ground.tryUpload(person, parts[0], file.getValue());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(Api.json(answer.body()).getString("code")).isEqualTo(parts[1]);
            assertThat(Api.json(answer.body()).getString("detail")).as("a sentence").contains(" ").endsWith(".");
        }));
    }

    @TestFactory
    Stream<DynamicTest> givesUpWhatBurstsAndGoesOnMeanwhile() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nullen.zip", zeros("nullen.txt"));
        files.put("nullen.docx", docx("word/document.xml", null));
        files.put("lachen.docx", docx("word/document.xml", laughs()));
        files.put("lachen.xml", laughs());
        files.put("schachtel.zip", zip("innen.zip", zip("innen.zip", zip("innen.zip", zeros("nullen.txt")))));
        files.put("abgeschnitten.pdf", Arrays.copyOf(Papers.pdf("Ein Blatt", "Noch eins"), 700));
        files.put("verschluesselt.zip", encrypted(zip("brief.txt", "Brief".getBytes(StandardCharsets.UTF_8))));
        return files.entrySet().stream().map(file -> dynamicTest(file.getKey(), () -> {
            HttpResponse<String> answer = Ground.tryUpload(person, file.getKey(), file.getValue());
            if (answer.statusCode() == 422) {
                assertThat(Api.json(answer.body()).getString("code")).startsWith("upload.rule.");
                return;
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            long document = Ground.share(person, space, Ground.description(file.getKey(), Api.json(answer.body()).getJsonNumber("id").longValue()));
            assertThat(SessionClient.of(person).get("/bereiche/" + space).statusCode()).isEqualTo(200);
            Ground.awaitReleased(person, space, document);
            assertThat(Ground.awaitRead(person, space, document)).isNotEqualTo("PENDING");
            assertThat(SessionClient.of(person).get("/bereiche/" + space + "/dokumente/" + document).statusCode()).isEqualTo(200);
        }));
    }

    private static byte[] zeros(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            writeZeros(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeZeros(ZipOutputStream zip) throws IOException {
        byte[] block = new byte[1024 * 1024];
        for (int written = 0; written < BOMB; written += block.length) {
            zip.write(block);
        }
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, name, content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A Word file, as far as its outside goes. @param content of one more part; null for a bomb */
    private static byte[] docx(String part, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
                .getBytes(StandardCharsets.UTF_8));
            put(zip, "_rels/.rels", ("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                .getBytes(StandardCharsets.UTF_8));
            if (!"word/document.xml".equals(part)) {
                put(zip, "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>".getBytes(StandardCharsets.UTF_8));
            }
            if (content == null) {
                zip.putNextEntry(new ZipEntry(part));
                writeZeros(zip);
            } else {
                put(zip, part, content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Entities that double thirty times. */
    private static byte[] laughs() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i <= 30; i++) {
            xml.append("<!ENTITY l").append(i).append(" \"&l").append(i - 1).append(";&l").append(i - 1).append(";\">");
        }
        return xml.append("]><lolz>&l30;</lolz>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sets the bit that says so in both places. */
    private static byte[] encrypted(byte[] zip) {
        byte[] result = zip.clone();
        for (int i = 0; i < result.length - 10; i++) {
            if (result[i] == 'P' && result[i + 1] == 'K') {
                if (result[i + 2] == 3 && result[i + 3] == 4) {
                    result[i + 6] |= 1;
                } else if (result[i + 2] == 1 && result[i + 3] == 2) {
                    result[i + 8] |= 1;
                }
            }
        }
        return result;
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
