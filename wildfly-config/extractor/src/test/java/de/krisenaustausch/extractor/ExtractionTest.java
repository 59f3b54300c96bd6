package de.krisenaustausch.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has files read by the real process, over the lines that it speaks. */
class ExtractionTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @TempDir
    private Path folder;
    private Process process;
    private PrintWriter requests;
    private BufferedReader answers;

    @BeforeEach
    void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(java, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), "de.krisenaustausch.extractor.Main").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        requests = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answers.readLine()).isEqualTo("READY");
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void readsPdfsPageByPage() throws IOException {
        Path file = Files.pdf(folder.resolve("a.pdf"), null, "Stundung der Gewerbesteuer", null, "Härtefall");

        assertThat(text(file, "application/pdf")).isEqualTo("TEXT SEARCHABLE 3 true");
        assertThat(pages()).containsExactly(new Files.Page(1, "Stundung der Gewerbesteuer"), new Files.Page(3, "Härtefall"));
    }

    @Test
    void saysWhyAPdfHasNoText() throws IOException {
        assertThat(text(Files.scan(folder.resolve("scan.pdf"), 600, 800), "application/pdf")).startsWith("TEXT SCAN");
        assertThat(text(Files.pdf(folder.resolve("empty.pdf"), null, (String) null), "application/pdf")).startsWith("TEXT NO_TEXT");
        assertThat(text(Files.pdf(folder.resolve("locked.pdf"), "geheim", "Stundung"), "application/pdf")).startsWith("TEXT PASSWORD");
        assertThat(text(Files.bytes(folder.resolve("cut.pdf"), "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII)), "application/pdf")).startsWith("TEXT DAMAGED");
    }

    @Test
    void readsOfficeFiles() throws IOException {
        assertThat(text(Files.docx(folder.resolve("a.docx"), "Dienstanweisung", "Homeoffice für alle"), DOCX)).isEqualTo("TEXT SEARCHABLE 1 false");
        assertThat(pages().get(0).text()).contains("Dienstanweisung\n").contains("Homeoffice für alle");
        assertThat(text(Files.odt(folder.resolve("a.odt"), "Bürgertelefon", "<x/>"), ODT)).isEqualTo("TEXT SEARCHABLE 1 false");
        assertThat(pages()).containsExactly(new Files.Page(1, "Bürgertelefon"));
    }

    @Test
    void takesSlidesForPages() throws IOException {
        for (Path file : List.of(Files.pptx(folder.resolve("a.pptx"), "Lage", "Maßnahmen"), Files.ppt(folder.resolve("a.ppt"), "Lage", "Maßnahmen"))) {
            assertThat(text(file, file.toString().endsWith("x") ? PPTX : "application/vnd.ms-powerpoint")).as(file.toString()).isEqualTo("TEXT SEARCHABLE 2 true");
            assertThat(pages().get(0).text()).contains("Lage").doesNotContain("Maßnahmen");
            assertThat(pages().get(1).text()).contains("Maßnahmen").doesNotContain("Lage");
        }
    }

    @Test
    void readsTextsMailAndArchives() throws IOException {
        assertThat(text(utf8("a.md", "# Übergabe\n\nText"), "text/markdown")).isEqualTo("TEXT SEARCHABLE 1 false");
        assertThat(pages().get(0).text()).isEqualTo("# Übergabe\n\nText");
        assertThat(text(Files.bytes(folder.resolve("a.txt"), "Größe und Übergabe in älteren Dateien".getBytes("windows-1252")), "text/plain")).startsWith("TEXT SEARCHABLE");
        assertThat(pages().get(0).text()).startsWith("Größe und Übergabe");
        assertThat(text(utf8("a.html", "<html><head><script>verborgen()</script></head><body><p>Sichtbar</body></html>"), "text/html")).startsWith("TEXT SEARCHABLE");
        assertThat(pages().get(0).text()).contains("Sichtbar").doesNotContain("verborgen");
        assertThat(text(utf8("a.eml", "From: a@example.org\nSubject: =?UTF-8?Q?Anh=C3=B6rung?=\nContent-Type: text/plain; charset=utf-8\n\nGuten Tag"), "message/rfc822"))
            .startsWith("TEXT SEARCHABLE");
        assertThat(pages().get(0).text()).contains("Guten Tag");
        byte[] letter = java.nio.file.Files.readAllBytes(Files.docx(folder.resolve("b.docx"), "Im Archiv"));
        assertThat(text(Files.bytes(folder.resolve("a.zip"), Files.zip("Muster/Brief.docx", letter)), "application/zip")).startsWith("TEXT SEARCHABLE");
        assertThat(pages().get(0).text()).contains("Brief.docx").contains("Im Archiv");
    }

    @Test
    void saysWhyOtherFilesHaveNoText() throws IOException {
        assertThat(text(Files.odt(folder.resolve("locked.odt"), "x", "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
            + "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"), ODT)).startsWith("TEXT PASSWORD");
        byte[] letter = java.nio.file.Files.readAllBytes(Files.docx(folder.resolve("b.docx"), "x"));
        assertThat(text(Files.bytes(folder.resolve("cut.docx"), Arrays.copyOf(letter, letter.length / 2)), DOCX)).startsWith("TEXT DAMAGED");
        assertThat(text(Files.bytes(folder.resolve("a.png"), new byte[] {1}), "image/png")).startsWith("TEXT SCAN");
        assertThat(text(Files.bytes(folder.resolve("a.mp4"), new byte[] {1}), "video/mp4")).startsWith("TEXT NO_TEXT");
    }

    @Test
    void isNotBlownUpByEntities() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a").append(i).append(" '&a").append(i - 1).append(";&a").append(i - 1).append(";'>");
        }
        laughs.append("]><a>&a29;</a>");
        byte[] sheet = Files.zip("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>",
            "_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1'"
            + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>",
            "xl/workbook.xml", laughs);

        text(Files.bytes(folder.resolve("bomb.xlsx"), sheet), XLSX);
        assertThat(pages().stream().mapToInt(page -> page.text().length()).sum()).isLessThan(100_000);
        text(utf8("bomb.xml", laughs.toString()), "application/xml");
        assertThat(pages().stream().mapToInt(page -> page.text().length()).sum()).isLessThan(100_000);
    }

    @Test
    void givesUpArchivesThatUnpackWithoutEnd() throws IOException {
        Path file = Files.bytes(folder.resolve("bomb.zip"), Files.zip("a.txt", "0".repeat(60_000_000)));

        assertThat(text(file, "application/zip")).matches("TEXT (GIVEN_UP|SEARCHABLE) .*");
        assertThat(pages().stream().mapToInt(page -> page.text().length()).sum()).isLessThanOrEqualTo(Passages.MAX_CHARACTERS);
        assertThat(text(utf8("b.txt", "Danach"), "text/plain")).startsWith("TEXT SEARCHABLE");
    }

    @Test
    void callsNobodyWhomAFileNames() throws IOException {
        try (ServerSocket lure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + lure.getLocalPort() + "/x";
            text(utf8("a.xml", "<!DOCTYPE a SYSTEM '" + address + ".dtd' [<!ENTITY e SYSTEM '" + address + "'>]><a>&e;</a>"), "application/xml");
            text(utf8("a.html", "<html><body><img src='" + address + "'><iframe src='" + address + "'></iframe>x</body></html>"), "text/html");
            lure.setSoTimeout(1);
            org.assertj.core.api.Assertions.assertThatThrownBy(lure::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void drawsTheFirstPagesInBounds() throws IOException {
        Path file = Files.pdf(folder.resolve("a.pdf"), null, "1", "2", "3", "4", "5", "6");

        assertThat(ask("PICTURES", file, "application/pdf")).isEqualTo("PICTURES 5");
        assertThat(ImageIO.read(folder.resolve("5.png").toFile()).getWidth()).isBetween(999, 1001);
        assertThat(new File(folder.toFile(), "6.png")).doesNotExist();
        assertThat(ask("PICTURES", Files.scan(folder.resolve("long.pdf"), 10, 14_400), "application/pdf")).isEqualTo("PICTURES 1");
        assertThat(ImageIO.read(folder.resolve("1.png").toFile()).getHeight()).isLessThanOrEqualTo(Pictures.MAX_HEIGHT);
    }

    @Test
    void drawsPicturesSmaller() throws IOException {
        Path file = folder.resolve("photo.png");
        ImageIO.write(new BufferedImage(5000, 3000, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());

        assertThat(ask("PICTURES", file, "image/png")).isEqualTo("PICTURES 1");
        assertThat(ImageIO.read(folder.resolve("1.png").toFile()).getWidth()).isLessThanOrEqualTo(Pictures.WIDTH);
        assertThat(ask("PICTURES", Files.bytes(folder.resolve("broken.png"), new byte[] {1, 2, 3}), "image/png")).isEqualTo("PICTURES 0");
        assertThat(ask("PICTURES", utf8("a.txt", "x"), "text/plain")).isEqualTo("PICTURES 0");
    }

    @Test
    void endsWithWhoeverAsks() throws Exception {
        requests.close();

        assertThat(process.waitFor()).isZero();
    }

    private Path utf8(String name, String content) throws IOException {
        return Files.bytes(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private String text(Path file, String type) throws IOException {
        return ask("TEXT", file, type);
    }

    private String ask(String what, Path file, String type) throws IOException {
        requests.println(String.join("\t", what, file.toString(), type, folder.toString()));
        String answer = answers.readLine();
        assertThat(answer).as("answer for " + file).isNotNull();
        return answer.replace('\t', ' ');
    }

    private List<Files.Page> pages() throws IOException {
        return Files.pages(folder.resolve("text"));
    }
}
