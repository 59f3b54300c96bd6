package de.krisenaustausch.document.service.inspection;

import static de.krisenaustausch.document.service.inspection.Samples.docx;
import static de.krisenaustausch.document.service.inspection.Samples.join;
import static de.krisenaustausch.document.service.inspection.Samples.odt;
import static de.krisenaustausch.document.service.inspection.Samples.ole;
import static de.krisenaustausch.document.service.inspection.Samples.text;
import static de.krisenaustausch.document.service.inspection.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.Upload;
import de.krisenaustausch.document.service.Inspector.Finding;
import de.krisenaustausch.shared.BusinessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule for files that come in, on files that the test makes itself. */
class ContentInspectorTest {

    private final ContentInspector inspector = new ContentInspector();

    @TempDir
    private Path folder;

    @Test
    void takesWhatOfficesWrite() {
        assertThat(inspect("Satzung.pdf", Samples.PDF)).isEqualTo(new Finding("application/pdf", "PDF", null));
        assertThat(inspect("Brief.docx", docx()).kind()).isEqualTo("Word");
        assertThat(inspect("Vorlage.dotx", docx()).kind()).isEqualTo("Word");
        assertThat(inspect("Liste.xlsx", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "")).kind()).isEqualTo("Excel");
        assertThat(inspect("Folien.pptx", zip("[Content_Types].xml", "<Types/>", "ppt/presentation.xml", "")).kind()).isEqualTo("PowerPoint");
        assertThat(inspect("Brief.odt", odt()).mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(inspect("Alt.doc", ole("WordDocument")).kind()).isEqualTo("Word");
        assertThat(inspect("Alt.xls", ole("Workbook")).kind()).isEqualTo("Excel");
        assertThat(inspect("Alt.ppt", ole("PowerPoint Document", "Current User")).kind()).isEqualTo("PowerPoint");
        assertThat(inspect("Brief.rtf", text("{\\rtf1\\ansi Hallo}")).kind()).isEqualTo("RTF");
    }

    @Test
    void takesTextsByTheirExtension() {
        assertThat(inspect("Notiz.txt", text("Übergabe um 8 Uhr")).mediaType()).isEqualTo("text/plain");
        assertThat(inspect("Notiz.txt", new byte[] {(byte) 0xDC, 'b', 'e', 'r'}).kind()).isEqualTo("Text");
        assertThat(inspect("README.MD", text("# Titel\n\n<br> geht auch")).mediaType()).isEqualTo("text/markdown");
        assertThat(inspect("Werte.csv", text("a;b\n1;2\n")).mediaType()).isEqualTo("text/csv");
        assertThat(inspect("Seite.html", text("<!DOCTYPE html><html><script>alert(1)</script></html>")).kind()).isEqualTo("Webseite");
        assertThat(inspect("Rechnung.xml", text("<?xml version='1.0'?><Invoice/>")).kind()).isEqualTo("XML");
    }

    @Test
    void takesMail() {
        assertThat(inspect("Anfrage.eml", text("Received: from x\r\nFrom: a@example.org\r\nSubject: Stundung\r\n\r\nGuten Tag")).kind()).isEqualTo("E-Mail");
        assertThat(inspect("Anfrage.msg", ole("__properties_version1.0", "__substg1.0_0037001F")).mediaType()).isEqualTo("application/vnd.ms-outlook");
    }

    @Test
    void takesPicturesAndArchives() {
        assertThat(inspect("Plan.png", Samples.PNG).kind()).isEqualTo("Bild");
        assertThat(inspect("Alles.zip", zip("Muster/Brief.docx", "", "Muster/Liste.xlsx", "")).kind()).isEqualTo("Archiv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.exe", "Brief.pdf.exe", "makro.vbs", "start.BAT", "rechnung.js", "werkzeug.jar", "link.lnk", "skript.sh"})
    void refusesProgramsByExtension(String name) {
        assertThat(refusal(name, Samples.PDF)).isEqualTo("upload.rule.program");
    }

    @Test
    void refusesProgramsByContent() {
        assertThat(refusal("Satzung.pdf", Samples.PROGRAM)).isEqualTo("upload.rule.program");
        assertThat(refusal("Satzung.pdf", Samples.ELF)).isEqualTo("upload.rule.program");
        assertThat(refusal("Notiz.txt", text("#!/bin/sh\nrm -rf /\n"))).isEqualTo("upload.rule.program");
        assertThat(refusal("Notiz.txt", text("<?php phpinfo();"))).isEqualTo("upload.rule.program");
        assertThat(refusal("Muster.zip", zip("META-INF/MANIFEST.MF", "Main-Class: a.B\n"))).isEqualTo("upload.rule.program");
    }

