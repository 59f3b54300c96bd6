package de.krisenaustausch.poll.service;

import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.ResultRepository.Bin;
import de.krisenaustausch.poll.ResultRepository.Bins;
import de.krisenaustausch.poll.ResultRepository.Chosen;
import de.krisenaustausch.poll.ResultRepository.Part;
import de.krisenaustausch.poll.ResultRepository.Spread;
import de.krisenaustausch.poll.ResultRepository.Words;
import de.krisenaustausch.poll.service.ResultView.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the database was asked for one result; nothing in it depends on who reads.
 *
 * @param ballots in the part; 0 when its sums may not be shown
 * @param bins scale of each question for numbers
 */
record Sums(Map<Breakdown, List<Cell>> cells, int ballots, List<Chosen> chosen, List<Spread> spreads, Map<Long, Bins> bins, List<Bin> distribution, List<Words> words) {

    static Sums withheld(Map<Breakdown, List<Cell>> cells) {
        return new Sums(cells, 0, List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    /**
     * Which result, and how far the votes had come.
     *
     * @param words how many answers in words to each question at most
     * @param ownChange when the reader's own answer was changed last, so that nobody misses what she just did; null when it was not
     */
    record Key(long pollId, Part part, boolean perThousand, int words, int participants, Instant ownChange) {
    }
}
