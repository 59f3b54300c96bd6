package de.krisenaustausch.question.service;

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

/** Looks every few minutes for questions that waited long enough. On several nodes each looks, and each question is handed on by one. */
@Singleton
@Startup
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class WaitingTimer {

    @Inject
    private WaitingDesk desk;

    @Schedule(hour = "*", minute = "*/5", second = "30", persistent = false)
    public void look() {
        desk.due().forEach(desk::handOn);
    }
}
