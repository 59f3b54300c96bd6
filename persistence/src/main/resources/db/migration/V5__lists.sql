-- A space's list by topic reads newest first, too. Space and time never change, so they stand beside the topic, and a
-- rare topic is found without looking through all documents of a large space.
alter table document_topic add column space_id bigint references space, add column shared_at timestamptz;
update document_topic set space_id = document.space_id, shared_at = document.shared_at from document where document.id = document_id;
alter table document_topic alter column space_id set not null, alter column shared_at set not null;

create function place_document_topic() returns trigger language plpgsql as $$
begin
  select space_id, shared_at into new.space_id, new.shared_at from document where id = new.document_id;
  return new;
end $$;
create trigger document_topic_place before insert on document_topic for each row execute function place_document_topic();

create index document_topic_list on document_topic (space_id, topic_id, shared_at desc, document_id desc);
drop index document_topic_topic;

-- An upload is compared with the names of files that are there
create index document_version_name on document_version (lower(file_name));
-- What is over its 30 days in the bin
create index document_deleted on document (deleted_at) where deleted_at is not null;
