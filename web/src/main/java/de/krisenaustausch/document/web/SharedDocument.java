package de.krisenaustausch.document.web;

import de.krisenaustausch.document.CheckState;
import de.krisenaustausch.document.DocumentRow;
import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.TextState;
import de.krisenaustausch.document.service.DocumentView;
import de.krisenaustausch.document.service.DocumentView.VersionView;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.time.Instant;
import java.util.List;

/**
 * A document as programs see it: what its page shows, under names that stay.
 *
 * @param revision to be sent back with a change
 * @param type slug of its type
 * @param state short name of the Land
 * @param versions the newest first
 */
public record SharedDocument(
    long id,
    int revision,
    String title,
    String type,
    List<TopicView> topics,
    String description,
    ReuseTerms reuse,
    String contact,
    String municipality,
    String state,
    int population,
    String sharedBy,
    Instant sharedAt,
    long downloads,
    boolean editable,
    List<Version> versions) {

    /** A version; size in bytes. The file is given out when checkState is CLEAN or UNCHECKED. */
    public record Version(int number, String fileName, long size, String kind, String mediaType, String sha256, String changeNote,
                          String uploadedBy, String municipality, Instant uploadedAt, CheckState checkState, TextState textState) {

        static Version of(VersionView version) {
            return new Version(version.number(), version.fileName(), version.size(), version.kind(), version.mediaType(),
                version.sha256().hex(), version.changeNote(), version.uploadedBy(), version.municipality(), version.uploadedAt(),
                version.checkState(), version.textState());
        }
    }

    /** A document in a list. @param type name of its type */
    public record Row(long id, String title, String description, String type, String kind, String municipality, String state,
                      int population, Instant sharedAt, long downloads, CheckState checkState, TextState textState) {

        static Row of(DocumentRow row) {
            return new Row(row.id(), row.title(), row.description(), row.typeName(), row.kind(), row.municipality(),
                row.state().name(), row.population(), row.sharedAt(), row.downloads(), row.checkState(), row.textState());
        }
    }

    static SharedDocument of(DocumentView view) {
        return new SharedDocument(view.id(), view.revision(), view.title(), view.typeSlug(), view.topics(), view.description(),
            view.reuse(), view.contact(), view.municipality(), view.state().name(), view.population(), view.sharedBy(),
            view.sharedAt(), view.downloads(), view.editable(), view.versions().stream().map(Version::of).toList());
    }
}
