package de.krisenaustausch.document.web;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.TypeView;
import de.krisenaustausch.document.service.SharingService;
import de.krisenaustausch.document.service.SharingService.Description;
import de.krisenaustausch.document.service.SharingService.Item;
import de.krisenaustausch.document.service.SharingService.Namesake;
import de.krisenaustausch.document.service.UploadService;
import de.krisenaustausch.document.service.UploadService.UploadView;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shares one file or many: what all have in common is asked once, what differs with the file. All of them are shared
 * or none, and sending the same form again shares nothing twice, since sharing consumes the upload.
 */
@Named
@RequestScoped
public class ShareDocuments {

    private static final String FORM = "teilen:";

    @Inject
    private UploadForm form;

    @Inject
    private UploadService uploads;

    @Inject
    private SharingService sharing;

    @Inject
    private DocumentService documents;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    private SpaceService.SpaceRow space;
    private List<TypeView> types;
    private List<TopicView> topicChoices;
    private List<FileRow> rows;
    private String type;
    private String[] topics = {};
    private String description;
    private ReuseTerms reuse;
    private String contact;

    @PostConstruct
    void load() {
        topicChoices = spaces.topics(route.getSlug());
        types = documents.types().stream().filter(each -> !each.retired()).toList();
        Map<Long, UploadView> waiting = uploads.waiting(form.files()).stream().collect(Collectors.toMap(UploadView::id, Function.identity()));
        Map<String, Namesake> namesakes = waiting.isEmpty() ? Map.of()
            : sharing.namesakes(route.getSlug(), waiting.values().stream().map(UploadView::fileName).toList());
        List<Long> dropped = form.dropped();
        rows = form.files().stream().map(id -> row(id, waiting.get(id), namesakes, dropped.contains(id))).toList();
    }

    private static FileRow row(long id, UploadView upload, Map<String, Namesake> namesakes, boolean dropped) {
        return new FileRow(id, upload, upload == null ? null : namesakes.get(upload.fileName().toLowerCase(Locale.ROOT)), dropped);
    }

    /** Shares all files of the form, when everything that is needed was said. */
    public void share() {
        if (!rows.isEmpty() && rows.stream().allMatch(row -> row.getUpload() == null)) {
            route.goTelling(home(), "sharedAlready");
            return;
        }
        if (!isComplete()) {
            return;
        }
        List<Long> shared;
        try {
            List<Item> items = rows.stream().filter(row -> !row.isSkipped()).map(this::item).toList();
            shared = form.question().isPresent() ? sharing.shareAllFor(route.getSlug(), form.question().getAsLong(), items) : sharing.shareAll(route.getSlug(), items);
        } catch (NotFoundException sentTwice) {
            route.goTelling(home(), "sharedAlready");
            return;
        }
        rows.stream().filter(FileRow::isSkipped).forEach(row -> uploads.discard(row.getId()));
        if (form.question().isPresent()) {
            route.goTelling(home(), shared.isEmpty() ? "sharedNone" : "attached");
        } else if (shared.size() == 1) {
            route.goTelling(home() + "/dokumente/" + shared.get(0), rows.stream().anyMatch(FileRow::isVersion) ? "versionAdded" : "shared");
        } else {
            route.goTelling(home(), shared.isEmpty() ? "sharedNone" : "sharedAll");
        }
    }

    private Item item(FileRow row) {
        if (row.isVersion()) {
            return new Item(row.getId(), row.getNamesake().documentId(), null, row.getChangeNote());
        }
        return new Item(row.getId(), null, new Description(row.getTitle(), first(row.getType(), type),
            Arrays.asList(row.getTopics().length == 0 ? topics : row.getTopics()), first(row.getDescription(), description),
            row.getReuse() == null ? reuse : row.getReuse(), first(row.getContact(), contact)), null);
    }

    /** Says at each field what is missing there, all at once. */
    private boolean isComplete() {
        List<FacesMessage> missing = new ArrayList<>();
        if (rows.stream().allMatch(FileRow::isDropped)) {
            missing.add(say(null, "share.noFiles"));
        }
        for (int i = 0; i < rows.size(); i++) {
            FileRow row = rows.get(i);
            if (row.isAsked() && !row.isDropped() && row.getChoice() == null) {
                missing.add(say(FORM + "dateien:" + i + ":wahl", "share.choose", row.getUpload().fileName()));
            } else if (row.isOwn() && isBlank(row.getTitle())) {
                missing.add(say(FORM + "dateien:" + i + ":titel", "error.required", "field.title"));
            } else if (row.isOwn() && row.getTitle().length() > Document.TITLE_LENGTH) {
                missing.add(say(FORM + "dateien:" + i + ":titel", "error.tooLong", "field.title", Document.TITLE_LENGTH));
            }
        }
        if (type == null && rows.stream().anyMatch(row -> row.isOwn() && row.getType() == null)) {
            missing.add(say(FORM + "art", "error.required", "field.type"));
        }
        if (reuse == null && rows.stream().anyMatch(row -> row.isOwn() && row.getReuse() == null)) {
            missing.add(say(FORM + "nutzung", "error.required", "field.reuse"));
        }
        return missing.isEmpty();
    }

    private static FacesMessage say(String clientId, String key, Object... values) {
        FacesContext context = FacesContext.getCurrentInstance();
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, Messages.sentence(context.getViewRoot().getLocale(), key, values), null);
        context.addMessage(clientId, message);
        context.validationFailed();
        return message;
    }

    /** @return where to go on: the space, or the question that the files are for */
    public String getHome() {
        return home();
    }

    private String home() {
        return "/bereiche/" + route.getSlug() + (form.question().isPresent() ? "/fragen/" + form.question().getAsLong() : "");
    }

    private static String first(String own, String common) {
        return isBlank(own) ? common : own;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** @return the space that is shared in */
    public SpaceService.SpaceRow getSpace() {
        if (space == null) {
            space = spaces.list().stream().filter(each -> each.slug().equals(route.getSlug())).findFirst().orElseThrow(NotFoundException::new);
        }
        return space;
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

    public List<FileRow> getRows() {
        return rows;
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
