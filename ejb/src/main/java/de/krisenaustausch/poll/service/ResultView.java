package de.krisenaustausch.poll.service;

import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.ResultRepository.Part;
import de.krisenaustausch.poll.ResultRepository.Spread;
import de.krisenaustausch.poll.ResultRepository.Words;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import java.util.List;
import java.util.Map;

/**
 * The result of a poll, or of a part of it.
 *
 * @param part whose answers are summed up
 * @param ballots how many these are; 0 where that may not be said
 * @param minimum how many answers a sum must cover, of an anonymous poll
 * @param enough whether sums may be shown
 * @param perThousand whether numbers are those for each thousand inhabitants
 * @param cells by what the result can be taken apart; empty where it can't
 */
public record ResultView(PollView poll, Part part, int ballots, int minimum, boolean enough, boolean perThousand, Map<Breakdown, List<Cell>> cells, List<QuestionResult> questions) {

    /** Part of the answers by one fact. @param value name of the enum's constant @param shown whether its sums may be shown */
    public record Cell(String value, int count, boolean shown) {
    }

    /**
     * What was answered to a question; what its kind has not is null or empty.
     *
     * @param answered how many answered it
     * @param limits whether the smallest and the greatest number may be shown: they are one answer each
     * @param mine what the reader or a colleague answered, of a named poll; else null
     * @param own the number of it, as those are that it stands beside: for each thousand inhabitants if they are; else null
     */
    public record QuestionResult(PollQuestionView question, int answered, List<OptionResult> options, Spread spread, boolean limits, List<BinResult> bins, List<Words> words,
                                 Answer mine, Double own) {

        /** @return whether the reader's own number lies in there */
        public boolean isMine(BinResult bin) {
            return own != null && own >= bin.from() && own < bin.to();
        }
    }

    /**
     * How often an option was chosen.
     *
     * @param share of those who answered the question, 0 to 1; of a ranking the points it got of those it could have got
     * @param first of a ranking how many put it first
     * @param mine whether the reader or a colleague chose it
     */
    public record OptionResult(long id, String label, int count, double share, int first, boolean mine) {
    }

    /** Numbers from {@code from} on that are smaller than {@code to}. */
    public record BinResult(double from, double to, int count) {
    }
}
