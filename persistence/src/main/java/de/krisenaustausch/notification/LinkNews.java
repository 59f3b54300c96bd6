package de.krisenaustausch.notification;

/** What followers hear of links, and who shared one when its page does not answer any more. */
final class LinkNews {

    static final News SHARED = new News("LinkShared", telling("l.deleted_at is null", "u.id"), News.followers("link"));

    static final News DIED = new News("LinkDied", telling("l.deleted_at is null and l.dead_since is not null", "0"), """
        select l.shared_by_id as member_id, cast(null as bigint) as subscription_id, cast('SHARED' as varchar) as reason from link l where l.id = ?2""");

    private LinkNews() {
    }

    private static String telling(String current, String actor) {
        return """
            select case when %s then 'CURRENT' else 'PAST' end,
              l.title, l.description, regexp_replace(l.address, '^https?://(www[.])?([^/]+).*$', '\\2'), '/links/' || l.id,
              s.id, s.slug, s.name, %s, concat_ws(' ', u.given_name, u.family_name), m.name
            from link l join space s on s.id = l.space_id join member u on u.id = l.shared_by_id join municipality m on m.id = l.municipality_id
            where l.id = ?1 for share of l""".formatted(current, actor);
    }
}
