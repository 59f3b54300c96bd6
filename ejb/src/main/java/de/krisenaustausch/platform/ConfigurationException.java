package de.krisenaustausch.platform;

/** A value of the environment is missing or wrong; the message names it and says what is expected. */
public class ConfigurationException extends RuntimeException {

    public ConfigurationException(String message) {
        super(message);
    }
}
