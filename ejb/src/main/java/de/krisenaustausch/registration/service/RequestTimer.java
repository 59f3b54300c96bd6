package de.krisenaustausch.registration.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Once a day: reminds those who decide, and ends what nobody went on with. On several nodes each does it, and nothing happens twice. */
@Singleton
@Startup
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class RequestTimer {

    @Inject
    private RequestRounds rounds;

    @Schedule(dayOfWeek = "Mon-Fri", hour = "8", timezone = "Europe/Berlin", persistent = false)
    public void remind() {
        rounds.remind();
    }

    @Schedule(hour = "3", minute = "20", timezone = "Europe/Berlin", persistent = false)
    public void tidy() {
        rounds.expire();
    }
}
