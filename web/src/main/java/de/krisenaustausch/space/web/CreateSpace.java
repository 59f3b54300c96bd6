package de.krisenaustausch.space.web;

import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.space.Visibility;
import de.krisenaustausch.space.service.SpaceKeeping;
import de.krisenaustausch.space.service.SpaceKeeping.SpaceDraft;
import de.krisenaustausch.space.service.SpaceKeeping.TopicRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A new space, by an administrator. A short address left empty follows from the name. */
@Named
@RequestScoped
public class CreateSpace {

    @Inject
    private SpaceKeeping keeping;

    @Inject
    private RouteBean route;

    private final SpaceForm form = new SpaceForm(new SpaceDraft(null, null, null, null, Visibility.ALL_MEMBERS, List.of(), 0, false, null));

    public void create() {
        String slug = form.getSlug() == null && form.getName() != null ? Slug.of(form.getName()) : form.getSlug();
        keeping.create(form.draft(slug));
        route.goTelling("/bereiche/" + slug + "/mitglieder", "spaceCreated");
    }

    public SpaceForm getForm() {
        return form;
    }

    public List<Association> getAssociations() {
        return keeping.associations();
    }

    public List<TopicRow> getTopics() {
        return keeping.topics().stream().filter(topic -> !topic.retired()).toList();
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }
}
