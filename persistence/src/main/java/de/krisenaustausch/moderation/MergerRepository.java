package de.krisenaustausch.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Moves all that hangs on one account over to another. Where both have something of which there can be one only, such as a membership in
 * the same space, the stronger one stays; how the remaining account follows a space stays as it is.
 */
@ApplicationScoped
public class MergerRepository {

    /**
     * Every column that refers to a member, so that a test can hold it against the schema: one that is added later must be moved too.
     */
    static final List<String> REFERENCES = List.of("access_request.decided_by_id", "answer.answered_by_id", "answer.changed_by_id", "answer_comment.written_by_id",
        "answer_vote.member_id", "approval_delegate.member_id", "delivery.member_id", "document.shared_by_id", "document_version.uploaded_by_id",
        "invitation.invited_by_id", "link.shared_by_id", "member.merged_into_id", "member_association.member_id", "membership.member_id", "poll.created_by_id",
        "poll_change.changed_by_id", "poll_participation.member_id", "poll_response.changed_by_id", "poll_response.member_id", "question.asked_by_id",
        "question.changed_by_id", "referral.member_id", "revision.written_by_id", "space_visit.member_id", "subscription.member_id", "topic_expert.member_id",
        "upload.member_id");

    /** ?1 is the account that goes, ?2 the one that stays. */
    private static final List<String> STEPS = List.of(
        """
        update membership t set version = t.version + 1, state = 'ACTIVE',
          role = case when f.role = 'MODERATOR' or t.state = 'ACTIVE' and t.role = 'MODERATOR' then 'MODERATOR' else 'MEMBER' end
        from membership f where f.member_id = ?1 and t.member_id = ?2 and t.space_id = f.space_id and f.state = 'ACTIVE'""",
        "delete from membership f using membership t where f.member_id = ?1 and t.member_id = ?2 and t.space_id = f.space_id",
        "update membership set member_id = ?2, version = version + 1 where member_id = ?1",
        "delete from space_visit f using space_visit t where f.member_id = ?1 and t.member_id = ?2 and t.space_id = f.space_id",
        "update space_visit set member_id = ?2, version = version + 1 where member_id = ?1",
        "delete from subscription f using subscription t where f.member_id = ?1 and t.member_id = ?2 and t.space_id = f.space_id",
        "update subscription set member_id = ?2, version = version + 1 where member_id = ?1",
        "delete from delivery f using delivery t where f.member_id = ?1 and t.member_id = ?2 and t.event = f.event",
        "update delivery set member_id = ?2, version = version + 1 where member_id = ?1",
        """
        delete from approval_delegate f using approval_delegate t where f.member_id = ?1 and t.member_id = ?2
          and (f.association_id, f.state, f.municipality_id) is not distinct from (t.association_id, t.state, t.municipality_id)""",
        "update approval_delegate set member_id = ?2, version = version + 1 where member_id = ?1",
        "update document set shared_by_id = ?2, version = version + 1 where shared_by_id = ?1",
        "update document_version set uploaded_by_id = ?2, version = version + 1 where uploaded_by_id = ?1",
        "update question set asked_by_id = ?2, version = version + 1 where asked_by_id = ?1",
        "update question set changed_by_id = ?2, version = version + 1 where changed_by_id = ?1",
        "update answer set answered_by_id = ?2, version = version + 1 where answered_by_id = ?1",
        "update answer set changed_by_id = ?2, version = version + 1 where changed_by_id = ?1",
        "update answer_comment set written_by_id = ?2, version = version + 1 where written_by_id = ?1",
        "update revision set written_by_id = ?2, version = version + 1 where written_by_id = ?1",
        // what one of the two said of an answer of the other is her own now, and does not count; nor does what both said
        """
        with gone as (delete from answer_vote f using answer a where a.id = f.answer_id and (f.member_id in (?1, ?2) and a.answered_by_id = ?2
          or f.member_id = ?1 and exists (select 1 from answer_vote t where t.answer_id = f.answer_id and t.member_id = ?2)) returning f.answer_id)
        update answer set votes = votes - (select count(*) from gone where answer_id = answer.id) where id in (select answer_id from gone)""",
        "update answer_vote set member_id = ?2 where member_id = ?1",
        "delete from topic_expert f using topic_expert t where f.member_id = ?1 and t.member_id = ?2 and t.space_id = f.space_id and t.topic_id = f.topic_id",
        "update topic_expert set member_id = ?2, version = version + 1 where member_id = ?1",
        "delete from referral f using referral t where f.member_id = ?1 and t.member_id = ?2 and t.question_id = f.question_id",
        "update referral set member_id = ?2, version = version + 1 where member_id = ?1",
        "update poll set created_by_id = ?2, version = version + 1 where created_by_id = ?1",
        "update poll_change set changed_by_id = ?2, version = version + 1 where changed_by_id = ?1",
        "delete from poll_participation f using poll_participation t where f.member_id = ?1 and t.member_id = ?2 and t.poll_id = f.poll_id",
        "update poll_participation set member_id = ?2 where member_id = ?1",
        "update poll_response set member_id = ?2 where member_id = ?1",
        "update poll_response set changed_by_id = ?2 where changed_by_id = ?1",
        "update link set shared_by_id = ?2, version = version + 1 where shared_by_id = ?1",
        "update upload set member_id = ?2, version = version + 1 where member_id = ?1",
        "update access_request set decided_by_id = ?2, version = version + 1 where decided_by_id = ?1",
        "update invitation set invited_by_id = ?2, version = version + 1 where invited_by_id = ?1",
        "update member set merged_into_id = ?2, version = version + 1 where merged_into_id = ?1",
        // her sign-in says of which associations she is
        "delete from member_association where member_id = ?1 and ?2 > 0");

