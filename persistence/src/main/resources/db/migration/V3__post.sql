-- Keys that the portal makes for itself and all its nodes share; links in mails are signed with one.
create table signing_key (
  name varchar(40) primary key,
  material bytea not null,
  created_at timestamptz not null
);

-- Mails of one event are claimed in batches, the back office reads what is open from a key on and counts today's
create index delivery_waiting on delivery (event, next_attempt_at, id) where state = 'QUEUED';
create index delivery_open on delivery (state, id) where state in ('QUEUED', 'FAILED');
create index delivery_done on delivery (done_at) where state in ('SENT', 'SKIPPED');
