package de.krisenaustausch.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads everything but PDF through Tika: office files, mail, web pages, texts, archives and what lies in them. */
final class OtherText {

    /** How deep files in files are read: an attachment, a document in it, and what is in that. */
    private static final int MAX_DEPTH = 3;
    /** How many files in one file are read. */
    private static final int MAX_EMBEDDED = 500;
    /** Whose content can't be mistaken for anything else any more; the portal has looked. */
    private static final Map<String, String> AS_TYPE = Map.of("text/plain", "text/plain", "text/markdown", "text/plain", "text/calendar", "text/plain",
        "text/csv", "text/csv", "text/html", "text/html", "message/rfc822", "message/rfc822", "application/xml", "application/xml");
    private static final Set<String> BOMB = Set.of("zip bomb", "Zip bomb", "suspected", "Tried to allocate", "MAX_");

    private final Parser parser = new AutoDetectParser();

    /** @throws UnreadableException when it is damaged, behind a password or beyond the limits; what was read before stays */
    State read(Path file, String mediaType, Passages passages) throws UnreadableException {
        Metadata metadata = new Metadata();
        if (AS_TYPE.containsKey(mediaType)) {
            metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, AS_TYPE.get(mediaType));
        }
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        context.set(EmbeddedDocumentExtractor.class, new Limited(context));
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, new TextHandler(passages), metadata, context);
        } catch (ZeroByteFileException empty) {
            return State.NO_TEXT;
        } catch (EncryptedDocumentException locked) {
            throw new UnreadableException(State.PASSWORD, locked);
        } catch (IOException | SAXException | TikaException | RuntimeException failed) {
            if (failed instanceof Passages.EnoughException enough) {
                throw enough;
            }
            throw new UnreadableException(state(failed), failed);
        }
        // names of files are not locked away with them, but who packs them means their content
        if ("application/zip".equals(mediaType) && isLocked(metadata)) {
            return State.PASSWORD;
        }
        return passages.letters() == 0 ? State.NO_TEXT : State.SEARCHABLE;
    }

    private static boolean isLocked(Metadata metadata) {
        return Arrays.stream(metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM)).anyMatch(trace -> trace.contains("ncrypt"));
    }

    private static State state(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Passages.EnoughException enough) {
                throw enough;
            }
            if (cause instanceof EncryptedDocumentException || cause instanceof org.apache.poi.EncryptedDocumentException
                    || cause.getClass().getSimpleName().equals("UnsupportedZipFeatureException") && String.valueOf(cause.getMessage()).contains("encryption")) {
                return State.PASSWORD;
            }
            String message = String.valueOf(cause.getMessage());
            if (BOMB.stream().anyMatch(message::contains)) {
                return State.GIVEN_UP;
            }
        }
        return State.DAMAGED;
    }

    /** Reads files in files only so deep, and only so many. */
    private static final class Limited extends ParsingEmbeddedDocumentExtractor {

        private int depth;
        private int count;

        Limited(ParseContext context) {
            super(context);
            setWriteFileNameToContent(true);
        }

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return depth < MAX_DEPTH && count < MAX_EMBEDDED;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) throws SAXException, IOException {
            depth++;
            count++;
            try {
                super.parseEmbedded(stream, handler, metadata, outputHtml);
            } finally {
                depth--;
            }
        }
    }
}
