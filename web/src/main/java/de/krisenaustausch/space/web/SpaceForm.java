package de.krisenaustausch.space.web;

import de.krisenaustausch.space.Visibility;
import de.krisenaustausch.space.service.SpaceKeeping.SpaceDraft;
import java.util.List;

/** What the forms of a space hold while a person types: the same fields for creating and for editing. */
public class SpaceForm {

    private String slug;
    private String name;
    private String purpose;
    private String association;
    private Visibility visibility;
    private List<String> topics;
    private int version;
    private boolean forAssociation;
    private Integer waitHours;

    /** @param draft what the form begins with */
    public SpaceForm(SpaceDraft draft) {
        slug = draft.slug();
        name = draft.name();
        purpose = draft.purpose();
        association = draft.association();
        visibility = draft.visibility();
        topics = draft.topics();
        version = draft.version();
        forAssociation = draft.forAssociation();
        waitHours = draft.waitHours();
    }

    /** @return what was typed, for the use case; the slug of an existing space comes from the address */
    SpaceDraft draft(String address) {
        return new SpaceDraft(address, name, purpose, association, visibility, topics, version, forAssociation, waitHours);
    }

    /** The person has now seen the stored state, and may save over it. */
    void catchUp(int newVersion) {
        version = newVersion;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getAssociation() {
        return association;
    }

    public void setAssociation(String association) {
        this.association = association;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public void setVisibility(Visibility visibility) {
        this.visibility = visibility;
    }

    public List<String> getTopics() {
        return topics;
    }

    public void setTopics(List<String> topics) {
        this.topics = topics;
    }

    public boolean isForAssociation() {
        return forAssociation;
    }

    public void setForAssociation(boolean forAssociation) {
        this.forAssociation = forAssociation;
    }

    /** @return hours that a question waits for an answer before it is handed on */
    public Integer getWaitHours() {
        return waitHours;
    }

    public void setWaitHours(Integer waitHours) {
        this.waitHours = waitHours;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
