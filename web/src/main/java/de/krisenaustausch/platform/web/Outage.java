package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.identity.AccountsUnavailableException;
import java.sql.SQLException;

/**
 * Tells what a failure is from outside: a neighbour (database, sign-in service) that is away for the moment is not the
 * portal's own fault, and passes. Causes are told by name where this module must not know the class.
 */
final class Outage {

    private static final String SIGN_IN = "org.wildfly.security.http.oidc.";
    private static final String POOL = "jakarta.resource.";
    private static final String CONNECTION_LOST = "08";
    private static final String SHUT_DOWN = "57P";
    private static final String UNIQUE = "23505";
    private static final int DEPTH = 20;

    private Outage() {
    }

    /** @return whether database or sign-in service can't be reached */
    static boolean isOne(Throwable failure) {
        return any(failure, cause -> cause.getClass().getName().startsWith(SIGN_IN) || cause instanceof AccountsUnavailableException || cause.getClass().getName().startsWith(POOL)
            || cause instanceof SQLException sql && sql.getSQLState() != null
                && (sql.getSQLState().startsWith(CONNECTION_LOST) || sql.getSQLState().startsWith(SHUT_DOWN)));
    }

    /** @return whether somebody else was quicker: the same row changed, or the same name taken, between reading and writing */
    static boolean isCollision(Throwable failure) {
        return any(failure, cause -> cause.getClass().getSimpleName().equals("OptimisticLockException")
            || cause instanceof SQLException sql && UNIQUE.equals(sql.getSQLState()));
    }

    private static boolean any(Throwable failure, java.util.function.Predicate<Throwable> test) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (test.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
