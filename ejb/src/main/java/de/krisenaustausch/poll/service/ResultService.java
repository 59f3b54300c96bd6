package de.krisenaustausch.poll.service;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ReleaseRule;
import de.krisenaustausch.poll.ResultRepository;
import de.krisenaustausch.poll.ResultRepository.Bin;
import de.krisenaustausch.poll.ResultRepository.Bins;
import de.krisenaustausch.poll.ResultRepository.Chosen;
import de.krisenaustausch.poll.ResultRepository.Part;
import de.krisenaustausch.poll.ResultRepository.Spread;
import de.krisenaustausch.poll.ResultRepository.Words;
import de.krisenaustausch.poll.VoteRepository;
import de.krisenaustausch.poll.VoteRepository.Response;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.poll.service.ResultView.BinResult;
import de.krisenaustausch.poll.service.ResultView.Cell;
import de.krisenaustausch.poll.service.ResultView.OptionResult;
import de.krisenaustausch.poll.service.ResultView.QuestionResult;
import de.krisenaustausch.shared.NotAllowedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Results of polls, as far as each reader may see them. */
@Stateless
@RolesAllowed({"member", "admin"})
public class ResultService {

    /** Rows on one page of single answers. */
    public static final int PAGE = 20;
    /** So many answers in words to each question stand on a page. */
    public static final int WORDS = 20;
    /** So many do for whoever wants more; the download has all. */
    public static final int MORE_WORDS = 200;
    private static final int ALL_WORDS = 100_000;
    private static final int THOUSAND = 1_000;

    @Inject
    private PollService polls;

    @Inject
    private ResultRepository results;

    @Inject
    private SumCache kept;

    @Inject
    private VoteRepository votes;

    @Inject
    private PollAccess access;

    @Inject
    private Configuration configuration;

    /** Who answered what to a named poll. @param after where the next page begins; null on the last */
    public record Answers(List<AnswerRow> rows, Response after) {
    }

    /** A poll with its result and one page of single answers; both are null when the reader may not see the result, or not yet. */
    public record ResultPage(PollView poll, ResultView result, Answers answers) {
    }

    /** One voter's answers. */
    public record AnswerRow(Response response, List<Answer> answers) {
    }

    /**
     * @param part whose answers are summed up; of an anonymous poll one that may not be shown gives a result without sums
     * @param perThousand numbers for each thousand inhabitants, of a named poll of municipalities
     * @throws NotAllowedException when the reader may not see the result, or not yet
     */
    public ResultView result(String space, long id, Part part, boolean perThousand) {
        return result(seen(space, id), part, perThousand, MORE_WORDS);
    }

    /** The same with all answers in words. */
    public ResultView whole(String space, long id, Part part, boolean perThousand) {
        return result(seen(space, id), part, perThousand, ALL_WORDS);
    }

    /**
     * All that a page shows.
     *
     * @param more whether as many answers in words as {@link #MORE_WORDS}
     * @param after the last single answer of the page before; null for the first page
     */
    public ResultPage page(String space, long id, Part part, boolean perThousand, boolean more, Response after) {
        PollView poll = polls.view(space, id);
        return poll.results() ? new ResultPage(poll, result(poll, part, perThousand, more ? MORE_WORDS : WORDS), answers(poll, after, PAGE)) : new ResultPage(poll, null, null);
    }

    private PollView seen(String space, long id) {
        PollView poll = polls.view(space, id);
        if (!poll.results()) {
            throw new NotAllowedException();
        }
        return poll;
    }

    private ResultView result(PollView poll, Part part, boolean perThousand, int words) {
        boolean relative = perThousand && !poll.anonymous() && poll.answeredBy() == AnsweredBy.MUNICIPALITY;
        Sums sums = words > MORE_WORDS ? sums(poll, part, relative, words)
            : kept.get(new Sums.Key(poll.id(), part, relative, words, poll.participants(), ownChange(poll)), () -> sums(poll, part, relative, words));
        boolean enough = !poll.anonymous() || sums.ballots() > 0;
        return new ResultView(poll, part, sums.ballots(), configuration.pollMinimum(), enough, relative, sums.cells(), sums.ballots() > 0 ? questions(poll, sums, relative) : List.of());
    }

