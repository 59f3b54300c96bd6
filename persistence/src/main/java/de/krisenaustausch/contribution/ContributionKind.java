package de.krisenaustausch.contribution;

import java.util.Arrays;
import java.util.Optional;

/** What somebody can bring into a space, in the order in which pages name it. */
public enum ContributionKind {

    DOCUMENT("dokumente"), QUESTION("fragen"), LINK("links"), POLL("umfragen");

    private final String slug;

    ContributionKind(String slug) {
        this.slug = slug;
    }

    /** @return the kind as addresses say it: /bereiche/corona/fragen/4711 */
    public String getSlug() {
        return slug;
    }

    /** @return the kind that addresses call so; empty for what is none */
    public static Optional<ContributionKind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }
}
