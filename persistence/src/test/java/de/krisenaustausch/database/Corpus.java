package de.krisenaustausch.database;

import jakarta.persistence.EntityManager;

/**
 * Many documents at once, written by SQL: half of them in one large space, the rest in 49 others; 20 types, one or two
 * of 12 topics each, one of them rare. Ten documents share each moment, so that a page's border falls between equal times.
 */
public final class Corpus {

    /** The large space has this id, the others the 49 behind it. */
    public static final long SPACE = 1_000_001;
    public static final String TOPIC = "thema-1";
    public static final String RARE_TOPIC = "thema-selten";
    public static final String TYPE = "satzung";

    private static final String[] SQL = {
        // looking up every reference would take most of the time; triggers rest as well, so space and time stand below
        "set local session_replication_role = replica",
        """
        insert into municipality (id, version, name, kind, state, population, size_class)
        select 1000000 + n, 1, 'Stadt ' || n, 'TOWN', 'BW', 100 * n, 'GK7D' from generate_series(1, 200) n""",
        "insert into association (id, version, slug, short_name, name) values (1000001, 1, 'korpus', 'Korpus', 'Verband Korpus')",
        """
        insert into member (id, version, subject, email, given_name, family_name, municipality_id, office, blocked, created_at)
        select 1000000 + n, 1, 'korpus-' || n, n || '@example.org', 'Erika', 'Muster' || n, 1000001 + n % 200, 'Amt', false, '2020-03-01'
        from generate_series(1, 2000) n""",
        """
        insert into space (id, version, slug, name, purpose, association_id, visibility, created_at)
        select 1000000 + n, 1, 'korpus-' || n, 'Korpus ' || n, 'Viel', 1000001, 'ALL_MEMBERS', '2020-03-01' from generate_series(1, 50) n""",
        "insert into topic (id, version, slug, name, retired) select 1000000 + n, 1, 'thema-' || n, 'Thema ' || n, false from generate_series(1, 12) n",
        "insert into topic (id, version, slug, name, retired) values (1000100, 1, 'thema-selten', 'Thema selten', false)",
        """
        insert into document (id, version, space_id, title, type_id, description, reuse, municipality_id, shared_by_id, shared_at, deleted_at, version_count)
        select 1000000 + n, 1, case when n % 2 = 0 then 1000001 else 1000002 + n / 2 % 49 end, 'Dokument ' || n, -1 - n / 2 % 20,
          'Worum es in Nummer ' || n || ' geht', 'NAMED', 1000001 + n % 200, 1000001 + n % 2000,
          timestamptz '2020-03-25' + (n / 10) * interval '1 minute', case when n % 100 = 99 then timestamptz '2021-01-01' + n * interval '1 second' end, 1
        from generate_series(1, ?1) n""",
        """
        insert into document_version (id, version, document_id, number, file_name, size_bytes, sha256, media_type, kind, uploaded_by_id,
          municipality_id, uploaded_at, check_state, text_state, page_count, preview_count, real_pages, current_of_id)
        select 2000000 + id, 1, id, 1, 'dokument-' || id || '.pdf', 4711, lpad(to_hex(id), 64, '0'), 'application/pdf', 'PDF', shared_by_id,
          municipality_id, shared_at, 'CLEAN', 'SEARCHABLE', 1, 0, true, id
        from document where id > 1000000""",
        "insert into document_topic (document_id, topic_id, space_id, shared_at) select id, 1000001 + id / 2 % 12, space_id, shared_at from document where id > 1000000",
        "insert into document_topic (document_id, topic_id, space_id, shared_at) select id, 1000001 + (id / 2 + 5) % 12, space_id, shared_at from document where id > 1000000 and id % 3 = 0",
        "insert into document_topic (document_id, topic_id, space_id, shared_at) select id, 1000100, space_id, shared_at from document where id > 1000000 and id % 10000 = 4712",
        "set local session_replication_role = origin",
        "analyze"};

    private static final String[] QUESTIONS = {
        "set local session_replication_role = replica",
        """
        insert into question (id, version, space_id, title, text, municipality_id, asked_by_id, asked_at, staged_at, state, answer_count)
        select 5000000 + n, 1, case when n % 2 = 0 then 1000001 else 1000002 + n / 2 % 49 end, 'Frage ' || n, 'Worum es in Nummer ' || n || ' geht',
          1000001 + n % 200, 1000001 + n % 2000, timestamptz '2020-03-25' + (n / 10) * interval '1 minute', timestamptz '2020-03-25' + (n / 10) * interval '1 minute',
          case when n % 100 = 0 then 'OPEN' when n % 97 = 0 then 'MERGED' else 'ANSWERED' end, case when n % 1000 = 0 then 0 else 2 end
        from generate_series(1, ?1) n""",
        "insert into question_topic (question_id, topic_id, space_id, asked_at) select id, 1000001 + id / 2 % 12, space_id, asked_at from question where id > 5000000",
        "set local session_replication_role = origin",
        "analyze"};

    private Corpus() {
    }

    /** Writes so many questions into the spaces of {@link #write}: one in a hundred is open, one in a thousand nobody answered. */
    public static void writeQuestions(EntityManager em, int questions) {
        run(em, QUESTIONS, questions);
    }

    /** Writes so many documents, in the entity manager's transaction, and tells the planner. */
    public static void write(EntityManager em, int documents) {
        run(em, SQL, documents);
    }

    private static void run(EntityManager em, String[] statements, int many) {
        for (String sql : statements) {
            var query = em.createNativeQuery(sql);
            if (sql.contains("?1")) {
                query.setParameter(1, many);
            }
            query.executeUpdate();
        }
    }
}
