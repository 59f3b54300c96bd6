package de.krisenaustausch.document.service.inspection;

import de.krisenaustausch.document.service.inspection.Content.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Recognises a file by its content: marks at the beginning by Tika, containers by their table of contents, never by
 * unpacking. It reads at most some hundred kilobytes of a file, whatever its size.
 */
final class ContentDetector {

    private static final int HEAD = 64 * 1024;
    /** Tika tries hundreds of marks, some at every position: more than this would cost milliseconds a file. */
    private static final int MARKS = 4 * 1024;
    private static final int TAIL = 16 * 1024;
    /** Content types and manifests of office files stay far below. */
    private static final int MANIFEST = 256 * 1024;
    private static final int PDF_MARK_WITHIN = 1024;
    private static final Pattern PROGRAM = Pattern.compile(
        "application/(x-(msdownload|dosexec|executable|elf|sharedlib|object|coredump|mach-o.*|sh|bat|ms-shortcut|ms-installer|msi|wasm|java.*|python.*)"
        + "|java-(vm|archive)|wasm|vnd\\.microsoft\\.portable-executable|vnd\\.android\\.package-archive).*|text/x-(python|perl|ruby|php|sh|bat|vbscript|vbscript.*)");
    private static final Pattern SCRIPT = Pattern.compile("\\A\\s*(#!\\s*/|<\\?php|<%@|@echo off)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML = Pattern.compile("<(!doctype\\s+html|html|head|body|title|meta|div|p|h[1-6]|table|ul|span)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_PAGE = Pattern.compile("\\A\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*)*<(!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SVG = Pattern.compile("\\A\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*|<!doctype[^>]*>\\s*)*<svg\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("\\A\\s*<[?!\\p{L}_]");
    private static final Pattern MAIL = Pattern.compile("^(From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-[\\w-]+):",
        Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern MACROS_IN_ODF = Pattern.compile("(Basic/(?!script-l[cb]\\.xml$)(?!.*/(script|dialog)-lb\\.xml$).+\\.xml|Scripts/.+[^/])");
    private static final Map<String, String> LABELS = Map.of("application/x-7z-compressed", "7-Zip-Archiv", "application/x-rar-compressed", "RAR-Archiv",
        "application/gzip", "Gzip-Archiv", "application/x-tar", "TAR-Archiv", "image/svg+xml", "SVG", "application/postscript", "PostScript");

    private final MimeTypes marks = MimeTypes.getDefaultMimeTypes();

    /** @throws IOException when the file can't be read */
    Content look(FileChannel file) throws IOException {
        byte[] head = read(file, 0, HEAD);
        if (startsWith(head, "PK\3\4") || startsWith(head, "PK\5\6")) {
            return lookIntoZip(file);
        }
        if (OleContents.isMark(head, head.length)) {
            return lookIntoOle(file);
        }
        Content content = lookAtBeginning(head, file);
        // behind a picture or a text there may be an archive, which other programs would open
        return ZipContents.endsAsArchive(file) && !content.is(Trait.PROGRAM) ? Content.unknown(content.label(), Trait.TWOFOLD) : content;
    }

    private Content lookAtBeginning(byte[] head, FileChannel file) throws IOException {
        if (startsWith(head, "%PDF-")) {
            return pdf(head, file);
        }
        String type = marks.detect(new ByteArrayInputStream(head, 0, Math.min(head.length, MARKS)), new Metadata()).getBaseType().toString();
        String text = text(head);
        if (PROGRAM.matcher(type).matches() || startsWith(head, "MZ") && text == null || text != null && SCRIPT.matcher(text).find()) {
            return Content.unknown("Programm", Trait.PROGRAM);
        }
        int pdf = pdfMark(head);
        if (pdf >= 0) {
            return pdf == 0 ? pdf(head, file) : Content.unknown(label(type), Trait.TWOFOLD);
        }
        var marked = AcceptedFormat.ofMark(type);
        if (marked.isPresent()) {
            return Content.of(marked.get(), List.of());
        }
        return text == null ? Content.unknown(label(type)) : Content.unknown(label(type, text), Trait.TEXT);
    }

    private static String label(String type, String text) {
        return SVG.matcher(text).find() ? "SVG" : HTML_PAGE.matcher(text).find() ? AcceptedFormat.HTML.kind() : label(type.startsWith("text/") ? "Text" : type);
    }

    private static String label(String type) {
        return MediaType.OCTET_STREAM.toString().equals(type) ? "?" : LABELS.getOrDefault(type, type);
    }

    /** @return whether readable text can be of this format */
    static boolean textFits(AcceptedFormat format, FileChannel file) throws IOException {
        String text = text(read(file, 0, HEAD));
        if (text == null) {
            return false;
        }
        boolean svg = SVG.matcher(text).find();
        return switch (format) {
            case TXT, CSV -> !svg && !HTML_PAGE.matcher(text).find();
            case MD -> !svg;
            case HTML -> HTML.matcher(text).find() && !svg;
            case XML -> XML.matcher(text).find() && !svg && !HTML_PAGE.matcher(text).find();
            case ICS -> text.stripLeading().toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR");
            case EML -> MAIL.matcher(text).find() && !HTML_PAGE.matcher(text).find();
            default -> false;
        };
    }

    private static Content pdf(byte[] head, FileChannel file) throws IOException {
        byte[] tail = read(file, Math.max(0, file.size() - TAIL), TAIL);
        boolean locked = contains(head, "/Encrypt") || contains(tail, "/Encrypt");
        return Content.of(AcceptedFormat.PDF, locked ? List.of(Trait.PROTECTED) : List.of());
    }

    /** @return 0 when it begins as a PDF, after blanks at most; how far in when something else is before it; -1 when it is none */
    private static int pdfMark(byte[] head) {
        String beginning = new String(head, 0, Math.min(head.length, PDF_MARK_WITHIN), StandardCharsets.ISO_8859_1);
        int at = beginning.indexOf("%PDF-");
        if (at < 0) {
            return -1;
        }
        return beginning.substring(0, at).replace("ï»¿", "").isBlank() ? 0 : at;
    }

    private static Content lookIntoZip(FileChannel file) throws IOException {
        ZipContents zip;
        try {
            zip = ZipContents.of(file);
        } catch (ZipContents.CrowdedException crowded) {
            return Content.of(AcceptedFormat.ZIP, List.of(Trait.CROWDED));
        } catch (ZipException broken) {
            return Content.of(AcceptedFormat.ZIP, List.of(Trait.BROKEN));
        }
        if (zip.has("[Content_Types].xml")) {
            return officeOpenXml(zip);
        }
        if (zip.has("mimetype")) {
            String type = zip.text("mimetype", 200).orElse("").strip().replaceFirst("-template$", "");
            for (AcceptedFormat format : List.of(AcceptedFormat.ODT, AcceptedFormat.ODS, AcceptedFormat.ODP, AcceptedFormat.ODG)) {
                if (format.mediaType().equals(type)) {
                    return openDocument(format, zip);
                }
            }
        }
        if (zip.has("AndroidManifest.xml") || zip.has("META-INF/MANIFEST.MF")) {
            return Content.unknown("Programm", Trait.PROGRAM);
        }
        boolean encrypted = zip.entries().stream().anyMatch(ZipContents.Entry::encrypted);
        return new Content(AcceptedFormat.ZIP, AcceptedFormat.ZIP.kind(), encrypted ? List.of(Trait.ENCRYPTED) : List.of(),
            zip.entries().stream().map(ZipContents.Entry::name).toList());
    }

    private static Content officeOpenXml(ZipContents zip) throws IOException {
        String types = zip.text("[Content_Types].xml", MANIFEST).orElse("");
        boolean macros = types.toLowerCase(Locale.ROOT).contains("macroenabled") || zip.entries().stream().map(entry -> entry.name().toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"));
        AcceptedFormat format = begins(zip, "word/") ? AcceptedFormat.DOCX : begins(zip, "xl/") ? AcceptedFormat.XLSX
            : begins(zip, "ppt/") ? AcceptedFormat.PPTX : begins(zip, "visio/") ? AcceptedFormat.VSDX : null;
        if (format == null) {
            return Content.unknown("Open Packaging");
        }
        return Content.of(format, macros ? List.of(Trait.MACROS) : List.of());
    }

    private static boolean begins(ZipContents zip, String folder) {
        return zip.entries().stream().anyMatch(entry -> entry.name().startsWith(folder));
    }

    private static Content openDocument(AcceptedFormat format, ZipContents zip) throws IOException {
        List<Trait> traits = new ArrayList<>();
        if (zip.entries().stream().anyMatch(entry -> MACROS_IN_ODF.matcher(entry.name()).matches())) {
            traits.add(Trait.MACROS);
        }
        if (zip.has("encrypted-package") || zip.text("META-INF/manifest.xml", MANIFEST).orElse("").contains("encryption-data")) {
            traits.add(Trait.ENCRYPTED);
        }
        return Content.of(format, traits);
    }

    private static Content lookIntoOle(FileChannel file) throws IOException {
        OleContents ole;
        try {
            ole = OleContents.of(file);
        } catch (OleContents.BrokenException broken) {
            return Content.unknown("OLE", Trait.BROKEN);
        }
        if (ole.has("EncryptedPackage")) {
            return Content.unknown("Office", Trait.ENCRYPTED, Trait.SEALED_OFFICE);
        }
        if (ole.has("__properties_version1.0")) {
            return Content.of(AcceptedFormat.MSG, List.of());
        }
        AcceptedFormat format = ole.has("WordDocument") ? AcceptedFormat.DOC : ole.hasAny("Workbook", "Book") ? AcceptedFormat.XLS
            : ole.has("PowerPoint Document") ? AcceptedFormat.PPT : ole.has("VisioDocument") ? AcceptedFormat.VSD : null;
        if (format == null) {
            return Content.unknown("OLE");
        }
        List<Trait> traits = new ArrayList<>();
        if (ole.hasAny("Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT") || format == AcceptedFormat.PPT && PowerPointMacros.in(file)) {
            traits.add(Trait.MACROS);
        }
        if (isEncrypted(format, ole)) {
            traits.add(Trait.ENCRYPTED);
        }
        return Content.of(format, traits);
    }

    private static boolean isEncrypted(AcceptedFormat format, OleContents ole) throws IOException {
        return switch (format) {
            // [MS-DOC] FibBase: bit 8 of the flags at offset 10
            case DOC -> ole.beginning("WordDocument").map(fib -> (fib.getShort(10) & 0x0100) != 0).orElse(false);
            case XLS -> ole.beginning("Workbook").map(ContentDetector::hasFilePass).orElse(false);
            case PPT -> ole.has("EncryptedSummary");
            default -> false;
        };
    }

    /** [MS-XLS] FilePass stands among the first records of a workbook that is encrypted. */
    private static boolean hasFilePass(ByteBuffer records) {
        int at = 0;
        for (int i = 0; i < 8 && at + 4 <= records.limit(); i++) {
            int type = Short.toUnsignedInt(records.getShort(at));
            if (type == 0x002F) {
                return true;
            }
            at += 4 + Short.toUnsignedInt(records.getShort(at + 2));
        }
        return false;
    }

    /** @return the bytes as text, or null when no text has such bytes */
    private static String text(byte[] head) {
        if (head.length >= 2 && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)) {
            return decode(head, StandardCharsets.UTF_16);
        }
        for (byte b : head) {
            if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 27) {
                return null;
            }
        }
        String utf8 = decode(head, StandardCharsets.UTF_8);
        return (utf8 == null ? new String(head, StandardCharsets.ISO_8859_1) : utf8).replaceFirst("^\uFEFF", "");
    }

    private static String decode(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        try {
            // the last character may be cut off, which is no error before the end is announced
            var result = decoder.decode(ByteBuffer.wrap(head), text, false);
            if (result.isError()) {
                result.throwException();
            }
            return text.flip().toString();
        } catch (CharacterCodingException otherEncoding) {
            return null;
        }
    }

    private static boolean startsWith(byte[] head, String mark) {
        return new String(head, 0, Math.min(head.length, mark.length()), StandardCharsets.ISO_8859_1).equals(mark);
    }

    private static boolean contains(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
    }

    private static byte[] read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, file.size() - at));
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            continue;
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }
}
