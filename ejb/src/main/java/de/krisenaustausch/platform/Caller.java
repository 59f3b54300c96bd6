package de.krisenaustausch.platform;

import jakarta.enterprise.context.RequestScoped;

/** Where the present request comes from, for use cases that write it down; unknown for what the portal does by itself. */
@RequestScoped
public class Caller {

    private String address;

    /** Called by whoever receives the request. */
    public void from(String networkAddress) {
        address = networkAddress;
    }

    /** @return the network address, or null */
    public String address() {
        return address;
    }
}
