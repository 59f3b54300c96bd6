package de.krisenaustausch.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as mail servers of town halls accept it: one local part, one domain with a dot, no quoting, no
 * control characters (CR and LF would add headers), at most 254 characters (RFC 5321). The domain is lower-case.
 *
 * @param value the address
 */
public record EmailAddress(String value) {

    public static final int LENGTH = 254;
    private static final Pattern FORM = Pattern.compile(
        "[\\p{L}0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?(?:\\.[\\p{L}0-9](?:[\\p{L}0-9-]*[\\p{L}0-9])?)+");

    /** @throws BusinessException when the text is no such address */
    public EmailAddress {
        if (value == null || value.length() > LENGTH || !FORM.matcher(value).matches()) {
            throw new BusinessException("error.email");
        }
        int at = value.lastIndexOf('@');
        value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** @return the part behind the @, in lower case */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
