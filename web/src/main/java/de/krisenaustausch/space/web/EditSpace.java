package de.krisenaustausch.space.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.space.Visibility;
import de.krisenaustausch.space.service.SpaceKeeping;
import de.krisenaustausch.space.service.SpaceKeeping.SpaceDraft;
import de.krisenaustausch.space.service.SpaceKeeping.TopicRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * What a space says of itself, changed by its moderators. Whoever saves over somebody else's change is shown that
 * change first and keeps her own text in the form.
 */
@Named
@RequestScoped
public class EditSpace {

    @Inject
    private SpaceKeeping keeping;

    @Inject
    private RouteBean route;

    private SpaceDraft stored;
    private SpaceForm form;
    private boolean overtaken;

    /** @throws de.krisenaustausch.shared.NotAllowedException when the reader does not moderate the space */
    public void load() {
        stored = keeping.open(route.getSlug());
        form = new SpaceForm(stored);
    }

    public void save() {
        try {
            keeping.edit(form.draft(route.getSlug()));
            route.goTelling("/bereiche/" + route.getSlug(), "spaceEdited");
        } catch (ChangedMeanwhileException overtakenBySomebody) {
            overtaken = true;
            stored = keeping.open(route.getSlug());
            form.catchUp(stored.version());
            throw overtakenBySomebody;
        }
    }

    public SpaceForm getForm() {
        if (form == null) {
            load();
        }
        return form;
    }

    /** @return the space as it is stored now */
    public SpaceDraft getStored() {
        getForm();
        return stored;
    }

    /** @return whether somebody else saved since this form was opened */
    public boolean isOvertaken() {
        return overtaken;
    }

    /** @return the topics to choose from: the current ones, and retired ones that the space has */
    public List<TopicRow> getTopics() {
        return keeping.topics().stream().filter(topic -> !topic.retired() || getStored().topics().contains(topic.slug())).toList();
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }
}
