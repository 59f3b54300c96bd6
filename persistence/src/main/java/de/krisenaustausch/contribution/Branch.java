package de.krisenaustausch.contribution;

/**
 * How one kind stands in the stream: the SQL that lists it, and that says of a row of it what the stream shows.
 *
 * @param table its table, named k where it is listed and by its alias where it is shown
 * @param time the column that lists are sorted by
 * @param present what must hold for it to be listed; each list has an index on space, time and id for such rows
 * @param topicPlace whether its table of topics has space and time beside them
 * @param joins what else a row needs, on the alias
 */
record Branch(ContributionKind kind, String table, String alias, String time, String present, boolean topicPlace, String joins, Shown shown) {

    /** SQL for what a row shows; "null" for what a kind has not. */
    record Shown(String text, String typeName, String fileKind, String progress, String figure) {
    }

    static final Branch DOCUMENT = new Branch(ContributionKind.DOCUMENT, "document", "d", "shared_at", "k.deleted_at is null", true,
        " left join document_type t on t.id = d.type_id left join document_version v on v.current_of_id = d.id",
        new Shown("d.description", "t.name", "v.kind", "null", "d.downloads"));

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