    private static Instant ownChange(PollView poll) {
        return poll.mine() == null ? null : poll.mine().changedAt();
    }

    private Sums sums(PollView poll, Part part, boolean perThousand, int limit) {
        Map<Breakdown, Map<String, Integer>> counted = results.cells(poll.id());
        Map<Breakdown, List<Cell>> cells = cells(poll, counted);
        int ballots = poll.anonymous() ? anonymousBallots(poll, counted, cells, part) : ballots(poll.id(), counted, part);
        if (ballots == 0 || poll.anonymous() && !rule().permits(ballots)) {
            return Sums.withheld(cells);
        }
        List<Spread> spreads = results.spreads(ids(poll, QuestionKind.NUMBER), part, perThousand);
        Map<Long, Bins> bins = new HashMap<>();
        spreads.forEach(spread -> bins.put(spread.questionId(), Scale.of(spread.least(), spread.greatest(), !perThousand && question(poll, spread.questionId()).decimals() == 0)));
        // words are like fingerprints: of an anonymous poll they stand beside the whole only, never beside a part
        List<Words> words = poll.anonymous() && !part.whole() ? List.of() : results.words(ids(poll, QuestionKind.TEXT), part, !poll.anonymous(), limit);
        return new Sums(cells, ballots, results.chosen(ids(poll, QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.RANKING, QuestionKind.YES_NO_NOT_YET), part),
            spreads, bins, results.distribution(bins, part, perThousand), words);
    }

    private ReleaseRule rule() {
        return new ReleaseRule(configuration.pollMinimum());
    }

    /** Of one fact alone the number is known already. */
    private int ballots(long id, Map<Breakdown, Map<String, Integer>> counted, Part part) {
        if (part.whole()) {
            return counted.get(Breakdown.STATE).values().stream().mapToInt(Integer::intValue).sum();
        }
        return part.size() == null && part.kind() == null ? counted.get(Breakdown.STATE).getOrDefault(part.state(), 0) : results.ballots(id, part);
    }

    /** @return how many ballots are in the part; 0 when its sums may not be shown */
    private int anonymousBallots(PollView poll, Map<Breakdown, Map<String, Integer>> counted, Map<Breakdown, List<Cell>> cells, Part part) {
        if (part.whole()) {
            return poll.breakdown() == null ? results.ballots(poll.id(), Part.ALL) : counted.get(poll.breakdown()).values().stream().mapToInt(Integer::intValue).sum();
        }
        Breakdown breakdown = poll.breakdown();
        String value = breakdown == null ? null : breakdown == Breakdown.STATE ? part.state() : breakdown == Breakdown.SIZE ? part.size() : part.kind();
        boolean alone = value != null && List.of(part.state() == null, part.size() == null, part.kind() == null).stream().filter(none -> none).count() == 2;
        return alone ? cells.get(breakdown).stream().filter(cell -> cell.shown() && cell.value().equals(value)).mapToInt(Cell::count).sum() : 0;
    }

    private Map<Breakdown, List<Cell>> cells(PollView poll, Map<Breakdown, Map<String, Integer>> counted) {
        Map<Breakdown, List<Cell>> cells = new EnumMap<>(Breakdown.class);
        counted.forEach((breakdown, values) -> {
            if (!poll.anonymous() || breakdown == poll.breakdown()) {
                Set<String> shown = poll.anonymous() ? rule().released(values) : values.keySet();
                cells.put(breakdown, values.entrySet().stream().map(each -> new Cell(each.getKey(), shown.contains(each.getKey()) ? each.getValue() : 0, shown.contains(each.getKey()))).toList());
            }
        });
        return cells;
    }

