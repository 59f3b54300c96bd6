package de.krisenaustausch.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface. Its resources lie in their features' rooms; openapi.json describes them, and a test holds it true. */
@ApplicationPath(RestApplication.PATH)
public class RestApplication extends Application {

    public static final String PATH = "/api/v1";
}
