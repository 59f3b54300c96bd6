package de.krisenaustausch.document.web;

import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.service.SharingService.Namesake;
import de.krisenaustausch.document.service.UploadService.UploadView;

/** A file on the page that shares it: what came in, and what is said of it where that differs from the rest of the batch. */
public class FileRow {

    /** What becomes of a file whose name is there already. */
    public enum Choice { VERSION, OWN, SKIP }

    private final long id;
    private final UploadView upload;
    private final Namesake namesake;
    private final boolean dropped;
    private String title;
    private Choice choice;
    private String changeNote;
    private String type;
    private String[] topics = {};
    private String description;
    private ReuseTerms reuse;
    private String contact;

    /** @param upload null when it is not there any more; the row then only keeps its place */
    FileRow(long id, UploadView upload, Namesake namesake, boolean dropped) {
        this.id = id;
        this.upload = upload;
        this.namesake = namesake;
        this.dropped = dropped || upload == null;
        this.title = upload == null ? null : upload.title();
    }

    public long getId() {
        return id;
    }

    public UploadView getUpload() {
        return upload;
    }

    /** @return the document of the space with a file of this name, or null */
    public Namesake getNamesake() {
        return namesake;
    }

    /** @return whether the person took the file away again; its place in the list stays, since inputs are found by it */
    public boolean isDropped() {
        return dropped;
    }

    /** @return whether the person must say what becomes of a file of that name */
    public boolean isAsked() {
        return namesake != null && namesake.editable();
    }

    boolean isSkipped() {
        return dropped || choice == Choice.SKIP;
    }

    boolean isVersion() {
        return isAsked() && choice == Choice.VERSION;
    }

    boolean isOwn() {
        return !isSkipped() && !isVersion();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Choice getChoice() {
        return choice;
    }

    public void setChoice(Choice choice) {
        this.choice = choice;
    }

    public String getChangeNote() {
        return changeNote;
    }

    public void setChangeNote(String changeNote) {
        this.changeNote = changeNote;
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
