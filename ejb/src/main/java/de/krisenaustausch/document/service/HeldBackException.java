package de.krisenaustausch.document.service;

import de.krisenaustausch.document.CheckState;
import de.krisenaustausch.shared.BusinessException;
import java.util.Locale;

/** The reader may see the document, but its file does not leave the portal: it is being checked, or was found infected. */
public class HeldBackException extends BusinessException {

    public HeldBackException(CheckState state) {
        super("document.heldBack." + state.name().toLowerCase(Locale.ROOT));
    }
}
