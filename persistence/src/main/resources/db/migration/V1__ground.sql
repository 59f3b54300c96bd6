-- One sequence for all rows: ids are handed out in blocks of 50 (EclipseLink takes the block that ends here).
create sequence ka_seq start 50 increment by 50;

create table municipality (
  id bigint primary key,
  version int not null,
  ags char(8) unique,
  ars char(12) unique,
  name varchar(100) not null,
  kind varchar(10) not null,
  county varchar(100),
  state varchar(2) not null,
  population int not null check (population >= 0),
  size_class varchar(4) not null
);
create index municipality_name on municipality (lower(name) text_pattern_ops);

create table association (
  id bigint primary key,
  version int not null,
  slug varchar(60) not null unique,
  short_name varchar(20) not null,
  name varchar(150) not null
);

create table member (
  id bigint primary key,
  version int not null,
  subject varchar(64) not null unique,
  given_name varchar(100),
  family_name varchar(100),
  email varchar(254) not null,
  municipality_id bigint references municipality,
  office varchar(150),
  blocked boolean not null,
  created_at timestamptz not null
);
create index member_email on member (lower(email));

create table topic (
  id bigint primary key,
  version int not null,
  slug varchar(60) not null unique,
  name varchar(80) not null unique,
  retired boolean not null
);

create table space (
  id bigint primary key,
  version int not null,
  slug varchar(60) not null unique,
  name varchar(80) not null,
  purpose varchar(1000) not null,
  association_id bigint not null references association,
  visibility varchar(12) not null,
  created_at timestamptz not null
);

create table space_topic (
  space_id bigint not null references space,
  topic_id bigint not null references topic,
  position int not null,
  primary key (space_id, topic_id)
);

create table membership (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  member_id bigint not null references member,
  role varchar(10) not null,
  state varchar(10) not null,
  since timestamptz not null,
  unique (space_id, member_id)
);
create index membership_member on membership (member_id);

create table space_visit (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  member_id bigint not null references member,
  new_since timestamptz not null,
  seen_at timestamptz not null,
  unique (space_id, member_id)
);

create table document_type (
  id bigint primary key,
  version int not null,
  slug varchar(60) not null unique,
  name varchar(60) not null unique,
  retired boolean not null
);

create table document (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  title varchar(200) not null,
  type_id bigint not null references document_type,
  description varchar(2000),
  reuse varchar(14) not null,
  contact varchar(200),
  municipality_id bigint not null references municipality,
  shared_by_id bigint not null references member,
  shared_at timestamptz not null,
  deleted_at timestamptz,
  downloads bigint not null default 0,
  current_version_id bigint
);
-- The list of a space reads newest first, from a key on
create index document_space on document (space_id, shared_at desc, id desc) where deleted_at is null;
create index document_space_type on document (space_id, type_id, shared_at desc, id desc) where deleted_at is null;
create index document_bin on document (municipality_id, deleted_at) where deleted_at is not null;

create table document_topic (
  document_id bigint not null references document,
  topic_id bigint not null references topic,
  primary key (document_id, topic_id)
);
create index document_topic_topic on document_topic (topic_id, document_id);

create table document_version (
  id bigint primary key,
  version int not null,
  document_id bigint not null references document,
  number int not null,
  file_name varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  media_type varchar(120) not null,
  kind varchar(20) not null,
  change_note varchar(500),
  uploaded_by_id bigint not null references member,
  municipality_id bigint not null references municipality,
  uploaded_at timestamptz not null,
  check_state varchar(10) not null,
  text_state varchar(10) not null,
  page_count int not null,
  preview_count int not null,
  real_pages boolean not null,
  unique (document_id, number)
);
create index document_version_sha256 on document_version (sha256);
alter table document add foreign key (current_version_id) references document_version;

create table document_passage (
  id bigint primary key,
  version int not null,
  version_id bigint not null references document_version,
  page int not null,
  text text not null
);
create index document_passage_version on document_passage (version_id, page);

create table upload (
  id bigint primary key,
  version int not null,
  member_id bigint not null references member,
  file_name varchar(200) not null,
  size_bytes bigint not null,
  sha256 varchar(64) not null,
  media_type varchar(120) not null,
  kind varchar(20) not null,
  warning varchar(60),
  uploaded_at timestamptz not null
);
create index upload_member on upload (member_id);
create index upload_sha256 on upload (sha256);
create index upload_age on upload (uploaded_at);

create table subscription (
  id bigint primary key,
  version int not null,
  member_id bigint not null references member,
  space_id bigint not null references space,
  topic_id bigint references topic,
  frequency varchar(12) not null,
  unique nulls not distinct (member_id, space_id, topic_id)
);
create index subscription_space on subscription (space_id, topic_id);

create table delivery (
  id bigint primary key,
  version int not null,
  event varchar(80) not null,
  member_id bigint not null references member,
  state varchar(8) not null,
  attempts int not null,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  done_at timestamptz,
  last_error varchar(500),
  unique (event, member_id)
);
create index delivery_due on delivery (next_attempt_at) where state = 'QUEUED';
create index delivery_failed on delivery (done_at) where state = 'FAILED';
