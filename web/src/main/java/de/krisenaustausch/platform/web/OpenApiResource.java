package de.krisenaustausch.platform.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** What the REST interface offers, in the words of OpenAPI 3.1; public, like every good manual. */
@Path("openapi.json")
public class OpenApiResource {

    /** The description, beside this class. */
    static final String FILE = "openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream read() {
        return OpenApiResource.class.getResourceAsStream(FILE);
    }
}