    private List<QuestionResult> questions(PollView poll, Sums sums, boolean perThousand) {
        List<QuestionResult> all = new ArrayList<>();
        for (PollQuestionView question : poll.questions()) {
            Answer mine = poll.mine() == null ? null : poll.mine().answers().stream().filter(answer -> answer.questionId() == question.id()).findFirst().orElse(null);
            List<Chosen> own = sums.chosen().stream().filter(each -> each.questionId() == question.id()).toList();
            Spread spread = sums.spreads().stream().filter(each -> each.questionId() == question.id()).findFirst().orElse(null);
            List<Words> said = sums.words().stream().filter(each -> each.questionId() == question.id()).toList();
            int answered = question.kind().isChoice() ? own.stream().filter(each -> each.place() == 1).mapToInt(Chosen::count).sum() : spread != null ? spread.count() : said.isEmpty() ? 0 : said.get(0).of();
            all.add(new QuestionResult(question, answered, options(question, own, answered, mine), spread, !poll.anonymous(),
                spread == null ? List.of() : bins(sums.bins().get(question.id()), spread, sums.distribution()), said, mine, own(mine, perThousand)));
        }
        return all;
    }

    /** Where numbers stand for each thousand inhabitants, the answer is that of the reader's municipality. */
    private Double own(Answer mine, boolean perThousand) {
        if (mine == null || mine.number() == null) {
            return null;
        }
        int inhabitants = perThousand ? access.reader().getMunicipality().getPopulation() : THOUSAND;
        return inhabitants == 0 ? null : mine.number().doubleValue() * THOUSAND / inhabitants;
    }

    private static List<OptionResult> options(PollQuestionView question, List<Chosen> chosen, int answered, Answer mine) {
        List<OptionResult> options = new ArrayList<>();
        int most = question.options().size();
        for (OptionView option : question.options()) {
            List<Chosen> own = chosen.stream().filter(each -> each.optionId() == option.id()).toList();
            int count = own.stream().mapToInt(Chosen::count).sum();
            int first = own.stream().filter(each -> each.place() == 1).mapToInt(Chosen::count).sum();
            int points = own.stream().mapToInt(each -> each.count() * (most + 1 - each.place())).sum();
            double share = answered == 0 ? 0 : question.kind() == QuestionKind.RANKING ? points / (double) (answered * most) : count / (double) answered;
            options.add(new OptionResult(option.id(), option.label(), count, share, first, mine != null && mine.options().contains(option.id())));
        }
        return options;
    }

    private static List<BinResult> bins(Bins scale, Spread spread, List<Bin> distribution) {
        Map<Integer, Integer> counts = new HashMap<>();
        distribution.stream().filter(bin -> bin.questionId() == spread.questionId()).forEach(bin -> counts.put(bin.bin(), bin.count()));
        int last = Math.max(Scale.bin(scale, spread.greatest()), counts.keySet().stream().max(Integer::compare).orElse(0));
        List<BinResult> bins = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            bins.add(new BinResult(Scale.edge(scale.from(), scale.width(), i), Scale.edge(scale.from(), scale.width(), i + 1), counts.getOrDefault(i, 0)));
        }
        return bins;
    }

    /**
     * @param after the last one of the page before; null for the first page
     * @return who answered what; nothing of an anonymous poll
     * @throws NotAllowedException when the reader may not see the result, or not yet
     */
    public Answers answers(String space, long id, Response after, int limit) {
        return answers(seen(space, id), after, limit);
    }

    private Answers answers(PollView poll, Response after, int limit) {
        if (poll.anonymous()) {
            return new Answers(List.of(), null);
        }
        List<Response> found = votes.responses(poll.id(), after, limit + 1);
        List<Response> shown = found.size() > limit ? found.subList(0, limit) : found;
        Map<UUID, List<Answer>> answers = votes.answers(shown.stream().map(Response::ballot).toList());
        return new Answers(shown.stream().map(response -> new AnswerRow(response, answers.get(response.ballot()))).toList(),
            found.size() > limit ? shown.get(shown.size() - 1) : null);
    }

    private static PollQuestionView question(PollView poll, long id) {
        return poll.questions().stream().filter(question -> question.id() == id).findFirst().orElseThrow();
    }

    private static Collection<Long> ids(PollView poll, QuestionKind... kinds) {
        Set<QuestionKind> wanted = Set.of(kinds);
        return poll.questions().stream().filter(question -> wanted.contains(question.kind())).map(PollQuestionView::id).toList();
    }
}
