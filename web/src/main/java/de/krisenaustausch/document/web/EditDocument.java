package de.krisenaustausch.document.web;

import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.TypeView;
import de.krisenaustausch.document.service.DocumentView;
import de.krisenaustausch.document.service.SharingService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is said of a document. Of two people who edit it at once the second is told, keeps what she typed, and sees what
 * the first one wrote; only when she saves again is that overwritten.
 */
@Named
@RequestScoped
public class EditDocument {

    @Inject
    private DocumentService documents;

    @Inject
    private SharingService sharing;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    private DocumentView document;
    private List<TypeView> types;
    private List<TopicView> topicChoices;
    private boolean overtaken;
    private int revision;
    private String title;
    private String type;
    private String[] topics;
    private String description;
    private ReuseTerms reuse;
    private String contact;

    @PostConstruct
    void load() {
        document = documents.view(route.getSlug(), route.getId());
        if (!document.editable()) {
            throw new NotAllowedException();
        }
        // what a document has it keeps, also when it can no longer be chosen
        types = documents.types().stream().filter(each -> !each.retired() || each.slug().equals(document.typeSlug())).toList();
        topicChoices = Stream.concat(spaces.topics(route.getSlug()).stream(), document.topics().stream()).distinct().toList();
        revision = document.revision();
        title = document.title();
        type = document.typeSlug();
        topics = document.topics().stream().map(TopicView::slug).toArray(String[]::new);
        description = document.description();
        reuse = document.reuse();
        contact = document.contact();
    }

    public void save() {
        try {
            sharing.describe(route.getSlug(), route.getId(), revision,
                new SharingService.Description(title, type, Arrays.asList(topics), description, reuse, contact));
            route.goTelling(getHome(), "documentSaved");
        } catch (ChangedMeanwhileException second) {
            document = documents.view(route.getSlug(), route.getId());
            revision = document.revision();
            overtaken = true;
        }
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/dokumente/" + route.getId();
    }

    /** @return the document as it is now */
    public DocumentView getDocument() {
        return document;
    }

    /** @return whether somebody else saved while this form was open */
    public boolean isOvertaken() {
        return overtaken;
    }

    public List<TypeView> getTypes() {
        return types;
    }

    public List<TopicView> getTopicChoices() {
        return topicChoices;
    }

    public ReuseTerms[] getReuseChoices() {
        return ReuseTerms.values();
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String[] getTopics() {
        return topics;
    }

    public void setTopics(String[] topics) {
        this.topics = topics == null ? new String[0] : topics;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public ReuseTerms getReuse() {
        return reuse;
    }

    public void setReuse(ReuseTerms reuse) {
        this.reuse = reuse;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }
}
