package de.krisenaustausch.document.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Tidies up at night: documents whose 30 days in the bin are over, files that came in and were never shared, and files that
 * no row needs any more. On several nodes each sweeps, and what is gone is simply not there for the second.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Sweeper {

    @Inject
    private SweepDesk desk;

    /** Each step is a transaction of its own. */
    @Schedule(hour = "2", minute = "20", timezone = "Europe/Berlin", persistent = false)
    public void sweep() {
        boolean more = true;
        while (more) {
            more = desk.purgeBin() | desk.forgetUploads();
        }
        desk.removeUnneededFiles();
    }
}
