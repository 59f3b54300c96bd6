package de.krisenaustausch.poll.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** Charts and workbooks as files. */
class DownloadsTest {

    private static final String HOSTILE = "=1+1</t><script>ka()</script>\u0000\u202e\"'&";

    @Test
    void aWorkbookIsWellFormedAndHasNoFormula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Spreadsheet book = new Spreadsheet(out)) {
            book.sheet("Ergebnis: [alle] / " + HOSTILE);
            book.row("Kommune", HOSTILE, 12, 3.5, null, Double.NaN);
            book.sheet("Zwei");
            book.row("=2");
        }
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
                parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
            }
        }
        assertThat(parts).containsKeys("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<c><v>12</v></c><c><v>3.5</v></c><c/>").contains("&lt;script>".replace(">", "&gt;")).doesNotContain("<f>").doesNotContain("\u0000");
    }

    @Test
    void aChartIsWellFormedWhateverItsTexts() throws Exception {
        Chart chart = new Chart(HOSTILE, List.of(new Chart.Bar(HOSTILE + "x".repeat(100), "12 (60 %)", 0.6, false), new Chart.Bar("b", "8 (40 %)", 0.4, true), new Chart.Bar("c", "0", 0, false)), "Ihre Kommune");
        for (boolean alone : new boolean[] {true, false}) {
            String svg = ChartSvg.write(chart, "bild-1", alone);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertThat(svg).contains("8 (40 %) · Ihre Kommune").contains("url(#bild-1-eigen)").contains("…").doesNotContain("<script");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartPng.write(chart, out);
        assertThat(ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getWidth()).isEqualTo(1104);
    }
}
