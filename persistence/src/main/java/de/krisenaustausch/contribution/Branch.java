package de.krisenaustausch.contribution;

/**
 * How one kind stands in the database: the SQL that lists it, that says of a row of it what the stream shows, and by what it is found.
 *
 * @param table its table, named k where it is listed and by its alias where it is shown
 * @param time the column that lists are sorted by
 * @param present what must hold for it to be listed; each list has an index on space, time and id for such rows
 * @param topicPlace whether its table of topics has space and time beside them
 * @param joins what else a row needs, on the alias
 * @param found null for documents, which have readers of their own
 */
record Branch(ContributionKind kind, String table, String alias, String time, String present, boolean topicPlace, String joins, Shown shown, Found found) {

    /** SQL for what a row shows; "null" for what a kind has not. */
    record Shown(String text, String typeName, String fileKind, String progress, String figure) {
    }

    /**
     * SQL for what a row named k is found by; "null" for what a kind has not.
     *
     * @param texts a statement that gives id, text and place of the contributions whose ids are filled in, in order; what has place 0 counts more
     */
    record Found(String description, String address, String progress, String texts) {
    }

    /** A poll ends at its deadline, also in the minute until somebody writes that down. */
    private static final String POLL_PROGRESS = "case when %1$s.closed_at is null and %1$s.deadline > now() then 'OPEN' when %1$s.id is not null then 'CLOSED' end";
    private static final String QUESTION_TEXTS = """
        select t.id, t.text, t.place from (
          select q.id, q.text, 1 place, q.id part from question q where q.id in (%1$s)
          union all select a.question_id, a.text, case when a.id = q.accepted_id then 0 else 2 end, a.id
            from answer a join question q on q.id = a.question_id where q.id in (%1$s) and a.deleted_at is null
          union all select a.question_id, c.text, 3, c.id from answer_comment c join answer a on a.id = c.answer_id where a.question_id in (%1$s) and a.deleted_at is null) t
        order by t.id, t.place, t.part""";
    private static final String POLL_TEXTS = """
        select t.id, t.text, t.place from (
          select q.poll_id id, q.text, 1 + 2 * q.position place, 0 part from poll_question q where q.poll_id in (%1$s)
          union all select q.poll_id, o.label, 2 + 2 * q.position, o.position from poll_option o join poll_question q on q.id = o.question_id where q.poll_id in (%1$s)) t
        order by t.id, t.place, t.part""";

    static final Branch LINK = new Branch(ContributionKind.LINK, "link", "l", "shared_at", "k.deleted_at is null", true, "",
        new Shown("l.description", "null", "null", "null", "null"), new Found("k.description", "k.address", "null", null));
    static final Branch QUESTION = new Branch(ContributionKind.QUESTION, "question", "q", "asked_at", "k.deleted_at is null and k.state <> 'MERGED'", true, "",
        new Shown("left(q.text, 600)", "null", "null", "q.state", "q.answer_count"), new Found("null", "null", "k.state", QUESTION_TEXTS));
    static final Branch POLL = new Branch(ContributionKind.POLL, "poll", "p", "published_at", "k.published_at is not null and k.deleted_at is null", false, "",
        new Shown("p.intro", "null", "null", POLL_PROGRESS.formatted("p"), "(select count(*) from (select 1 from poll_participation z where z.poll_id = p.id limit 1000) counted)"),
        new Found("k.intro", "null", POLL_PROGRESS.formatted("k"), POLL_TEXTS));

    static final Branch DOCUMENT = new Branch(ContributionKind.DOCUMENT, "document", "d", "shared_at", "k.deleted_at is null", true,
        " left join document_type t on t.id = d.type_id left join document_version v on v.current_of_id = d.id",
        new Shown("d.description", "t.name", "v.kind", "null", "d.downloads"), null);

    static Branch of(ContributionKind kind) {
        return switch (kind) {
            case DOCUMENT -> DOCUMENT;
            case LINK -> LINK;
            case QUESTION -> QUESTION;
            case POLL -> POLL;
        };
    }

    /** @return the newest of its rows in a space, as many as a page at most: by its index, whatever other kinds there are */
    String list(boolean byTopic, boolean byType, boolean continued, String limit) {
        String place = byTopic && topicPlace ? "x" : "k";
        String id = byTopic && topicPlace ? "x." + table + "_id" : "k.id";
        StringBuilder sql = new StringBuilder("(select '").append(kind).append("' kind, k.id, k.").append(time).append(" at from ").append(table).append(" k");
        if (byTopic) {
            sql.append(" join ").append(table).append("_topic x on x.").append(table).append("_id = k.id");
        }
        // behind equals signs stand values, not joins, or the index would not be used
        sql.append(" where ").append(place).append(".space_id = ?1 and ").append(present);
        if (byTopic) {
            sql.append(" and x.topic_id = (select y.id from topic y where y.slug = ?2)");
        }
        if (byType) {
            sql.append(" and k.type_id = (select z.id from document_type z where z.slug = ?3)");
        }
        String at = place + "." + time;
        if (continued) {
            sql.append(" and ").append(at).append(" <= ?4 and (").append(at).append(" < ?4 or ").append(id).append(" < ?5)");
        }
        return sql.append(" order by ").append(at).append(" desc, ").append(id).append(" desc limit ").append(limit).append(')').toString();
    }

    /** @return the join that brings a listed row what it shows */
    String join() {
        return " left join " + table + " " + alias + " on " + alias + ".id = x.id" + joins;
    }

    /** @return the number of its rows in a space, counted in its index and no further than to a limit; the oldest first, which everybody sees already */
    String count() {
        return "(select count(*) from (select 1 from " + table + " k where k.space_id = ?1 and " + present
            + " order by k." + time + ", k.id limit ?2) present)";
    }

    /** @return the number of those that came after a moment, no further than to a limit */
    String countRecent() {
        return "(select count(*) from (select 1 from " + table + " k where k.space_id = ?1 and " + present + " and k." + time + " > ?3"
            + " order by k." + time + " desc, k.id desc limit ?4) recent)";
    }
}
