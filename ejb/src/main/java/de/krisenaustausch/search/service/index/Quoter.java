package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the passage of a document that answers best. It asks the index where the words stand and reads nothing but that
 * passage, so that a document of a thousand pages costs hardly more than a letter.
 */
final class Quoter {

    private static final int MOST_PLACES = 400;
    private static final int WINDOW = 180;
    private static final int LENGTH = 280;
    private static final int SENTENCE = 90;

    /** A place where one of the words stands. */
    record Place(int start, int end, String term, float weight) {
    }

    private final Map<String, Float> terms;

    /** @param terms the words looked for, with their weights */
    Quoter(Map<String, Float> terms) {
        this.terms = terms;
    }

    /** @return where the words stand in that document, in order */
    List<Place> places(LeafReader part, int document) throws IOException {
        List<Place> places = new ArrayList<>();
        Terms all = part.terms(Fields.TEXT);
        if (all == null) {
            return places;
        }
        TermsEnum words = all.iterator();
        for (Map.Entry<String, Float> term : terms.entrySet()) {
            if (!words.seekExact(new BytesRef(term.getKey()))) {
                continue;
            }
            PostingsEnum postings = words.postings(null, PostingsEnum.OFFSETS);
            if (postings.advance(document) != document || document == DocIdSetIterator.NO_MORE_DOCS) {
                continue;
            }
            int times = Math.min(postings.freq(), MOST_PLACES);
            for (int i = 0; i < times; i++) {
                postings.nextPosition();
                places.add(new Place(postings.startOffset(), postings.endOffset(), term.getKey(), term.getValue()));
            }
        }
        places.sort(Comparator.comparingInt(Place::start).thenComparing(Comparator.comparingInt(Place::end).reversed()));
        return places;
    }

    /**
     * @param places as found in the document, in order
     * @param description quoted when the words stand in no page
     */
    Answer.Quote quote(Body body, List<Place> places, String title, String description) {
        List<Place> inPages = places.stream().filter(place -> body.pageAt(place.start()) >= 0).toList();
        if (!inPages.isEmpty()) {
            Place first = densest(body, inPages);
            int page = body.pageAt(first.start());
            return passage(body.text(), body.start(page), body.end(page), first, inPages, body.number(page));
        }
        int from = title.length() + 1;
        int to = description == null || description.isBlank() ? from : body.text().indexOf('\n', from);
        List<Place> inDescription = places.stream().filter(place -> place.start() >= from && place.end() <= to).toList();
        if (!inDescription.isEmpty()) {
            return passage(body.text(), from, to, densest(body, inDescription), inDescription, 0);
        }
        int start = to > from || body.starts().length == 0 ? from : body.start(0);
        int end = to > from ? to : body.starts().length == 0 ? from : body.end(0);
        return passage(body.text(), start, end, new Place(start, start, "", 0), List.of(), 0);
    }

    /** @return the first place of the stretch that holds most of the different words */
    private Place densest(Body body, List<Place> places) {
        Place best = places.get(0);
        float most = -1;
        Map<String, Integer> inside = new HashMap<>();
        int last = 0;
        for (int first = 0; first < places.size(); first++) {
            Place start = places.get(first);
            int end = Math.min(start.start() + WINDOW, body.end(body.pageAt(start.start())));
            while (last < places.size() && places.get(last).end() <= Math.max(end, start.end())) {
                inside.merge(places.get(last++).term(), 1, Integer::sum);
            }
            float score = 0;
            for (Map.Entry<String, Integer> word : inside.entrySet()) {
                score += terms.getOrDefault(word.getKey(), 0f) * (1 + 0.1f * Math.min(word.getValue() - 1, 3));
            }
            if (score > most * 1.0001f) {
                most = score;
                best = start;
            }
            if (last > first) {
                inside.computeIfPresent(start.term(), (term, count) -> count == 1 ? null : count - 1);
            } else {
                last = first + 1;
            }
        }
        return best;
    }

    private static Answer.Quote passage(String text, int from, int to, Place first, List<Place> places, int page) {
        int start = begin(text, from, first.start());
        int end = end(text, to, start);
        List<Answer.Piece> pieces = new ArrayList<>();
        String anchor = null;
        StringBuilder plain = new StringBuilder(start > from ? "… " : "");
        int at = start;
        for (Place place : places) {
            if (place.start() >= at && place.end() <= end) {
                plain.append(text, at, place.start());
                if (!plain.isEmpty()) {
                    pieces.add(new Answer.Piece(plain.toString(), false));
                    plain.setLength(0);
                }
                pieces.add(new Answer.Piece(text.substring(place.start(), place.end()), true));
                anchor = anchor == null ? text.substring(place.start(), place.end()) : anchor;
                at = place.end();
            }
        }
        plain.append(text, at, Math.max(at, end)).append(end < trimmedEnd(text, from, to) ? " …" : "");
        if (!plain.toString().isBlank()) {
            pieces.add(new Answer.Piece(plain.toString().stripTrailing(), false));
        }
        return new Answer.Quote(page, pieces, anchor);
    }

    /** Begins with the sentence where that is near, else with a word. */
    private static int begin(String text, int from, int first) {
        int earliest = Math.max(from, first - SENTENCE);
        for (int at = first - 1; at > earliest; at--) {
            if (text.charAt(at) == ' ' && ".!?:".indexOf(text.charAt(at - 1)) >= 0) {
                return at + 1;
            }
        }
        if (earliest == from) {
            return from;
        }
        int blank = text.indexOf(' ', first - SENTENCE / 2);
        return blank < 0 || blank >= first ? first : blank + 1;
    }

    private static int end(String text, int to, int start) {
        int last = trimmedEnd(text, start, to);
        if (last - start <= LENGTH) {
            return last;
        }
        int blank = text.lastIndexOf(' ', start + LENGTH);
        return blank <= start ? start + LENGTH : blank;
    }

    private static int trimmedEnd(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** @return the different words that stand at these places */
    static Set<String> surfaces(Body body, List<Place> places) {
        Set<String> surfaces = new HashSet<>();
        places.forEach(place -> surfaces.add(body.text().substring(place.start(), place.end())));
        return surfaces;
    }
}
