package de.krisenaustausch.question.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.AnswerComment;
import de.krisenaustausch.question.AnswerKey;
import de.krisenaustausch.question.AnswerRepository;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionList;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.QuestionRow;
import de.krisenaustausch.question.QuestionState;
import de.krisenaustausch.question.Referral;
import de.krisenaustausch.question.Revision;
import de.krisenaustausch.question.Stage;
import de.krisenaustausch.question.WaitingRepository;
import de.krisenaustausch.question.service.QuestionView.AnswerView;
import de.krisenaustausch.question.service.QuestionView.AttachmentView;
import de.krisenaustausch.question.service.QuestionView.CommentView;
import de.krisenaustausch.question.service.QuestionView.ReferralView;
import de.krisenaustausch.question.service.QuestionView.Rights;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceAccess;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reading questions: lists, one question with its answers, what they said before. */
@Stateless
@RolesAllowed({"member", "admin"})
public class QuestionService {

    /** Rows on one page of a list. */
    public static final int PAGE = 20;
    /** Answers on one page of a question. */
    public static final int ANSWERS = 50;
    private static final int COUNTED = 1000;
    private static final int HISTORY = 200;

    @Inject
    private QuestionRepository questions;

    @Inject
    private AnswerRepository answers;

    @Inject
    private WaitingRepository waiting;

    @Inject
    private DocumentRepository documents;

    @Inject
    private QuestionFinder finder;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    /** One page of a list; {@code next} is null on the last. */
    public record QuestionPage(List<QuestionRow> rows, ListKey next) {
    }

    /** A figure, counted no further than to a limit: {@code more} says that it is larger. */
    public record Count(int number, boolean more) {

        static Count of(int counted) {
            return new Count(Math.min(counted, COUNTED), counted > COUNTED);
        }
    }

    /** All that the page of a space's questions shows. */
    public record Overview(String spaceName, List<TopicView> topics, QuestionPage page, Map<QuestionList, Count> counts) {
    }

    /** What a question or an answer said before. @param title of the question; null for an answer */
    public record Earlier(Long answerId, String title, String text, String writtenBy, Instant writtenAt, Instant replacedAt) {
    }

    /**
     * @param topic a slug, or null for all; unknown ones give an empty list
     * @param after the last row of the page before, or null
     * @throws NotFoundException when the reader may not see into the space
     */
    public QuestionPage list(String space, QuestionList view, String topic, ListKey after, int limit) {
        return page(access.look(space), view, topic, after, limit);
    }

    /** The same with the figures of all views. @return what the page shows, in a fixed number of statements */
    public Overview overview(String space, QuestionList view, String topic, ListKey after) {
        SpaceAccess.Entry entry = access.read(space);
        QuestionRepository.Counts counts = questions.counts(entry.space().getId(), current.get().memberId(), current.get().municipalityId(), COUNTED + 1);
        return new Overview(entry.space().getName(), entry.space().getTopics().stream().map(each -> new TopicView(each.getSlug(), each.getName())).toList(),
            page(entry, view, topic, after, PAGE),
            Map.of(QuestionList.ALL, Count.of(counts.all()), QuestionList.OPEN, Count.of(counts.open()),
                QuestionList.UNANSWERED, Count.of(counts.unanswered()), QuestionList.MINE, Count.of(counts.mine()),
                QuestionList.MUNICIPALITY, Count.of(counts.municipality())));
    }

    private QuestionPage page(SpaceAccess.Entry entry, QuestionList view, String topic, ListKey after, int limit) {
        QuestionRepository.Filter filter = new QuestionRepository.Filter(entry.space().getId(), view, current.get().memberId(), current.get().municipalityId(), topic);
        List<QuestionRow> rows = questions.newest(filter, after, limit + 1);
        if (rows.size() <= limit) {
            return new QuestionPage(rows, null);
        }
        QuestionRow last = rows.get(limit - 1);
        return new QuestionPage(List.copyOf(rows.subList(0, limit)), new ListKey(last.askedAt(), last.id()));
    }

    /**
     * @param after the last answer of the page before, or null
     * @return the question with its answers, in a number of statements that does not grow with them
     * @throws NotFoundException when it does not exist or may not be seen; a {@link MovedQuestionException} when it stands elsewhere
     */
    public QuestionView view(String space, long id, AnswerKey after) {
        QuestionFinder.Found found = finder.open(space, id);
        Question question = found.question();
        Member reader = current.member();
        List<Answer> shown = answers.of(question, after, ANSWERS + 1);
        Answer last = shown.size() > ANSWERS ? shown.get(ANSWERS - 1) : null;
        List<Answer> page = last == null ? shown : shown.subList(0, ANSWERS);
        List<AttachmentView> attachments = documents.inSpace(found.entry().space().getId(), questions.attachments(id)).stream().map(QuestionService::view).toList();
        return view(found, reader, attachments, answers(found, reader, page),
            last == null ? null : new AnswerKey(last.getVotes(), last.getId()), waiting.referrals(id));
    }

