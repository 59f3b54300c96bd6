package de.krisenaustausch.link.service;

import de.krisenaustausch.link.LinkRepository.Due;
import de.krisenaustausch.link.WebAddress;
import de.krisenaustausch.link.service.page.Pages;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Looks each night whether the pages behind links are still there: a few at a time, those of one site one after the other. Where no
 * page of a batch answers, our own way out is taken to be interrupted: nothing is held against them, and the night ends.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class LinkChecker {

    private static final Logger LOG = Logger.getLogger(LinkChecker.class.getName());
    private static final int BATCH = 20;
    private static final int AT_ONCE = 4;
    /** So many sites that are all silent say more of us than of them. */
    private static final int SITES = 5;

    @Inject
    private CheckDesk desk;

    @Inject
    private Pages pages;

    @Resource
    private ManagedExecutorService executor;

    private volatile boolean ended;

    @PreDestroy
    void end() {
        ended = true;
    }

    @Schedule(hour = "4", minute = "10", timezone = "Europe/Berlin", persistent = false)
    public void check() {
        desk.purge();
        List<Due> due = desk.claim(BATCH);
        while (!due.isEmpty() && !ended) {
            Map<Long, Pages.State> states = look(due);
            if (isCutOff(due, states)) {
                LOG.log(Level.WARNING, "None of {0} pages answers: the portal does not reach the web, links are checked tomorrow.", due.size());
                return;
            }
            desk.found(states);
            due = desk.claim(BATCH);
        }
    }

    private Map<Long, Pages.State> look(List<Due> due) {
        Map<Long, Pages.State> states = new ConcurrentHashMap<>();
        List<List<Due>> sites = List.copyOf(due.stream().collect(Collectors.groupingBy(LinkChecker::site)).values());
        for (int i = 0; i < sites.size(); i += AT_ONCE) {
            CompletableFuture.allOf(sites.subList(i, Math.min(sites.size(), i + AT_ONCE)).stream()
                .map(site -> CompletableFuture.runAsync(() -> site.forEach(link -> states.put(link.id(), pages.look(new WebAddress(link.address())))), executor))
                .toArray(CompletableFuture[]::new)).join();
        }
        return states;
    }

    static boolean isCutOff(Collection<Due> due, Map<Long, Pages.State> states) {
        return due.stream().map(LinkChecker::site).distinct().count() >= SITES && states.values().stream().allMatch(Pages.State.SILENT::equals);
    }

    private static String site(Due due) {
        return new WebAddress(due.address()).site();
    }
}
