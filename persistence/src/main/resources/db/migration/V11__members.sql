-- What the back office keeps of members: what they do there, when they were here, why one is blocked, and into which account another went.
alter table member
  add column job_function varchar(150),
  add column last_sign_in_at timestamptz,
  add column block_reason varchar(500),
  add column merged_into_id bigint references member;

-- The list of members, by each of its orders
create index member_names on member (family_name, given_name, id);
create index member_last_sign_in on member (last_sign_in_at, id);
