package de.krisenaustausch.notification;

/**
 * What people hear of questions: followers of a new one, those who wrote of an answer, its writer of an accepted one, and those whom
 * a question that waits is handed to.
 */
final class QuestionNews {

    static final News ASKED = News.ofMarkdown("QuestionAsked", question("q.state in ('OPEN', 'ANSWERED')"), News.followers("question"));

    static final News ANSWERED = News.ofMarkdown("QuestionAnswered", answer("q.state <> 'MERGED'", "u.id"), """
        select member_id, cast(null as bigint) as subscription_id, min(reason) as reason from (
          select q.asked_by_id as member_id, 'ASKED' as reason from answer a join question q on q.id = a.question_id where a.id = ?2
          union all select b.answered_by_id, 'WROTE' from answer a join answer b on b.question_id = a.question_id where a.id = ?2 and b.id <> a.id and b.deleted_at is null and b.answered_at <= a.answered_at
          union all select c.written_by_id, 'WROTE' from answer a join answer b on b.question_id = a.question_id join answer_comment c on c.answer_id = b.id
            where a.id = ?2 and b.deleted_at is null and c.written_at <= a.answered_at) wrote
        group by member_id""");

    /** Who asks accepts, or a moderator does in her place. */
    static final News ACCEPTED = News.ofMarkdown("AnswerAccepted", answer("q.accepted_id = a.id", "q.asked_by_id"), """
        select a.answered_by_id as member_id, cast(null as bigint) as subscription_id, cast('ANSWERED' as varchar) as reason from answer a where a.id = ?2""");

    static final News FOR_EXPERTS = waiting("QuestionForExperts", "EXPERTS");

    static final News FOR_MODERATORS = waiting("QuestionForModerators", "MODERATORS");

    private QuestionNews() {
    }

    private static News waiting(String kind, String stage) {
        return News.ofMarkdown(kind, question("q.state = 'OPEN' and q.answer_count = 0"), """
            select r.member_id, cast(null as bigint) as subscription_id, cast(r.stage as varchar) as reason
            from referral r where r.question_id = ?2 and r.stage = '%s' and r.reply is null""".formatted(stage));
    }

    private static String question(String current) {
        return """
            select case when q.deleted_at is null and %s then 'CURRENT' else 'PAST' end, q.title, q.text,
              case when q.urgent_until is not null then 'Dringend bis ' || to_char(q.urgent_until, 'DD.MM.YYYY') end, '/fragen/' || q.id,
              s.id, s.slug, s.name, u.id, concat_ws(' ', u.given_name, u.family_name), m.name
            from question q join space s on s.id = q.space_id join member u on u.id = q.asked_by_id join municipality m on m.id = q.municipality_id
            where q.id = ?1 for share of q""".formatted(current);
    }

    private static String answer(String current, String actor) {
        return """
            select case when q.deleted_at is null and a.deleted_at is null and %s then 'CURRENT' else 'PAST' end, q.title, a.text, cast(null as varchar), '/fragen/' || q.id || '#antwort-' || a.id,
              s.id, s.slug, s.name, %s, concat_ws(' ', u.given_name, u.family_name), m.name
            from answer a join question q on q.id = a.question_id join space s on s.id = q.space_id
            join member u on u.id = a.answered_by_id join municipality m on m.id = a.municipality_id
            where a.id = ?1 for share of q""".formatted(current, actor);
    }
}
