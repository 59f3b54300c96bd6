package de.krisenaustausch.registration.service;

/**
 * The text that newcomers agree to. Its version is kept with each request; whoever changes what {@code privacy.*.xhtml}
 * says of registering gives it a new one here.
 */
public final class Consent {

    public static final String VERSION = "2026-11";

    private Consent() {
    }
}