    @Test
    void refusesProgramsBehindADoubleExtension() {
        assertThat(refusal("Rechnung.exe.pdf", Samples.PDF)).isEqualTo("upload.rule.hidden");
        assertThat(inspect("Nr. 1.2.2020 an info@stadt.com.pdf", Samples.PDF).kind()).isEqualTo("PDF");
    }

    @Test
    void refusesProgramsInArchives() {
        BusinessException refused = refused("Muster.zip", zip("Brief.docx", "", "tief/drin/Setup.EXE", ""));

        assertThat(refused.getMessageKey()).isEqualTo("upload.rule.packed");
        assertThat(refused.getParameters()).containsExactly("Muster.zip", "Setup.EXE");
    }

    @Test
    void refusesWhatIsNotOnTheList() {
        assertThat(refusal("daten.7z", text("7z"))).isEqualTo("upload.rule.kind");
        assertThat(refusal("daten.gz", text("gz"))).isEqualTo("upload.rule.kind");
        assertThat(refusal("Wappen.svg", text("<svg xmlns='http://www.w3.org/2000/svg'/>"))).isEqualTo("upload.rule.svg");
        assertThat(refusal("Satzung", Samples.PDF)).isEqualTo("upload.rule.noExtension");
    }

    @Test
    void refusesContentThatTheExtensionDenies() {
        BusinessException refused = refused("Satzung.docx", Samples.PDF);

        assertThat(refused.getMessageKey()).isEqualTo("upload.rule.disguised");
        assertThat(refused.getParameters()).containsExactly("Satzung.docx", "docx", "PDF");
        assertThat(refused("Satzung.pdf", docx()).getParameters()).contains("Word");
        assertThat(refused("Satzung.pdf", text("Nur Text")).getParameters()).contains("Text");
        assertThat(refused("Notiz.txt", Samples.PDF).getParameters()).contains("PDF");
        assertThat(refused("Notiz.txt", text("<html><body>x</body></html>")).getParameters()).contains("Webseite");
        assertThat(refused("Daten.xml", text("<?xml version='1.0'?><!-- x --><svg onload='x()'/>")).getParameters()).contains("SVG");
        assertThat(refused("Foto.jpg", Samples.PNG).getParameters()).contains("Bild");
        assertThat(refused("Muster.zip", docx()).getParameters()).contains("Word");
        assertThat(refused("Brief.odt", docx()).getParameters()).contains("Word");
        assertThat(refused("Alt.xls", ole("WordDocument")).getParameters()).contains("Word");
        assertThat(refused("Notiz.txt", text("{\\rtf1 x}")).getParameters()).contains("RTF");
        assertThat(refusal("Satzung.pdf", new byte[] {0, 1, 2, 3, 4, 5, 6, 7})).isEqualTo("upload.rule.notIt");
    }

    @Test
    void refusesTwoFormatsInOneFile() {
        assertThat(refusal("Foto.png", join(Samples.PNG, zip("Brief.docx", "")))).isEqualTo("upload.rule.twofold");
        assertThat(refusal("Satzung.pdf", join(Samples.PDF, zip("Brief.docx", "")))).isEqualTo("upload.rule.twofold");
        assertThat(refusal("Satzung.pdf", join(text("<html><script>x()</script>"), Samples.PDF))).isEqualTo("upload.rule.twofold");
        assertThat(refusal("Muster.zip", join(Samples.PROGRAM, zip("Brief.docx", "")))).isEqualTo("upload.rule.program");
    }

    @Test
    void refusesMacrosAndSaysUnderWhichFormatToSave() {
        BusinessException refused = refused("Liste.xlsm", zip("[Content_Types].xml", "", "xl/workbook.xml", ""));

        assertThat(refused.getMessageKey()).isEqualTo("upload.rule.macros");
        assertThat(refused.getParameters()).containsExactly("Liste.xlsm", "xlsx");
        assertThat(refused("Brief.docx", zip("[Content_Types].xml", "", "word/document.xml", "", "word/vbaProject.bin", "")).getParameters()).contains("docx");
        assertThat(refused("Brief.docx", zip("[Content_Types].xml", "<Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>", "word/document.xml", ""))
            .getMessageKey()).isEqualTo("upload.rule.macros");
        assertThat(refused("Alt.doc", ole("WordDocument", "Macros")).getParameters()).contains("docx");
        assertThat(refused("Alt.xls", ole("Workbook", "_VBA_PROJECT_CUR")).getParameters()).contains("xlsx");
        assertThat(refused("Alt.ppt", ole(Map.of("PowerPoint Document", Samples.bytes(0x1F, 0, 0xFF, 3, 0x14, 0, 0, 0, 2, 0, 0, 4, 0x0C, 0, 0, 0)))).getParameters()).contains("pptx");
        assertThat(refused("Brief.odt", odt("Basic/Standard/Module1.xml", "")).getParameters()).contains("odt");
        assertThat(refused("Brief.odt", odt("Scripts/python/x.py", "")).getParameters()).contains("odt");
        assertThat(inspect("Brief.odt", odt("Basic/script-lc.xml", "", "Basic/Standard/script-lb.xml", "")).kind()).isEqualTo("OpenDocument Text");
    }

