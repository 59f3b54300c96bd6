package de.krisenaustausch.member;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import java.util.regex.Pattern;

/**
 * What may stand in a Vorname or Name. Her account at Keycloak carries the same name, so that what it refuses has to be refused
 * where it is typed: later there is nobody to mend it.
 */
public final class NameRule {

    /** As Keycloak's validator {@code person-name-prohibited-characters}. */
    private static final Pattern REFUSED = Pattern.compile("[<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()]");

    private NameRule() {
    }

    /**
     * @param field name for the message, as in the bundles
     * @return the name on one line
     * @throws BusinessException when it is blank, longer than {@link Member#NAME_LENGTH} characters or holds what no name has
     */
    public static String required(String value, String field) {
        return checked(Text.required(Text.oneLine(value), Member.NAME_LENGTH, field), field);
    }

    /** @return the same, or null when it is blank */
    public static String optional(String value, String field) {
        return checked(Text.optional(Text.oneLine(value), Member.NAME_LENGTH, field), field);
    }

    private static String checked(String name, String field) {
        if (name != null && REFUSED.matcher(name).find()) {
            throw new BusinessException("error.personName", field);
        }
        return name;
    }
}
