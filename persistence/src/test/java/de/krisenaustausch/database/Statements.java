package de.krisenaustausch.database;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Listens to EclipseLink and keeps what it sends to the database, so that tests can count statements and explain them. */
public final class Statements implements SessionCustomizer {

    private static final ThreadLocal<List<Sent>> SENT = new ThreadLocal<>();

    /** A statement with the values of its question marks. */
    public record Sent(String sql, List<?> parameters) {
    }

    /** @return the SQL that this thread sends while the code runs; flush and clear before, or memory answers in place of the database */
    public static List<String> during(Runnable code) {
        return sent(code).stream().map(Sent::sql).toList();
    }

    /** @return the same with parameters */
    public static List<Sent> sent(Runnable code) {
        List<Sent> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            code.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Override
    public void customize(Session session) {
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postExecuteCall(SessionEvent event) {
                List<Sent> sent = SENT.get();
                if (sent != null && event.getCall() instanceof DatabaseCall call) {
                    sent.add(new Sent(call.getSQLString(), call.hasParameters() ? new ArrayList<>(call.getParameters()) : List.of()));
                }
            }
        });
    }
}
