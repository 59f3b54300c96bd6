package de.krisenaustausch.shared;

import java.util.List;

/**
 * The root of every failure that a user can cause and mend. It rolls the use case back and carries the key of a
 * sentence in the bundles, with its parameters; it is never shown raw.
 */
public class BusinessException extends RuntimeException {

    private final String messageKey;
    private final transient List<Object> parameters;

    /**
     * @param messageKey key in the message bundles
     * @param parameters values for the sentence's placeholders
     */
    public BusinessException(String messageKey, Object... parameters) {
        super(messageKey + List.of(parameters));
        this.messageKey = messageKey;
        this.parameters = List.of(parameters);
    }

    public String getMessageKey() {
        return messageKey;
    }

    public List<Object> getParameters() {
        return parameters == null ? List.of() : parameters;
    }
}
