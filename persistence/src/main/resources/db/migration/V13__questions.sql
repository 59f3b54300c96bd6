-- Questions of a space with their answers. What is counted stands beside what it counts, so that a list of any length costs the same.
create table question (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  title varchar(200) not null,
  text varchar(20000) not null,
  urgent_until date,
  municipality_id bigint not null references municipality,
  asked_by_id bigint not null references member,
  asked_at timestamptz not null,
  state varchar(8) not null,
  closed_reason varchar(300),
  accepted_id bigint,
  merged_into_id bigint references question,
  changed_by_id bigint references member,
  changed_at timestamptz,
  deleted_at timestamptz,
  answer_count int not null default 0,
  stage varchar(10) not null default 'NEW',
  staged_at timestamptz not null
);
-- The lists of a space read newest first, from a key on, each along an index of its own
create index question_space on question (space_id, asked_at desc, id desc) where deleted_at is null and state <> 'MERGED';
create index question_open on question (space_id, asked_at desc, id desc) where deleted_at is null and state = 'OPEN';
create index question_unanswered on question (space_id, asked_at desc, id desc) where deleted_at is null and state = 'OPEN' and answer_count = 0;
create index question_asker on question (space_id, asked_by_id, asked_at desc, id desc) where deleted_at is null and state <> 'MERGED';
create index question_municipality on question (space_id, municipality_id, asked_at desc, id desc) where deleted_at is null and state <> 'MERGED';
create index question_owner on question (municipality_id);
create index question_by on question (asked_by_id, asked_at);
create index question_merged on question (merged_into_id) where merged_into_id is not null;
-- What waits, the longest first
create index question_waiting on question (staged_at) where deleted_at is null and state = 'OPEN' and answer_count = 0 and stage <> 'MODERATORS';

create table question_topic (
  question_id bigint not null references question,
  topic_id bigint not null references topic,
  space_id bigint not null references space,
  asked_at timestamptz not null,
  primary key (question_id, topic_id)
);
create index question_topic_list on question_topic (space_id, topic_id, asked_at desc, question_id desc);

create function place_question_topic() returns trigger language plpgsql as $$
begin
  select space_id, asked_at into new.space_id, new.asked_at from question where id = new.question_id;
  return new;
end $$;
create trigger question_topic_place before insert on question_topic for each row execute function place_question_topic();

-- A question may move to another space
create function move_question_topic() returns trigger language plpgsql as $$
begin
  update question_topic set space_id = new.space_id where question_id = new.id;
  return new;
end $$;
create trigger question_topic_move after update of space_id on question for each row when (old.space_id <> new.space_id) execute function move_question_topic();

create table answer (
  id bigint primary key,
  version int not null,
  question_id bigint not null references question,
  text varchar(20000) not null,
  official boolean not null,
  municipality_id bigint not null references municipality,
  answered_by_id bigint not null references member,
  answered_at timestamptz not null,
  changed_by_id bigint references member,
  changed_at timestamptz,
  votes int not null default 0
);
create index answer_question on answer (question_id, votes desc, id);
create index answer_owner on answer (municipality_id);
-- Either row may be written first
alter table question add foreign key (accepted_id) references answer deferrable initially deferred;

create table answer_comment (
  id bigint primary key,
  version int not null,
  answer_id bigint not null references answer,
  text varchar(1000) not null,
  municipality_id bigint not null references municipality,
  written_by_id bigint not null references member,
  written_at timestamptz not null
);
create index answer_comment_answer on answer_comment (answer_id, id);
create index answer_comment_owner on answer_comment (municipality_id);

create table answer_vote (
  answer_id bigint not null references answer,
  member_id bigint not null references member,
  voted_at timestamptz not null,
  primary key (answer_id, member_id)
);
create index answer_vote_member on answer_vote (member_id);

-- Documents of the space that came with a question
create table question_document (
  question_id bigint not null references question,
  document_id bigint not null references document on delete cascade,
  primary key (question_id, document_id)
);
create index question_document_document on question_document (document_id);

-- What a question or an answer said before it was changed
create table revision (
  id bigint primary key,
  version int not null,
  question_id bigint not null references question,
  answer_id bigint references answer,
  title varchar(200),
  text varchar(20000) not null,
  written_by_id bigint not null references member,
  written_at timestamptz not null,
  replaced_at timestamptz not null
);
create index revision_question on revision (question_id, replaced_at desc, id desc);

-- Who knows about a topic of a space, and whom a question that waited was handed to: each person once
create table topic_expert (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  topic_id bigint not null references topic,
  member_id bigint not null references member,
  appointed_at timestamptz not null,
  unique (space_id, topic_id, member_id)
);
create index topic_expert_member on topic_expert (member_id);

create table referral (
  id bigint primary key,
  version int not null,
  question_id bigint not null references question,
  member_id bigint not null references member,
  stage varchar(10) not null,
  referred_at timestamptz not null,
  reply varchar(6),
  replied_at timestamptz,
  unique (question_id, member_id)
);
create index referral_member on referral (member_id);

-- How long a question waits for an answer before it is handed on
alter table space add column wait_hours int not null default 24 check (wait_hours between 1 and 720);
