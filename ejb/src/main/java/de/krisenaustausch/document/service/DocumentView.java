package de.krisenaustausch.document.service;

import de.krisenaustausch.document.CheckState;
import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.ReuseTerms;
import de.krisenaustausch.document.TextState;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.time.Instant;
import java.util.List;

/**
 * A document as its page shows it.
 *
 * @param revision what a form sends back, so that a second editor is told
 * @param editable whether the reader may change or delete it
 * @param versions the newest first
 */
public record DocumentView(
    long id,
    int revision,
    String space,
    String spaceName,
    String title,
    String typeSlug,
    String typeName,
    String description,
    ReuseTerms reuse,
    String contact,
    String municipality,
    FederalState state,
    int population,
    SizeClass sizeClass,
    String sharedBy,
    String office,
    Instant sharedAt,
    long downloads,
    List<TopicView> topics,
    List<VersionView> versions,
    boolean editable) {

    /** One version; size in bytes. */
    public record VersionView(long id, int number, String fileName, long size, String kind, String mediaType, Sha256 sha256,
                              String changeNote, String uploadedBy, String municipality, Instant uploadedAt,
                              CheckState checkState, TextState textState, int pages, int previews, boolean realPages) {
    }

    static DocumentView of(Document document, List<DocumentVersion> versions, boolean editable) {
        return new DocumentView(document.getId(), document.getVersion(), document.getSpace().getSlug(), document.getSpace().getName(),
            document.getTitle(), document.getType().getSlug(), document.getType().getName(), document.getDescription(),
            document.getReuse(), document.getContact(),
            document.getMunicipality().getName(), document.getMunicipality().getState(), document.getMunicipality().getPopulation(),
            document.getMunicipality().getSizeClass(), document.getSharedBy().getName(), document.getSharedBy().getOffice(),
            document.getSharedAt(), document.getDownloads(),
            document.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList(),
            versions.stream().map(DocumentView::version).toList(), editable);
    }

    /** @return the newest version */
    public VersionView current() {
        return versions.get(0);
    }

    /** @throws NotFoundException when there is no version of that number */
    public VersionView version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst().orElseThrow(NotFoundException::new);
    }

    private static VersionView version(DocumentVersion version) {
        return new VersionView(version.getId(), version.getNumber(), version.getFileName(), version.getSize(), version.getKind(),
            version.getMediaType(), version.getSha256(), version.getChangeNote(), version.getUploadedBy().getName(),
            version.getMunicipality().getName(), version.getUploadedAt(), version.getCheckState(), version.getTextState(),
            version.getPageCount(), version.getPreviewCount(), version.isRealPages());
    }
}
