package de.krisenaustausch.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A computer that keeps passkeys and asks its owner for a fingerprint, as Chromium pretends to have one. It is always touched at once. */
public final class PasskeyDevice {

    private final CDPSession devtools;
    private final String id;

    private PasskeyDevice(CDPSession devtools, String id) {
        this.devtools = devtools;
        this.id = id;
    }

    /** Gives the page's browser such a device; its keys last as long as the page. */
    public static PasskeyDevice of(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        return new PasskeyDevice(devtools, devtools.send("WebAuthn.addVirtualAuthenticator", options).get("authenticatorId").getAsString());
    }

    /** @param known whether the finger is the owner's */
    public void finger(boolean known) {
        set("WebAuthn.setUserVerified", "isUserVerified", known);
    }

    /** @param touched false: what the browser asks for waits until a later wish is touched */
    public void touched(boolean touched) {
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", touched);
    }

    private void set(String method, String name, boolean value) {
        JsonObject options = new JsonObject();
        options.addProperty("authenticatorId", id);
        options.addProperty(name, value);
        devtools.send(method, options);
    }
}
