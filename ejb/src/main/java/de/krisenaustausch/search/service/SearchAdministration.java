package de.krisenaustausch.search.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.search.service.index.IndexShelf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Looking after the search index, for administrators. */
@Stateless
@RolesAllowed("admin")
public class SearchAdministration {

    @Inject
    private AuditLog audit;

    @Inject
    private IndexKeeper index;

    @Inject
    private IndexSource source;

    /** How the index is, and how many documents it should hold. */
    public record IndexState(IndexShelf.Status index, long documents) {
    }

    public IndexState state() {
        return new IndexState(index.status(), source.count());
    }

    /** Builds the index anew in the background; the present one answers until then. Does nothing while one is being built. */
    public void rebuild() {
        index.rebuild();
        audit.record("indexRebuild", null, null);
    }
}
