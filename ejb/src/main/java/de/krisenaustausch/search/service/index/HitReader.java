package de.krisenaustausch.search.service.index;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;

/** Reads what is shown of a contribution that was found. */
final class HitReader {

    private final IndexReader reader;
    private final Dictionaries dictionaries;
    private final StoredFields stored;
    private final Entry.Place home;

    /** @param home the reader's own municipality, or null */
    HitReader(IndexReader reader, Dictionaries dictionaries, Entry.Place home) throws IOException {
        this.reader = reader;
        this.dictionaries = dictionaries;
        this.home = home;
        stored = reader.storedFields();
    }

    Answer.Hit hit(int found, Quoter quoter) throws IOException {
        LeafReaderContext part = part(found);
        Document document = stored.document(found);
        Columns columns = dictionaries.columns(part.reader());
        int local = found - part.docBase;
        String title = document.get(Fields.TITLE);
        String description = document.get(Fields.DESCRIPTION);
        Entry.Place place = new Entry.Place(Long.parseLong(document.get(Fields.PLACE)), document.get(Fields.PLACE_NAME),
            MunicipalityKind.valueOf(document.get(Fields.PLACE_KIND)), FederalState.valueOf(document.get(Fields.STATE)),
            SizeClass.valueOf(document.get(Fields.SIZE)), document.getField(Fields.POPULATION).numericValue().intValue());
        Answer.Quote quote = quoter.quote(body(document), quoter.places(part.reader(), local), title, description);
        return new Answer.Hit(columns.id(local), Long.parseLong(document.get(Fields.SPACE)), title, description, nature(document), place,
            Instant.ofEpochSecond(columns.time(local)), quote, likeness(place));
    }

    LeafReaderContext part(int found) {
        return reader.leaves().get(ReaderUtil.subIndex(found, reader.leaves()));
    }

    Body body(int found) throws IOException {
        return body(stored.document(found));
    }

    private static Body body(Document document) {
        return Body.of(document.get(Fields.TEXT), document.get(Fields.PAGES));
    }

    private static Entry.Nature nature(Document document) {
        String progress = document.get(Fields.PROGRESS);
        return new Entry.Nature(ContributionKind.valueOf(document.get(Fields.KIND)), document.get(Fields.TYPE), document.get(Fields.FILE),
            progress == null ? null : Progress.valueOf(progress));
    }

    private Set<Answer.Likeness> likeness(Entry.Place place) {
        Set<Answer.Likeness> likeness = EnumSet.noneOf(Answer.Likeness.class);
        if (home != null && home.id() == place.id()) {
            likeness.add(Answer.Likeness.OWN);
        } else if (home != null) {
            add(likeness, Answer.Likeness.SIZE, home.size() == place.size());
            add(likeness, Answer.Likeness.STATE, home.state() == place.state());
            add(likeness, Answer.Likeness.KIND, home.kind() == place.kind());
        }
        return likeness;
    }

    private static void add(Set<Answer.Likeness> likeness, Answer.Likeness one, boolean holds) {
        if (holds) {
            likeness.add(one);
        }
    }
}
