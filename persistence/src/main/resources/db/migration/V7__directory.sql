-- The directory follows the official file of municipalities; who is no more keeps the row and names the successor.
alter table municipality
  alter column kind type varchar(12),
  add column postal_code char(5),
  add column area_ha int not null default 0,
  add column successor_id bigint references municipality,
  add column gone boolean not null default false;
create index municipality_successor on municipality (successor_id) where successor_id is not null;

create table mail_domain (
  id bigint primary key,
  version int not null,
  domain varchar(253) not null unique,
  municipality_id bigint not null references municipality
);
create index mail_domain_municipality on mail_domain (municipality_id);

-- An official file that was looked at, and perhaps applied. The file itself lies in the file store.
create table directory_import (
  id bigint primary key,
  version int not null,
  file_name varchar(200) not null,
  sha256 varchar(64) not null,
  as_of date not null,
  state varchar(8) not null,
  checked_at timestamptz not null,
  applied_at timestamptz,
  entries int not null,
  added int not null,
  changed int not null,
  merged int not null,
  gone int not null
);
-- A person who changes over, and the list of documents of one municipality
create index if not exists member_municipality on member (municipality_id);
create index if not exists document_municipality on document (municipality_id);
