package de.krisenaustausch.poll.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every few seconds which polls are over: the result of an anonymous one is there only then. */
@Singleton
@Startup
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class PollTimer {

    @Inject
    private ClosingDesk desk;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void look() {
        boolean more = true;
        while (more) {
            more = desk.endSome() | desk.remindSome();
        }
    }
}
