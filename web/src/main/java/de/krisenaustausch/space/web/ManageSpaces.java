package de.krisenaustausch.space.web;

import de.krisenaustausch.space.service.SpaceKeeping;
import de.krisenaustausch.space.service.SpaceKeeping.KeptSpace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All spaces with those who moderate them, for administrators. */
@Named
@RequestScoped
public class ManageSpaces {

    @Inject
    private SpaceKeeping keeping;

    private List<KeptSpace> rows;

    public void load() {
        rows = keeping.spaces();
    }

    public List<KeptSpace> getRows() {
        return rows;
    }
}
