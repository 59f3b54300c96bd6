package de.krisenaustausch.notification;

import de.krisenaustausch.shared.PlainText;
import java.util.function.UnaryOperator;

/**
 * One kind of event that mails tell of: what they say and who gets them. In SQL, since what goes over many people is one
 * statement, and since the post knows of other features only what happened there.
 */
final class News {

    /** Whether the member m may see into the space ?1. */
    private static final String MAY_READ = """
        exists (select 1 from space p where p.id = ?1 and (p.visibility = 'ALL_MEMBERS'
          or exists (select 1 from membership b where b.space_id = p.id and b.member_id = m.id and b.state = 'ACTIVE')
          or (p.for_association and exists (select 1 from member_association a where a.member_id = m.id and a.association_id = p.association_id))))""";

    private static final String FAN_OUT = """
        insert into delivery (id, version, event, member_id, state, attempts, queued_at, next_attempt_at)
        select nextval('ka_seq'), 1, ?3, m.id, 'QUEUED', 0, ?4, ?4
        from (%s) choice join member m on m.id = choice.member_id
        where m.id <> ?5 and not m.blocked and %s
        on conflict do nothing""";

    private static final String CLAIM = """
        with due as (
          select id from delivery where event = ?3 and state = 'QUEUED' and next_attempt_at <= ?4
          order by next_attempt_at, id limit ?6 for update skip locked),
        claimed as (
          update delivery d set next_attempt_at = ?5, version = d.version + 1 from due where d.id = due.id
          returning d.id, d.member_id),
        choice as (%s)
        select c.id, m.id, m.email, trim(concat(m.given_name, ' ', m.family_name)), coalesce(choice.subscription_id, 0), t.name, choice.reason,
          choice.member_id is not null and not m.blocked and %s
        from claimed c join member m on m.id = c.member_id
        left join choice on choice.member_id = m.id
        left join subscription f on f.id = choice.subscription_id
        left join topic t on t.id = f.topic_id
        order by c.id""";

    /** Where the recipients s are to be those of a batch only, once it is claimed. */
    private static final String AMONG = "{among}";

    private final String kind;
    private final UnaryOperator<String> words;
    private final String telling;
    private final String fanOut;
    private final String claim;

    /**
     * @param kind name of the event record
     * @param telling reads what ?1 is about: state, title, beginning, detail, path, the space's id, slug and name, the actor's id and name, municipality;
     *     {@code for share} where the row was changed with the event, since the message can be faster than that change is seen
     * @param recipients reads who hears of ?2 in the space ?1: member_id, subscription_id, reason, one row for each
     */
    News(String kind, String telling, String recipients) {
        this(kind, UnaryOperator.identity(), telling, recipients);
    }

    private News(String kind, UnaryOperator<String> words, String telling, String recipients) {
        this.kind = kind;
        this.words = words;
        this.telling = telling;
        this.fanOut = FAN_OUT.formatted(recipients.replace(AMONG, ""), MAY_READ);
        this.claim = CLAIM.formatted(recipients.replace(AMONG, "and s.member_id in (select member_id from claimed)"), MAY_READ);
    }

    /** The same of what was written in Markdown: a mail says it in plain words. */
    static News ofMarkdown(String kind, String telling, String recipients) {
        return new News(kind, PlainText::of, telling, recipients);
    }

    /**
     * Who wants to hear at once of the contribution ?2, and by which subscription. A choice for one of its topics decides
     * before that for the space: at once if one of them says so, else not.
     *
     * @param contribution name of its table
     */
    static String followers(String contribution) {
        return """
            select s.member_id,
              coalesce(min(s.id) filter (where s.topic_id is not null and s.frequency = 'IMMEDIATELY'),
                       min(s.id) filter (where s.topic_id is null)) as subscription_id, cast(null as varchar) as reason
            from subscription s
            where s.space_id = ?1 {among}
              and (s.topic_id is null or s.topic_id in (select t.topic_id from {contribution}_topic t where t.{contribution}_id = ?2))
            group by s.member_id
            having case when bool_or(s.topic_id is not null) then bool_or(s.topic_id is not null and s.frequency = 'IMMEDIATELY')
                        else bool_or(s.frequency = 'IMMEDIATELY') end""".replace("{contribution}", contribution);
    }

    String kind() {
        return kind;
    }

    /** @return what was written, as a mail says it */
    String words(String text) {
        return words.apply(text);
    }

    String telling() {
        return telling;
    }

    String fanOut() {
        return fanOut;
    }

    String claim() {
        return claim;
    }
}
