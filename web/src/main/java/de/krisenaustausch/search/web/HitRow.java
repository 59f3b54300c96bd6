package de.krisenaustausch.search.web;

import de.krisenaustausch.search.service.SearchResult.SearchHit;
import de.krisenaustausch.search.service.index.Answer;
import java.util.ArrayList;
import java.util.List;

/** A hit as the page shows it: with its addresses, and the keys of what makes it like the reader's municipality. */
public record HitRow(SearchHit hit) {

    /** @return the contribution's page */
    public String getHref() {
        return "/bereiche/" + hit.space() + "/" + hit.kind().getSlug() + "/" + hit.id();
    }

    /** @return the document's page at the quoted page, with the quoted word shown by the browser; "" when no page is known */
    public String getPageHref() {
        if (hit.quote().page() == 0) {
            return "";
        }
        String fragment = hit.quote().anchor() == null ? "" : "#:~:text=" + SearchAddress.encoded(hit.quote().anchor()).replace("-", "%2D");
        return getHref() + "?seite=" + hit.quote().page() + fragment;
    }

    /** @return keys of sentences that say why this may suit the reader */
    public List<String> getReasons() {
        List<String> keys = new ArrayList<>();
        for (Answer.Likeness likeness : hit.likeness()) {
            // of a municipality of the same size it goes without saying that it is of the same kind
            if (likeness != Answer.Likeness.KIND || !hit.likeness().contains(Answer.Likeness.SIZE)) {
                keys.add("search.like." + likeness);
            }
        }
        return keys;
    }
}
