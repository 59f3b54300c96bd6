package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.Configuration;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Lets sessions live as long without a request as the installation says (KA_SESSION_MINUTES). */
@WebListener
public class SessionTime implements ServletContextListener {

    @Inject
    private Configuration configuration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setSessionTimeout((int) configuration.sessionIdle().toMinutes());
    }
}