    @PersistenceContext
    private EntityManager em;

    /**
     * What hangs on an account.
     *
     * @param memberships spaces that she is in
     * @param requests spaces that she wants into or was invited to
     * @param follows spaces that she follows
     * @param documents that name her as who shared them
     * @param versions of any documents that she brought in
     * @param links that name her as who shared them
     * @param questions that she asked
     * @param answers that she gave
     * @param polls that she drafted or asked
     * @param uploads files that are not shared yet
     * @param invitations that she wrote
     * @param delegations what she decides on for others
     */
    public record Belongings(long memberships, long requests, long follows, long documents, long versions, long links, long questions, long answers, long polls,
                             long uploads, long invitations, long delegations) {
    }

    /** @return what would move, in one statement */
    public Belongings belongings(long memberId) {
        Object[] row = (Object[]) em.createNativeQuery("""
                select (select count(*) from membership where member_id = ?1 and state = 'ACTIVE'), (select count(*) from membership where member_id = ?1 and state <> 'ACTIVE'),
                  (select count(distinct space_id) from subscription where member_id = ?1), (select count(*) from document where shared_by_id = ?1),
                  (select count(*) from document_version where uploaded_by_id = ?1), (select count(*) from link where shared_by_id = ?1),
                  (select count(*) from question where asked_by_id = ?1), (select count(*) from answer where answered_by_id = ?1),
                  (select count(*) from poll where created_by_id = ?1), (select count(*) from upload where member_id = ?1),
                  (select count(*) from invitation where invited_by_id = ?1), (select count(*) from approval_delegate where member_id = ?1)""")
            .setParameter(1, memberId).getSingleResult();
        return new Belongings(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]), number(row[5]), number(row[6]), number(row[7]),
            number(row[8]), number(row[9]), number(row[10]), number(row[11]));
    }

    /** Moves it; entities that were read before are out of date afterwards. */
    public void move(long from, long to) {
        em.flush();
        STEPS.forEach(sql -> em.createNativeQuery(sql).setParameter(1, from).setParameter(2, to).executeUpdate());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
