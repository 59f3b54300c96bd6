package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.service.AssociationKeeping;
import de.krisenaustausch.municipality.service.AssociationKeeping.AssociationDraft;
import de.krisenaustausch.municipality.service.AssociationKeeping.AssociationView;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The associations that host spaces, for administrators. */
@Named
@RequestScoped
public class KeepAssociations {

    private static final String HERE = "/verwaltung/verbaende";

    @Inject
    private AssociationKeeping associations;

    @Inject
    private RouteBean route;

    private List<AssociationView> rows;
    private String shortName;
    private String name;

    public void load() {
        rows = associations.list();
    }

    public void add() {
        associations.add(new AssociationDraft(shortName, name));
        route.goTelling(HERE, "associationAdded");
    }

    public void rename(String slug, String newShortName, String newName) {
        associations.rename(slug, new AssociationDraft(newShortName, newName));
        route.goTelling(HERE, "associationRenamed");
    }

    public List<AssociationView> getRows() {
        if (rows == null) {
            load();
        }
        return rows;
    }

    public String getShortName() {
        return shortName;
    }

    public void setShortName(String shortName) {
        this.shortName = shortName;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
