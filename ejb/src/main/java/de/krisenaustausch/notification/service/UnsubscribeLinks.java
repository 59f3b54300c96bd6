package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.SigningKeyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Holds the key of unsubscribe links, read from the database once. */
@ApplicationScoped
public class UnsubscribeLinks {

    private static final String KEY = "unsubscribe";

    @Inject
    private SigningKeyRepository keys;

    @Inject
    private Clock clock;

    private volatile UnsubscribeTokens tokens;

    @Transactional
    public UnsubscribeTokens tokens() {
        if (tokens == null) {
            tokens = new UnsubscribeTokens(keys.obtain(KEY, clock.instant()));
        }
        return tokens;
    }
}
