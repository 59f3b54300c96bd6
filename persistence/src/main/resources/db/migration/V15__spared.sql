-- How often something that was there already helped who was about to ask: how many on a day, never who
create table question_spared (
  space_id bigint not null references space,
  day date not null,
  kind varchar(8) not null,
  target_id bigint not null,
  times int not null,
  primary key (space_id, day, target_id)
);
create index question_spared_target on question_spared (target_id);