    @ParameterizedTest
    @CsvSource({"docm,docx", "dotm,docx", "xlsb,xlsx", "xltm,xlsx", "xlam,xlsx", "pptm,pptx", "ppsm,pptx", "potm,pptx", "ppam,pptx", "vsdm,vsdx"})
    void knowsEveryMacroFormat(String extension, String without) {
        assertThat(AcceptedFormat.withoutMacros(extension)).contains(without);
    }

    @Test
    void takesEncryptedFilesWithAWarning() {
        assertThat(inspect("Geheim.docx", ole("EncryptionInfo", "EncryptedPackage"))).isEqualTo(
            new Finding("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", "upload.warning.encrypted"));
        assertThat(inspect("Geheim.odt", odt("META-INF/manifest.xml", "<manifest:encryption-data/>")).warning()).isEqualTo("upload.warning.encrypted");
        assertThat(inspect("Geheim.zip", Samples.encrypted(zip("a.txt", "x"))).warning()).isEqualTo("upload.warning.encrypted");
        assertThat(inspect("Geheim.doc", ole(Map.of("WordDocument", Samples.bytes(0xEC, 0xA5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))).warning()).isEqualTo("upload.warning.encrypted");
        assertThat(inspect("Geheim.xls", ole(Map.of("Workbook", Samples.bytes(9, 8, 2, 0, 0, 6, 0x2F, 0, 4, 0)))).warning()).isEqualTo("upload.warning.encrypted");
        assertThat(inspect("Geheim.pdf", Samples.ENCRYPTED_PDF).warning()).isEqualTo("upload.warning.protected");
        assertThat(refusal("Geheim.pdf", ole("EncryptionInfo", "EncryptedPackage"))).isEqualTo("upload.rule.disguised");
    }

    @Test
    void refusesContainersThatCannotBeLookedInto() {
        assertThat(refusal("Brief.docx", Arrays.copyOf(docx(), 40))).isEqualTo("upload.rule.broken");
        assertThat(refusal("Alt.doc", Arrays.copyOf(ole("WordDocument"), 600))).isEqualTo("upload.rule.broken");
        byte[] lies = zip("a.txt", "x");
        lies[lies.length - 12] = 9;
        assertThat(refusal("Muster.zip", lies)).isEqualTo("upload.rule.broken");
    }

    @Test
    void refusesArchivesThatAreTooFullToLookThrough() {
        String[] entries = new String[2 * (ZipContents.MAX_ENTRIES + 1)];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".txt";
            entries[i + 1] = "";
        }
        assertThat(refusal("Viele.zip", zip(entries))).isEqualTo("upload.rule.crowded");
    }

    @Test
    void doesNotLoopInChainsThatBiteTheirTail() {
        byte[] loop = ole("WordDocument", "Macros", "a", "b", "c");
        loop[512 + 4] = 1;
        loop[512 + 5] = 0;
        assertThat(refusal("Alt.doc", loop)).isEqualTo("upload.rule.macros");
    }

    @ParameterizedTest
    @EnumSource(AcceptedFormat.class)
    void whatItSaysFitsIntoTheRow(AcceptedFormat format) {
        assertThat(format.kind()).hasSizeLessThanOrEqualTo(DocumentVersion.KIND_LENGTH);
        assertThat(format.mediaType()).hasSizeLessThanOrEqualTo(DocumentVersion.MEDIA_TYPE_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload.warning.encrypted", "upload.warning.protected"})
    void warningsFitIntoTheRow(String key) {
        assertThat(key).hasSizeLessThanOrEqualTo(Upload.WARNING_LENGTH);
    }

    private Finding inspect(String name, byte[] content) {
        return inspector.inspect(file(content), name);
    }

    private String refusal(String name, byte[] content) {
        return refused(name, content).getMessageKey();
    }

    private BusinessException refused(String name, byte[] content) {
        BusinessException refused = catchThrowableOfType(BusinessException.class, () -> inspect(name, content));
        assertThat(refused).as(name).isNotNull();
        return refused;
    }

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("file"), content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
