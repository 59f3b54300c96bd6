package de.krisenaustausch.document.web;

import de.krisenaustausch.document.CheckState;
import de.krisenaustausch.document.TextState;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.document.service.DocumentService.PassageView;
import de.krisenaustausch.document.service.DocumentView;
import de.krisenaustausch.document.service.DocumentView.VersionView;
import de.krisenaustausch.document.service.SharingService;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A document: what it is, how far the work on its file has come, its first pages, its versions. */
@Named
@RequestScoped
public class ViewDocument {

    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
    /** So long after a version came its pictures may still be on their way. */
    private static final Duration DRAWING = Duration.ofMinutes(3);

    @Inject
    private DocumentService documents;

    @Inject
    private SharingService sharing;

    @Inject
    private RouteBean route;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    private DocumentService.Reading reading;

    public void load() {
        reading = documents.read(route.getSlug(), route.getId(), getPage());
    }

    /** Puts the document into the bin and goes there, where it can be taken back at once. */
    public void delete() {
        sharing.delete(route.getSlug(), route.getId());
        route.goTelling("/papierkorb?dokument=" + route.getId(), "documentDeleted");
    }

    public DocumentView getDocument() {
        if (reading == null) {
            load();
        }
        return reading.document();
    }

    public VersionView getCurrent() {
        return getDocument().current();
    }

    /** @return the address of this page without its query */
    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/dokumente/" + route.getId();
    }

    /** @return the whole address, to be sent to others */
    public String getLink() {
        return configuration.publicUrl() + getHome();
    }

    /** @return whether the file may be fetched */
    public boolean isReleased() {
        return getCurrent().checkState().isReleased();
    }

    /** @return whether something about the file will change by itself in the next seconds */
    public boolean isWorking() {
        return getCurrent().checkState() == CheckState.PENDING || isReleased() && (getCurrent().textState() == TextState.PENDING || isBeingDrawn());
    }

    /** The text comes first; the pictures of its pages follow, without a state of their own. */
    private boolean isBeingDrawn() {
        return getCurrent().realPages() && getCurrent().previews() == 0 && getCurrent().uploadedAt().isAfter(clock.instant().minus(DRAWING));
    }

    /** @return key of the reason why the text can't be searched; null when it can, or will soon */
    public String getUnsearchable() {
        TextState state = getCurrent().textState();
        return !isReleased() || state == TextState.SEARCHABLE || state == TextState.PENDING ? null : "document.text." + state;
    }

    /** @return numbers of the pages that there are images of */
    public List<Integer> getImages() {
        return isReleased() ? IntStream.rangeClosed(1, getCurrent().previews()).boxed().toList() : List.of();
    }

    /** @return the text of the page that the address asks for; empty when there is none */
    public List<PassageView> getFound() {
        return reading.found();
    }

    /** @return the first pages as text, where there are no images */
    public List<PassageView> getBeginning() {
        return reading.beginning();
    }

    /** @return number of the first page that is not shown as text; 0 when all are */
    public int getFurther() {
        List<PassageView> shown = getBeginning();
        int last = shown.isEmpty() ? 0 : shown.get(shown.size() - 1).page();
        return last > 0 && last < getCurrent().pages() ? last + 1 : 0;
    }

    /** @return the page that the address asks for; 0 for none */
    public int getPage() {
        String page = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("seite");
        return page != null && page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 0;
    }

    public boolean isContactAddress() {
        return getDocument().contact() != null && getDocument().contact().matches(EMAIL);
    }
}
