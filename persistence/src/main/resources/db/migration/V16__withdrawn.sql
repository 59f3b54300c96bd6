-- Answers can be withdrawn, and 30 days later are gone, as deleted questions are
alter table answer add column deleted_at timestamptz;
create index question_bin on question (deleted_at) where deleted_at is not null;
create index answer_bin on answer (deleted_at) where deleted_at is not null;
-- What refers to rows that are really deleted is looked for
create index question_accepted on question (accepted_id) where accepted_id is not null;
create index revision_answer on revision (answer_id) where answer_id is not null;
