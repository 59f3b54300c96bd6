-- Which version is the current one now stands on the version: documents and versions that point at each other can't be
-- inserted one after the other. A new version takes the place of the old one within a transaction, so uniqueness waits for its end.
alter table document_version add column current_of_id bigint references document;
update document_version set current_of_id = document_id where id in (select current_version_id from document);
alter table document_version add constraint document_version_current unique (current_of_id) deferrable initially deferred;

-- Counts the versions on the document, so that two people who add one at the same time collide there.
alter table document add column version_count int not null default 0;
update document set version_count = (select count(*) from document_version where document_id = document.id);
alter table document drop column current_version_id;