    /** An answer opened to be changed. */
    public record OpenAnswer(long id, int revision, String text, long questionId, String questionTitle, String space, String spaceName) {
    }

    /** @return the answer for those who may change it. @throws NotAllowedException when she may not */
    public OpenAnswer editable(String space, long answerId) {
        QuestionFinder.FoundAnswer found = finder.openOwnAnswer(space, answerId);
        Answer answer = found.answer();
        return new OpenAnswer(answerId, answer.getVersion(), answer.getText(), found.question().getId(), found.question().getTitle(),
            found.entry().space().getSlug(), found.entry().space().getName());
    }

    /** @return id of the question that the answer belongs to */
    public long questionOf(String space, long answerId) {
        return finder.openAnswer(space, answerId).question().getId();
    }

    /** @return what the question and its answers said before, the last replaced first */
    public List<Earlier> history(String space, long id) {
        finder.open(space, id);
        return questions.revisions(id, HISTORY).stream().map(QuestionService::earlier).toList();
    }

    private static Earlier earlier(Revision revision) {
        return new Earlier(revision.getAnswer() == null ? null : revision.getAnswer().getId(), revision.getTitle(), revision.getText(),
            revision.getWrittenBy().getName(), revision.getWrittenAt(), revision.getReplacedAt());
    }

    private List<AnswerView> answers(QuestionFinder.Found found, Member reader, List<Answer> page) {
        List<Long> ids = page.stream().map(Answer::getId).toList();
        Map<Long, List<AnswerComment>> comments = answers.comments(ids).stream().collect(Collectors.groupingBy(comment -> comment.getAnswer().getId()));
        Set<Long> helped = answers.helped(reader.getId(), ids);
        return page.stream().map(answer -> view(answer, found.entry(), reader, helped, comments.getOrDefault(answer.getId(), List.of()))).toList();
    }

    private static AnswerView view(Answer answer, SpaceAccess.Entry entry, Member reader, Set<Long> helped, List<AnswerComment> comments) {
        Question question = answer.getQuestion();
        return new AnswerView(answer.getId(), answer.getVersion(), answer.getText(), answer.isOfficial(), answer.getMunicipality().getName(),
            answer.getMunicipality().getState(), answer.getMunicipality().getPopulation(), answer.getAnsweredBy().getName(), answer.getAnsweredBy().getOffice(),
            answer.getAnsweredAt(), answer.getChangedAt(), answer.getVotes(), helped.contains(answer.getId()), answer.equals(question.getAccepted()),
            answer.isBy(reader), entry.moderator() || answer.isOwnedBy(reader), comments.stream().map(comment -> view(comment, entry, reader)).toList());
    }

    private static CommentView view(AnswerComment comment, SpaceAccess.Entry entry, Member reader) {
        return new CommentView(comment.getId(), comment.getText(), comment.getWrittenBy().getName(), comment.getMunicipality().getName(), comment.getWrittenAt(),
            entry.moderator() || comment.isBy(reader));
    }

    private static AttachmentView view(Document document) {
        return new AttachmentView(document.getId(), document.getTitle(), document.getCurrent().getKind(), document.getCurrent().getSize());
    }

    private static QuestionView view(QuestionFinder.Found found, Member reader, List<AttachmentView> attachments, List<AnswerView> answers, AnswerKey next, List<Referral> referrals) {
        Question question = found.question();
        boolean asker = question.isAskedBy(reader);
        boolean settles = asker || found.entry().moderator();
        boolean asked = referrals.stream().anyMatch(referral -> referral.getMember().equals(reader));
        boolean waits = question.getState() == QuestionState.OPEN && question.getAnswerCount() == 0;
        return new QuestionView(question.getId(), question.getVersion(), question.getSpace().getSlug(), question.getSpace().getName(), question.getTitle(),
            question.getText(), question.getUrgentUntil(), question.getMunicipality().getName(), question.getMunicipality().getState(),
            question.getMunicipality().getPopulation(), question.getAskedBy().getName(), question.getAskedBy().getOffice(), question.getAskedAt(),
            question.getChangedAt(), question.getState(), question.getClosedReason(),
            question.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList(), attachments, question.getAnswerCount(), answers, next,
            question.getStage(), question.getStagedAt(), waits && question.getStage() != Stage.MODERATORS ? question.getStagedAt().plus(Duration.ofHours(question.getSpace().getWaitHours())) : null,
            settles || asked ? referrals.stream().map(referral -> view(referral, reader)).toList() : List.of(),
            new Rights(question.getState().isTakingAnswers(), settles, settles, found.entry().moderator(), asker && question.getAnswerCount() == 0, asked && waits));
    }

    private static ReferralView view(Referral referral, Member reader) {
        Member member = referral.getMember();
        return new ReferralView(member.getName(), member.getMunicipality() == null ? null : member.getMunicipality().getName(), referral.getStage(),
            referral.getReferredAt(), referral.getReply(), member.equals(reader));
    }
}
