-- Links to pages elsewhere. The key is a digest of the normalised address: one page stands in a space once.
create table link (
  id bigint primary key,
  version int not null,
  space_id bigint not null references space,
  title varchar(200) not null,
  address varchar(2000) not null,
  address_key varchar(64) not null,
  description varchar(2000),
  municipality_id bigint not null references municipality,
  shared_by_id bigint not null references member,
  shared_at timestamptz not null,
  deleted_at timestamptz,
  checked_at timestamptz not null,
  failing_since timestamptz,
  dead_since timestamptz
);
create index link_space on link (space_id, shared_at desc, id desc) where deleted_at is null;
create unique index link_address on link (space_id, address_key) where deleted_at is null;
create index link_checked on link (checked_at, id) where deleted_at is null;
create index link_deleted on link (deleted_at) where deleted_at is not null;
create index link_municipality on link (municipality_id);

-- The list of a space's topic reads newest first, from a key on, as that of documents
create table link_topic (
  link_id bigint not null references link,
  topic_id bigint not null references topic,
  space_id bigint not null references space,
  shared_at timestamptz not null,
  primary key (link_id, topic_id)
);
create index link_topic_list on link_topic (space_id, topic_id, shared_at desc, link_id desc);

create function place_link_topic() returns trigger language plpgsql as $$
begin
  select space_id, shared_at into new.space_id, new.shared_at from link where id = new.link_id;
  return new;
end $$;
create trigger link_topic_place before insert on link_topic for each row execute function place_link_topic();
