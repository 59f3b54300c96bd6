package de.krisenaustausch.database;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Listens to EclipseLink and keeps what it sends to the database, so that tests can count statements. */
public final class Statements implements SessionCustomizer {

    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    /** @return the SQL that this thread sends while the code runs; flush and clear before, or memory answers in place of the database */
    public static List<String> during(Runnable code) {
        List<String> sent = new ArrayList<>();
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
                List<String> sent = SENT.get();
                if (sent != null) {
                    sent.add(event.getCall() instanceof DatabaseCall call ? call.getSQLString() : String.valueOf(event.getCall()));
                }
            }
        });
    }
}
