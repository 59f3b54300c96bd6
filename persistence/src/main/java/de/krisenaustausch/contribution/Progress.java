package de.krisenaustausch.contribution;

/** How far a question or poll has come; documents and links come as they are. */
public enum Progress {
    /** A question that waits for an answer that helps; a poll that runs. */
    OPEN("offen"),
    /** A question with an accepted answer. */
    ANSWERED("beantwortet"),
    /** A question that takes no more answers and has none accepted; a poll that is over. */
    CLOSED("beendet");

    private final String slug;

    Progress(String slug) {
        this.slug = slug;
    }

    /** @return the word for it in addresses */
    public String getSlug() {
        return slug;
    }
}
