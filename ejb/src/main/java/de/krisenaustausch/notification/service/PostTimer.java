package de.krisenaustausch.notification.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Looks for mails whose time has come. On several nodes each looks, and each row is taken by one. */
@Singleton
@Startup
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class PostTimer {

    @Inject
    private DeliveryDesk desk;

    @Inject
    private SingleDesk singles;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void wake() {
        desk.wakeLate();
        singles.wakeLate();
    }

    @Schedule(hour = "3", minute = "40", timezone = "Europe/Berlin", persistent = false)
    public void forget() {
        desk.forgetOld();
        singles.forgetOld();
    }
}
