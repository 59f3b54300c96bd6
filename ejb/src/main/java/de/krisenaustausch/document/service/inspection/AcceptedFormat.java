package de.krisenaustausch.document.service.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The allow-list: what is not here is not taken. Formats are told apart by content; {@code found} are the media types
 * by which Tika recognises those that have a mark at their beginning. Containers and texts are looked at more closely.
 */
enum AcceptedFormat {
    PDF("PDF", "application/pdf", Found.by("application/pdf"), "pdf"),

    DOCX("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Found.inZip(), "docx", "dotx"),
    XLSX("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Found.inZip(), "xlsx", "xltx"),
    PPTX("PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Found.inZip(), "pptx", "ppsx", "potx"),
    VSDX("Visio", "application/vnd.ms-visio.drawing", Found.inZip(), "vsdx"),
    DOC("Word", "application/msword", Found.inOle(), "doc", "dot"),
    XLS("Excel", "application/vnd.ms-excel", Found.inOle(), "xls", "xlt"),
    PPT("PowerPoint", "application/vnd.ms-powerpoint", Found.inOle(), "ppt", "pps"),
    VSD("Visio", "application/vnd.visio", Found.inOle(), "vsd"),
    ODT("OpenDocument Text", "application/vnd.oasis.opendocument.text", Found.inZip(), "odt", "ott"),
    ODS("OpenDocument Tabelle", "application/vnd.oasis.opendocument.spreadsheet", Found.inZip(), "ods", "ots"),
    ODP("OpenDocument Folien", "application/vnd.oasis.opendocument.presentation", Found.inZip(), "odp", "otp"),
    ODG("OpenDocument Bild", "application/vnd.oasis.opendocument.graphics", Found.inZip(), "odg", "otg"),
    RTF("RTF", "application/rtf", Found.by("application/rtf"), "rtf"),

    TXT("Text", "text/plain", Found.asText(), "txt"),
    MD("Markdown", "text/markdown", Found.asText(), "md", "markdown"),
    CSV("CSV", "text/csv", Found.asText(), "csv", "tsv"),
    HTML("Webseite", "text/html", Found.asText(), "html", "htm", "xhtml"),
    XML("XML", "application/xml", Found.asText(), "xml", "bpmn"),
    ICS("Termin", "text/calendar", Found.asText(), "ics"),

    EML("E-Mail", "message/rfc822", Found.asText(), "eml"),
    MSG("E-Mail", "application/vnd.ms-outlook", Found.inOle(), "msg"),

    PNG("Bild", "image/png", Found.by("image/png"), "png"),
    JPEG("Bild", "image/jpeg", Found.by("image/jpeg"), "jpg", "jpeg"),
    TIFF("Bild", "image/tiff", Found.by("image/tiff"), "tif", "tiff"),
    GIF("Bild", "image/gif", Found.by("image/gif"), "gif"),
    WEBP("Bild", "image/webp", Found.by("image/webp"), "webp"),

    MP4("Video", "video/mp4", Found.by("video/mp4", "application/mp4", "video/x-m4v", "video/quicktime"), "mp4", "m4v"),
    MP3("Ton", "audio/mpeg", Found.by("audio/mpeg"), "mp3"),

    ZIP("Archiv", "application/zip", Found.inZip(), "zip");

    /** Extensions of office files with macros, and what they are called without. */
    private static final List<String> MACRO_EXTENSIONS = List.of("docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "ppsm", "potm", "ppam", "vsdm");

    private final String kind;
    private final String mediaType;
    private final Found found;
    private final List<String> extensions;

    AcceptedFormat(String kind, String mediaType, Found found, String... extensions) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.found = found;
        this.extensions = List.of(extensions);
    }

    /** How a format is recognised. */
    private record Found(boolean text, Set<String> types) {

        static Found by(String... types) {
            return new Found(false, Set.of(types));
        }

        static Found inZip() {
            return new Found(false, Set.of());
        }

        static Found inOle() {
            return new Found(false, Set.of());
        }

        static Found asText() {
            return new Found(true, Set.of());
        }
    }

    static Optional<AcceptedFormat> ofExtension(String extension) {
        return Arrays.stream(values()).filter(format -> format.extensions.contains(extension)).findFirst();
    }

    /** @param type as Tika says it @return the format that such a mark at the beginning means */
    static Optional<AcceptedFormat> ofMark(String type) {
        return Arrays.stream(values()).filter(format -> format.found.types().contains(type)).findFirst();
    }

    /** @return the extension to save under when a file with this one may hold macros only because of its format */
    static Optional<String> withoutMacros(String extension) {
        return MACRO_EXTENSIONS.contains(extension)
            ? ofExtension(extension.substring(0, extension.length() - 1) + "x").or(() -> ofExtension(extension.substring(0, 2) + "sx")).map(AcceptedFormat::extension)
            : Optional.empty();
    }

    /** @return where to save a file of this format so that macros stay behind */
    String macroFreeExtension() {
        return switch (this) {
            case DOC -> "docx";
            case XLS -> "xlsx";
            case PPT -> "pptx";
            case VSD -> "vsdx";
            default -> extension();
        };
    }

    /** @return the usual extension */
    String extension() {
        return extensions.get(0);
    }

    /** @return short name for people */
    String kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    /** @return whether any readable text may be it, so that the extension decides */
    boolean isText() {
        return found.text();
    }
}
