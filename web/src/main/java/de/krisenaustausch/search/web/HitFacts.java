package de.krisenaustausch.search.web;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.search.service.SearchResult.SearchHit;
import de.krisenaustausch.shared.web.Format;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts into words, in the reader's language, what a hit is and why it may suit her. */
@Named
@RequestScoped
public class HitFacts {

    @Inject
    private Format format;

    /** @return "Stadt Ulm (BW, 126.000) · Frage · beantwortet · Coronavirus" */
    public String facts(SearchHit hit) {
        String kind = hit.kind() == ContributionKind.DOCUMENT ? hit.typeName() : format.text("contribution.kind." + hit.kind());
        String more = hit.progress() == null ? hit.fileKind() : format.text("contribution.progress." + hit.kind() + "." + hit.progress());
        return Stream.of(format.place(hit.municipality(), hit.state(), hit.population()), kind, more, hit.spaceName()).filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    }

    /** @return "heute, 14:05 · ähnlich groß wie Ihre Kommune" */
    public String quiet(HitRow row) {
        return Stream.concat(Stream.of(format.time(row.hit().sharedAt())), row.getReasons().stream().map(key -> format.text(key))).collect(Collectors.joining(" · "));
    }

    /** @return "Seite 12"; empty where the passage stands on no page */
    public String page(HitRow row) {
        return row.hit().quote().page() == 0 ? "" : format.text("search.page") + " " + row.hit().quote().page();
    }
}
