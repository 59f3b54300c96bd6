package de.krisenaustausch.document.service.inspection;

import de.krisenaustausch.document.FileName;
import de.krisenaustausch.document.service.Inspector;
import de.krisenaustausch.document.service.inspection.Content.Trait;
import de.krisenaustausch.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The rules for files that come in, one sentence each to the sender:
 * <ol>
 * <li>a name has an extension, and it is on the allow-list ({@link AcceptedFormat}); SVG is not, since it may hold scripts;
 * <li>programs and scripts are refused, by extension and by content, also packed in a ZIP and behind a double extension;
 * <li>office files with macros are refused, with the advice under which format to save them;
 * <li>content must be what the extension says, and only that;
 * <li>a container whose table of contents can't be read is refused, since nobody could say what is in it;
 * <li>encrypted files are taken, with a warning that they can't be searched.
 * </ol>
 * Web pages, XML and PDFs with scripts are taken: they leave the portal as attachments only. What unpacking would
 * bring to light is left to the malware check and the extractor.
 */
@ApplicationScoped
public class ContentInspector implements Inspector {

    private static final String ENCRYPTED = "upload.warning.encrypted";
    private static final String PROTECTED = "upload.warning.protected";

    private final ContentDetector detector = new ContentDetector();

    @Override
    public Finding inspect(Path file, String name) {
        AcceptedFormat named = byName(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Content content = detector.look(channel);
            requireHarmless(content, name);
            requireSame(named, content, channel, name);
            requireNoMacros(named, content, name);
            return new Finding(named.mediaType(), named.kind(), warning(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AcceptedFormat byName(String name) {
        String extension = FileName.extension(name);
        if (extension.isEmpty()) {
            throw new BusinessException("upload.rule.noExtension", name);
        }
        if (Programs.isExtension(extension)) {
            throw new BusinessException("upload.rule.program", name);
        }
        Optional<String> hidden = Programs.hiddenExtension(name);
        if (hidden.isPresent()) {
            throw new BusinessException("upload.rule.hidden", name, hidden.get());
        }
        if ("svg".equals(extension) || "svgz".equals(extension)) {
            throw new BusinessException("upload.rule.svg", name);
        }
        Optional<String> macroFree = AcceptedFormat.withoutMacros(extension);
        if (macroFree.isPresent()) {
            throw new BusinessException("upload.rule.macros", name, macroFree.get());
        }
        return AcceptedFormat.ofExtension(extension).orElseThrow(() -> new BusinessException("upload.rule.kind", name, extension));
    }

    private static void requireHarmless(Content content, String name) {
        if (content.is(Trait.PROGRAM)) {
            throw new BusinessException("upload.rule.program", name);
        }
        if (content.is(Trait.TWOFOLD)) {
            throw new BusinessException("upload.rule.twofold", name);
        }
        if (content.is(Trait.CROWDED)) {
            throw new BusinessException("upload.rule.crowded", name, ZipContents.MAX_ENTRIES);
        }
        if (content.is(Trait.BROKEN)) {
            throw new BusinessException("upload.rule.broken", name);
        }
        Optional<String> packed = Programs.among(content.packed());
        if (packed.isPresent()) {
            throw new BusinessException("upload.rule.packed", name, packed.get());
        }
    }

    private static void requireSame(AcceptedFormat named, Content content, FileChannel channel, String name) throws IOException {
        boolean same = content.format() == named
            || content.is(Trait.SEALED_OFFICE) && List.of(AcceptedFormat.DOCX, AcceptedFormat.XLSX, AcceptedFormat.PPTX).contains(named)
            || content.is(Trait.TEXT) && named.isText() && ContentDetector.textFits(named, channel);
        if (!same) {
            throw new BusinessException("?".equals(content.label()) ? "upload.rule.notIt" : "upload.rule.disguised", name, FileName.extension(name), content.label());
        }
    }

    private static void requireNoMacros(AcceptedFormat named, Content content, String name) {
        if (content.is(Trait.MACROS)) {
            throw new BusinessException("upload.rule.macros", name, named.macroFreeExtension());
        }
    }

    private static String warning(Content content) {
        return content.is(Trait.ENCRYPTED) ? ENCRYPTED : content.is(Trait.PROTECTED) ? PROTECTED : null;
    }
}
