-- Polls of a space. What was answered (poll_ballot, poll_answer) and who answered (poll_participation) are apart. In a named poll
-- poll_response says whose ballot is whose; the database itself refuses such a row for an anonymous one.
create table poll (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  title varchar(200) collate "de-x-icu" not null,
  intro varchar(4000),
  municipality_id bigint not null references municipality,
  created_by_id bigint not null references member,
  created_at timestamptz not null,
  published_at timestamptz,
  deadline timestamptz,
  closed_at timestamptz,
  deleted_at timestamptz,
  answered_by varchar(12) not null,
  anonymous boolean not null,
  breakdown varchar(5),
  results_for varchar(15) not null,
  reminded_at timestamptz,
  ended_at timestamptz,
  unique (id, anonymous)
);
create index poll_space on poll (space_id, published_at desc, id desc) where published_at is not null and deleted_at is null;
create index poll_draft on poll (space_id, created_at desc, id desc) where published_at is null and deleted_at is null;
create index poll_running on poll (deadline) where published_at is not null and deleted_at is null and ended_at is null;
create index poll_municipality on poll (municipality_id);

create table poll_topic (
  poll_id bigint not null references poll,
  topic_id bigint not null references topic,
  primary key (poll_id, topic_id)
);
create index poll_topic_topic on poll_topic (topic_id, poll_id);

create table poll_question (
  id bigint primary key,
  version int not null,
  poll_id bigint not null references poll,
  position int not null,
  kind varchar(14) not null,
  text varchar(500) not null,
  optional boolean not null,
  most int,
  unit varchar(40),
  least numeric(18,4),
  greatest numeric(18,4),
  decimals int not null
);
create index poll_question_poll on poll_question (poll_id, position);

create table poll_option (
  id bigint primary key,
  version int not null,
  question_id bigint not null references poll_question,
  position int not null,
  label varchar(200) not null
);
create index poll_option_question on poll_option (question_id, position);

create table poll_change (
  id bigint primary key,
  version int not null,
  poll_id bigint not null references poll,
  changed_at timestamptz not null,
  changed_by_id bigint not null references member,
  what varchar(8) not null,
  before_text varchar(4000),
  after_text varchar(4000)
);
create index poll_change_poll on poll_change (poll_id, changed_at);

-- Who took part: a person, or a municipality. No time, no number from a sequence, nothing of what was answered
create table poll_participation (
  poll_id bigint not null references poll,
  member_id bigint references member,
  municipality_id bigint references municipality,
  unique (poll_id, member_id),
  unique (poll_id, municipality_id),
  check (num_nonnulls(member_id, municipality_id) = 1)
);
create index poll_participation_member on poll_participation (member_id) where member_id is not null;
create index poll_participation_municipality on poll_participation (municipality_id) where municipality_id is not null;

-- What was answered. The key is random; from an anonymous poll at most one of the three coarse facts stands beside it
create table poll_ballot (
  id uuid primary key,
  poll_id bigint not null references poll,
  state varchar(2),
  size_class varchar(4),
  kind varchar(12)
);
create index poll_ballot_poll on poll_ballot (poll_id, id);

create table poll_answer (
  ballot_id uuid not null references poll_ballot on update cascade on delete cascade,
  question_id bigint not null references poll_question,
  option_id bigint references poll_option,
  place int,
  number numeric(18,4),
  text varchar(4000)
);
create index poll_answer_ballot on poll_answer (ballot_id);
create index poll_answer_question on poll_answer (question_id, option_id) include (ballot_id, place, number);
create index poll_answer_option on poll_answer (option_id);

create table poll_response (
  ballot_id uuid primary key references poll_ballot on update cascade on delete cascade,
  poll_id bigint not null,
  anonymous boolean not null check (not anonymous),
  municipality_id bigint not null references municipality,
  member_id bigint not null references member,
  answered_at timestamptz not null,
  changed_by_id bigint references member,
  changed_at timestamptz,
  revision int not null,
  foreign key (poll_id, anonymous) references poll (id, anonymous)
);
create index poll_response_list on poll_response (poll_id, answered_at desc, ballot_id desc);
create index poll_response_municipality on poll_response (municipality_id, poll_id);
create index poll_response_member on poll_response (member_id, poll_id);
