package de.krisenaustausch.notification;

/** What people hear of polls: followers of a new one, those who could still answer of its last day, and all of them of its result. */
final class PollNews {

    private static final String RUNNING = "p.published_at is not null and p.ended_at is null and p.closed_at is null and p.deadline > now()";

    static final News PUBLISHED = new News("PollPublished", telling(RUNNING, "/umfragen/", "p.created_by_id"), News.followers("poll"));

    /** The poll itself, or the one that got its deadline by that change. */
    private static final String OF_DEADLINE = "coalesce((select d.poll_id from poll_change d where d.id = %1$s), %1$s)";

    /** The members of the space and who follows it or a topic, unless they answered, or their municipality did. */
    static final News CLOSING = new News("PollClosing", telling(RUNNING + " and p.deadline < now() + interval '25 hours'", "/umfragen/", "0")
        .replace("?1", OF_DEADLINE.formatted("?1")), """
        select who.member_id, max(who.subscription_id) as subscription_id, case when max(who.subscription_id) is null then 'MAY_ANSWER' end as reason
        from (select member_id, subscription_id from (%s) followers
          union all select s.member_id, null from membership s where s.space_id = ?1 and s.state = 'ACTIVE' {among}
            and not exists (select 1 from subscription o where o.member_id = s.member_id and o.space_id = ?1 and o.topic_id is null and o.frequency = 'OFF')) who
        join member asked on asked.id = who.member_id
        where not exists (select 1 from poll_participation t where t.poll_id = ?2 and (t.member_id = asked.id or t.municipality_id = asked.municipality_id))
        group by who.member_id""".formatted(News.followers("poll")).replace("?2", OF_DEADLINE.formatted("?2")));

    /** Who took part in the name of a municipality without a name is known as that municipality: its people in the space hear of it. */
    static final News CLOSED = new News("PollClosed", telling("coalesce(p.ended_at, p.closed_at) is not null", "/umfragen/", "0").replace("'/umfragen/' || p.id", "'/umfragen/' || p.id || '/ergebnis'"), """
        select who.member_id, case when bool_or(who.reason is not null) then null else max(who.subscription_id) end as subscription_id, min(who.reason) as reason
        from (select member_id, subscription_id, reason from (%s) followers where exists (select 1 from poll p where p.id = ?2 and p.results_for <> 'ORGANISERS')
          union all select p.created_by_id, null, 'ORGANISED' from poll p where p.id = ?2
          union all select t.member_id, null, 'TOOK_PART' from poll_participation t join poll p on p.id = t.poll_id
            where t.poll_id = ?2 and t.member_id is not null and p.results_for <> 'ORGANISERS'
          union all select s.member_id, null, 'TOOK_PART' from poll_participation t join poll p on p.id = t.poll_id join member c on c.municipality_id = t.municipality_id
            join membership s on s.member_id = c.id and s.space_id = ?1 and s.state = 'ACTIVE'
            where t.poll_id = ?2 and p.results_for <> 'ORGANISERS'
          union all select r.member_id, null, 'TOOK_PART' from poll_response r join poll p on p.id = r.poll_id where r.poll_id = ?2 and p.results_for <> 'ORGANISERS') who
        group by who.member_id""".formatted(News.followers("poll")));

    private PollNews() {
    }

    private static String telling(String current, String path, String actor) {
        return """
            select case when p.deleted_at is null and %s then 'CURRENT' else 'PAST' end, p.title, p.intro,
              'Bis ' || to_char(p.deadline at time zone 'Europe/Berlin', 'DD.MM.YYYY, HH24:MI') || ' Uhr', '%s' || p.id,
              s.id, s.slug, s.name, %s, concat_ws(' ', u.given_name, u.family_name), m.name
            from poll p join space s on s.id = p.space_id join member u on u.id = p.created_by_id join municipality m on m.id = p.municipality_id
            where p.id = ?1 for share of p""".formatted(current, path, actor);
    }
}
