package de.krisenaustausch.space.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.space.service.SpaceKeeping;
import de.krisenaustausch.space.service.SpaceKeeping.TopicRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The taxonomy of topics, for administrators. */
@Named
@RequestScoped
public class KeepTopics {

    private static final String HERE = "/verwaltung/themen";

    @Inject
    private SpaceKeeping keeping;

    @Inject
    private RouteBean route;

    private List<TopicRow> rows;
    private String name;

    public void load() {
        rows = keeping.topics();
    }

    public void add() {
        keeping.addTopic(name);
        route.goTelling(HERE, "topicAdded");
    }

    public void rename(String slug, String newName) {
        keeping.renameTopic(slug, newName);
        route.goTelling(HERE, "topicRenamed");
    }

    public void retire(String slug) {
        keeping.retireTopic(slug);
        route.goTelling(HERE, "topicRetired");
    }

    public void revive(String slug) {
        keeping.reviveTopic(slug);
        route.goTelling(HERE, "topicRevived");
    }

    public List<TopicRow> getRows() {
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
