-- Somebody wants in: by form, by mail, or invited. The row stays when she is in, since it says who let her in and why.
create table access_request (
  id bigint primary key,
  version int not null,
  source varchar(10) not null,
  state varchar(11) not null,
  email varchar(254) collate "de-x-icu" not null,
  given_name varchar(100) collate "de-x-icu",
  family_name varchar(100) collate "de-x-icu",
  organisation varchar(150) collate "de-x-icu",
  municipality_id bigint references municipality,
  office varchar(150),
  job_function varchar(150),
  message varchar(2000),
  language varchar(2) not null,
  consent_version varchar(20),
  consent_at timestamptz,
  uncertain varchar(200) not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  decided_by_id bigint references member,
  decided_at timestamptz,
  reason varchar(1000)
);
-- One open request an address: a second one completes the first
create unique index access_request_open on access_request (lower(email))
  where state in ('UNCONFIRMED', 'INCOMPLETE', 'WAITING', 'APPROVED');
create index access_request_email on access_request (lower(email), id desc);
create index access_request_waiting on access_request (received_at, id) where state = 'WAITING';
create index access_request_state on access_request (state, received_at, id);
create index access_request_namesakes on access_request (lower(family_name), municipality_id);

create table access_request_space (
  request_id bigint not null references access_request on delete cascade,
  space_id bigint not null references space,
  primary key (request_id, space_id)
);

-- Mails that a request was made of; each is read once.
create table access_request_mail (
  id bigint primary key,
  version int not null,
  request_id bigint not null references access_request on delete cascade,
  message_id varchar(250) not null unique
);
create index access_request_mail_request on access_request_mail (request_id);

-- A link that stands for a person. The link itself is only in her mail, here is its SHA-256.
create table personal_link (
  id bigint primary key,
  version int not null,
  request_id bigint not null references access_request on delete cascade,
  purpose varchar(7) not null,
  token_hash varchar(64) not null unique,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by varchar(64),
  revoked_at timestamptz
);
create index personal_link_request on personal_link (request_id);

-- Whether an address at a domain that the directory knows is enough; without a municipality: for all that have no rule of their own.
create table admission_rule (
  id bigint primary key,
  version int not null,
  municipality_id bigint references municipality,
  at_once boolean not null,
  unique nulls not distinct (municipality_id)
);

-- Who may decide beside the administrators: for the spaces of an association, a Land, or one municipality.
create table approval_delegate (
  id bigint primary key,
  version int not null,
  member_id bigint not null references member,
  association_id bigint references association,
  state varchar(2),
  municipality_id bigint references municipality,
  check (num_nonnulls(association_id, state, municipality_id) = 1),
  unique nulls not distinct (member_id, association_id, state, municipality_id)
);

-- Who invited whom into which space.
create table invitation (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  request_id bigint not null references access_request on delete cascade,
  invited_by_id bigint not null references member,
  batch varchar(36),
  invited_at timestamptz not null,
  unique (space_id, request_id)
);
create index invitation_request on invitation (request_id);
create index invitation_batch on invitation (batch) where batch is not null;

-- Whom to write when something waits for administrators; the role itself is Keycloak's
alter table member add column administrator boolean not null default false;
create index member_administrator on member (id) where administrator;

alter table space add column members_invite boolean not null default false;

-- Mails to people who may not be members yet. What they say may hold a link that lets somebody in, so it goes when it is sent.
create table single_mail (
  id bigint primary key,
  version int not null,
  occasion varchar(80) not null unique,
  email varchar(254) not null,
  name varchar(200) not null,
  language varchar(2) not null,
  contents text,
  in_reply_to varchar(250),
  state varchar(8) not null,
  attempts int not null,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  done_at timestamptz,
  last_error varchar(500)
);
create index single_mail_due on single_mail (next_attempt_at, id) where state = 'QUEUED';
create index single_mail_failed on single_mail (id) where state = 'FAILED';
create index single_mail_done on single_mail (done_at) where state in ('SENT', 'SKIPPED');

-- What administrators did. Rows come and stay: nobody changes or deletes them, not even the portal itself.
create table audit_entry (
  id bigint primary key,
  version int not null,
  recorded_at timestamptz not null,
  actor_subject varchar(64),
  actor varchar(254) not null,
  action varchar(40) not null,
  about varchar(254),
  details varchar(1000),
  address varchar(45)
);
create index audit_entry_action on audit_entry (action, id desc);
create index audit_entry_time on audit_entry (recorded_at);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_entry_stays();
create trigger audit_entry_stays_whole before truncate on audit_entry for each statement execute function audit_entry_stays();
