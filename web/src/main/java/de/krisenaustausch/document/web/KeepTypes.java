package de.krisenaustausch.document.web;

import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.TypeView;
import de.krisenaustausch.document.service.TypeKeeping;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The managed document types, for administrators. */
@Named
@RequestScoped
public class KeepTypes {

    private static final String HERE = "/verwaltung/dokumentarten";

    @Inject
    private TypeKeeping keeping;

    @Inject
    private DocumentService documents;

    @Inject
    private RouteBean route;

    private List<TypeView> rows;
    private String name;

    public void load() {
        rows = documents.types();
    }

    public void add() {
        keeping.add(name);
        route.goTelling(HERE, "typeAdded");
    }

    public void rename(String slug, String newName) {
        keeping.rename(slug, newName);
        route.goTelling(HERE, "typeRenamed");
    }

    public void retire(String slug) {
        keeping.retire(slug);
        route.goTelling(HERE, "typeRetired");
    }

    public void revive(String slug) {
        keeping.revive(slug);
        route.goTelling(HERE, "typeRevived");
    }

    public List<TypeView> getRows() {
        if (rows == null) {
            load();
        }
        return rows;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
