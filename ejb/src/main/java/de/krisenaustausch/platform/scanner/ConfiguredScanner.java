package de.krisenaustausch.platform.scanner;

import de.krisenaustausch.platform.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.InetSocketAddress;

/** The scanner that this installation is configured for; without one nobody looks, which pages and log say loudly. */
@ApplicationScoped
public class ConfiguredScanner {

    @Produces
    @ApplicationScoped
    Scanner scanner(Configuration configuration) {
        return configuration.clamd()
            .<Scanner>map(at -> new ClamdScanner(InetSocketAddress.createUnresolved(at.host(), at.port())))
            .orElse(file -> Scanner.Verdict.UNCHECKED);
    }
}
