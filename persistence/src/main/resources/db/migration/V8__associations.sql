-- What an association's directory keeps of a person: its name, what it calls her organisation, and whether it says where she works.
alter table member
  add column directory varchar(150),
  add column organisation varchar(150),
  add column placed boolean not null default false;

create table member_association (
  member_id bigint not null references member,
  association_id bigint not null references association,
  primary key (member_id, association_id)
);

-- Whether the members of the space's association come in without being asked.
alter table space add column for_association boolean not null default false;
