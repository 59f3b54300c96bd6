package de.krisenaustausch.platform.identity;

/** What a person can choose, on Keycloak's pages, to sign in with from now on. */
public enum Credential {
    PASSWORD('p'),
    /** A key that her device keeps (WebAuthn, discoverable); needs no password beside it. */
    PASSKEY('k');

    /** How a ticket names it; the counterpart is {@code Ticket} in Keycloak's extension. */
    final char sign;

    Credential(char sign) {
        this.sign = sign;
    }
}
