package de.krisenaustausch.link.web;

import de.krisenaustausch.link.service.AlreadySharedException;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.link.service.LinkView;
import de.krisenaustausch.link.service.TitleService;
import de.krisenaustausch.shared.BusinessException;
import java.util.Arrays;

/**
 * What is typed about a link, the same for a new one and one that is changed. The title may be left to the page that the link
 * leads to; what was typed stays, whatever becomes of that.
 */
public class LinkForm {

    /** What asking the page for its title came to. */
    public enum Asked { NO, FOUND,
        /** It says another title than was typed, which stays. */
        OTHER, SILENT }

    private String address;
    private String title;
    private String[] topics = {};
    private String why;
    private Asked asked = Asked.NO;
    private String offered;
    private AlreadySharedException same;

    static LinkForm of(LinkView link) {
        LinkForm form = new LinkForm();
        form.address = link.address().value();
        form.title = link.title();
        form.topics = link.topics().stream().map(topic -> topic.slug()).toArray(String[]::new);
        form.why = link.description();
        return form;
    }

    /** Asks the page for its title; one that was typed stays. */
    void ask(TitleService titles, String space) {
        offered = titles.title(space, address).orElse(null);
        if (offered == null) {
            asked = Asked.SILENT;
        } else if (title == null || title.isBlank() || title.strip().equals(offered)) {
            title = offered;
            asked = Asked.FOUND;
        } else {
            asked = Asked.OTHER;
        }
    }

    /** Asks the page where no title was typed. @throws BusinessException when the page does not say one either */
    void complete(TitleService titles, String space) {
        if (title == null || title.isBlank()) {
            ask(titles, space);
            if (asked != Asked.FOUND) {
                asked = Asked.NO;
                throw new BusinessException("link.title.silent");
            }
        }
    }

    LinkService.Description said() {
        return new LinkService.Description(address, title, Arrays.asList(topics), why);
    }

    void found(AlreadySharedException there) {
        same = there;
    }

    public Asked getAsked() {
        return asked;
    }

    /** @return what the page says its title is, or null */
    public String getOffered() {
        return offered;
    }

    /** @return the link that leads to the same page already, or null */
    public AlreadySharedException getSame() {
        return same;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String[] getTopics() {
        return topics;
    }

    public void setTopics(String[] topics) {
        this.topics = topics == null ? new String[0] : topics;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
