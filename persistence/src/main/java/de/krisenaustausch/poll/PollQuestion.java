package de.krisenaustausch.poll;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** A question of a poll with what it asks for. It is written with the draft; afterwards only its words can be corrected. */
@Entity
@Table(name = "poll_question")
public class PollQuestion extends VersionedEntity {

    public static final int TEXT_LENGTH = 500;
    public static final int UNIT_LENGTH = 40;
    public static final int ANSWER_LENGTH = 4000;
    public static final int OPTIONS = 30;
    public static final int DECIMALS = 4;
    /** 14 digits before the comma are what the column keeps. */
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999");
    private static final List<String> WORDS = List.of("YES", "NO", "NOT_YET");

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "poll_id")
    private Poll poll;

    @Column(nullable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 14)
    private QuestionKind kind;

    @Column(nullable = false, length = TEXT_LENGTH)
    private String text;

    @Column(nullable = false)
    private boolean optional;

    private Integer most;

    @Column(length = UNIT_LENGTH)
    private String unit;

    private BigDecimal least;

    private BigDecimal greatest;

    @Column(nullable = false)
    private int decimals;

    @OneToMany(mappedBy = "question", cascade = {CascadeType.PERSIST, CascadeType.REMOVE}, orphanRemoval = true)
    @OrderBy("position")
    private List<PollOption> options = new ArrayList<>();

    protected PollQuestion() {
    }

    /**
     * What is asked; checked as a whole when the question is made.
     *
     * @param options their labels, for kinds that have their own
     * @param most of several options, null without a limit
     * @param decimals behind the comma, 0 to 4
     */
    public record Draft(QuestionKind kind, String text, boolean optional, List<String> options, Integer most, String unit,
                        BigDecimal least, BigDecimal greatest, int decimals) {
    }

    PollQuestion(Poll poll, int position, Draft draft) {
        if (draft.kind() == null) {
            throw new BusinessException("error.required", "field.questionKind");
        }
        this.poll = poll;
        this.position = position;
        this.kind = draft.kind();
        this.optional = draft.optional();
        word(draft.text());
        if (kind.isChoice()) {
            offer(kind.hasOwnOptions() ? draft.options() : WORDS);
        }
        if (kind == QuestionKind.MULTIPLE) {
            limit(draft.most());
        }
        if (kind == QuestionKind.NUMBER) {
            measure(draft);
        }
    }

    private void offer(List<String> labels) {
        List<String> given = labels == null ? List.of() : labels.stream().map(Text::oneLine).filter(label -> label != null && !label.isBlank()).toList();
        if (given.size() < 2) {
            throw new BusinessException("poll.twoOptions", text);
        }
        if (given.size() > OPTIONS) {
            throw new BusinessException("poll.tooManyOptions", text, OPTIONS);
        }
        if (new HashSet<>(given).size() < given.size()) {
            throw new BusinessException("poll.sameOption", text);
        }
        for (int i = 0; i < given.size(); i++) {
            options.add(new PollOption(this, i, given.get(i)));
        }
    }

    private void limit(Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > options.size())) {
            throw new BusinessException("poll.most", text, options.size());
        }
        most = wanted;
    }

    private void measure(Draft draft) {
        if (draft.decimals() < 0 || draft.decimals() > DECIMALS) {
            throw new BusinessException("poll.decimals", DECIMALS);
        }
        decimals = draft.decimals();
        unit = Text.optional(Text.oneLine(draft.unit()), UNIT_LENGTH, "field.unit");
        least = fits(draft.least());
        greatest = fits(draft.greatest());
        if (least != null && greatest != null && least.compareTo(greatest) > 0) {
            throw new BusinessException("poll.limits", text);
        }
    }

    final void word(String newText) {
        text = Text.required(Text.oneLine(newText), TEXT_LENGTH, "field.pollQuestion");
    }

    /** @throws BusinessException when the number has more digits than can be kept */
    private BigDecimal fits(BigDecimal number) {
        if (number != null && (number.abs().compareTo(LARGEST) > 0 || number.stripTrailingZeros().scale() > decimals)) {
            throw new BusinessException("poll.number.decimals", text, decimals);
        }
        return number;
    }

    /**
     * @return the answer as it may be kept
     * @throws BusinessException when it does not answer this question, saying why
     */
    Answer check(Answer answer) {
        if (answer.empty()) {
            if (!optional) {
                throw new BusinessException("poll.unanswered", text);
            }
            return Answer.of(getId(), List.of());
        }
        return switch (kind) {
            case TEXT -> new Answer(getId(), List.of(), null, Text.required(answer.text(), ANSWER_LENGTH, "field.answer"));
            case NUMBER -> new Answer(getId(), List.of(), checkNumber(answer.number()), null);
            default -> Answer.of(getId(), checkOptions(answer.options()));
        };
    }

    private BigDecimal checkNumber(BigDecimal number) {
        if (number == null) {
            throw new BusinessException("poll.number", text);
        }
        fits(number);
        if (least != null && number.compareTo(least) < 0) {
            throw new BusinessException("poll.number.least", text, least);
        }
        if (greatest != null && number.compareTo(greatest) > 0) {
            throw new BusinessException("poll.number.greatest", text, greatest);
        }
        return number;
    }

    private List<Long> checkOptions(List<Long> chosen) {
        boolean known = options.stream().map(PollOption::getId).toList().containsAll(chosen);
        if (!known || new HashSet<>(chosen).size() < chosen.size()) {
            throw new BusinessException(kind == QuestionKind.RANKING ? "poll.samePlace" : "poll.unknownOption", text);
        }
        if (kind.isSingle() && chosen.size() > 1) {
            throw new BusinessException("poll.onlyOne", text);
        }
        if (most != null && chosen.size() > most) {
            throw new BusinessException("poll.tooMany", text, most);
        }
        return chosen;
    }

    /** @return the same question to be asked anew */
    public Draft draft() {
        return new Draft(kind, text, optional, getOptions().stream().map(PollOption::getLabel).toList(), most, unit, least, greatest, decimals);
    }

    public Poll getPoll() {
        return poll;
    }

    public int getPosition() {
        return position;
    }

    public QuestionKind getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public boolean isOptional() {
        return optional;
    }

    /** @return how many options may be chosen; null without a limit */
    public Integer getMost() {
        return most;
    }

    public String getUnit() {
        return unit;
    }

    public BigDecimal getLeast() {
        return least;
    }

    public BigDecimal getGreatest() {
        return greatest;
    }

    public int getDecimals() {
        return decimals;
    }

    public List<PollOption> getOptions() {
        return options.stream().sorted(Comparator.comparingInt(PollOption::getPosition)).toList();
    }
}
