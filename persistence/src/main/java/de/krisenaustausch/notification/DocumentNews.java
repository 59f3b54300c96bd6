package de.krisenaustausch.notification;

/** What followers hear of documents: once a file of it may leave the portal. */
final class DocumentNews {

    static final News SHARED = new News("DocumentShared", """
        select case when d.deleted_at is not null then 'PAST'
            when exists (select 1 from document_version v where v.document_id = d.id and v.check_state in ('CLEAN', 'UNCHECKED')) then 'CURRENT'
            else 'EARLY' end,
          d.title, d.description, t.name, '/dokumente/' || d.id, s.id, s.slug, s.name, u.id, concat_ws(' ', u.given_name, u.family_name), m.name
        from document d join document_type t on t.id = d.type_id join space s on s.id = d.space_id
        join member u on u.id = d.shared_by_id join municipality m on m.id = d.municipality_id
        where d.id = ?1""", News.followers("document"));

    private DocumentNews() {
    }
}
