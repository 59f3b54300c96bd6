package de.krisenaustausch.document.service.inspection;

import java.util.List;

/**
 * What a file is by its content.
 *
 * @param format the accepted format, or null
 * @param label what people call it; for accepted ones the format's kind
 * @param traits what else was seen
 * @param packed names of the files in it, when it is an archive
 */
record Content(AcceptedFormat format, String label, List<Trait> traits, List<String> packed) {

    /** What matters to the rules beside the format. */
    enum Trait {
        /** Machines or shells run it. */
        PROGRAM,
        /** Text of any kind: the extension says of which. */
        TEXT,
        /** An office file with macros. */
        MACROS,
        /** Can't be opened without a password. */
        ENCRYPTED,
        /** Perhaps can't: a PDF with restrictions. */
        PROTECTED,
        /** An office file of 2007 and later behind a password: only its extension tells which. */
        SEALED_OFFICE,
        /** Its table of contents can't be read. */
        BROKEN,
        /** Its table of contents is too long to be looked through. */
        CROWDED,
        /** Two formats in one file. */
        TWOFOLD
    }

    static Content of(AcceptedFormat format, List<Trait> traits) {
        return new Content(format, format.kind(), traits, List.of());
    }

    static Content unknown(String label, Trait... traits) {
        return new Content(null, label, List.of(traits), List.of());
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
