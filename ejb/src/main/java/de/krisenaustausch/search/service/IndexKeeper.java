package de.krisenaustausch.search.service;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.search.service.index.ContributionIndex;
import de.krisenaustausch.search.service.index.IndexShelf;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;

/**
 * Holds the index for as long as the portal runs: opens it at start, reads it into memory, and builds it where it is
 * missing or damaged, while everything else already works. Looks again every minute, so that a building that failed
 * (the database was away, the disk full) needs nobody.
 */
@Singleton
@Startup
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class IndexKeeper {

    @Inject
    private Configuration configuration;

    @Inject
    private IndexSource source;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private IndexShelf shelf;

    @PostConstruct
    void open() {
        shelf = new IndexShelf(configuration.dataDir().resolve("index"), clock);
        shelf.open();
        executor.submit(this::heal);
    }

    @PreDestroy
    void close() {
        shelf.close();
    }

    /** Builds what is missing; does nothing when all is well. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    void look() {
        if (shelf.needsBuilding()) {
            shelf.build(source);
        }
    }

    /** Starts to build the index anew, unless that is under way. */
    public void rebuild() {
        executor.submit(() -> shelf.build(source));
    }

    public <T> T use(Function<ContributionIndex, T> question) {
        return shelf.use(question);
    }

    /** Brings these contributions up to date, on disk and for everybody who searches. */
    public void follow(Collection<Long> ids) {
        // a message can be faster than the rows that it tells of; each wait is a transaction of its own
        for (int wait = 0; wait < source.waits(); wait++) {
            source.await(wait, ids);
        }
        shelf.follow(ids, source);
    }

    /** @return false while hits may be missing */
    public boolean isComplete() {
        return shelf.isComplete();
    }

    public IndexShelf.Status status() {
        return shelf.status();
    }

    private void heal() {
        shelf.verify();
        look();
    }
}
