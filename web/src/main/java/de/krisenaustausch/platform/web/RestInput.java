package de.krisenaustausch.platform.web;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ListKey;
import java.util.List;

/** Reads what programs send: what is not as the description says is refused with the name of it. */
public final class RestInput {

    /** Rows of a list that are given at once, at most. */
    private static final int LIMIT = 100;

    private RestInput() {
    }

    /** @return the body. @throws BusinessException when there is none */
    public static <T> T given(T body) {
        if (body == null) {
            throw new BusinessException("error.malformed");
        }
        return body;
    }

    /** @return what was listed; nothing when the list was left out */
    public static <T> List<T> listed(List<T> values) {
        return values == null ? List.of() : values;
    }

    /** @return the number of rows wanted. @throws BusinessException when it is none from 1 to 100 */
    public static int limit(String text) {
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LIMIT) {
            throw new BusinessException("error.parameter", "limit");
        }
        return limit;
    }

    /** @param text {@code next} of the page before, or null @return the place in the list, or null. @throws BusinessException when it is no such text */
    public static ListKey after(String text) {
        return text == null ? null : ListKey.parse(text).orElseThrow(() -> new BusinessException("error.parameter", "after"));
    }
}
