-- What came into the mailbox that people write to for access. The key is the mail's place there, so that it is handled once also
-- when the server dies between reading and moving it.
create table intake_mail (
  id bigint primary key,
  version int not null,
  mailbox varchar(150) not null,
  validity bigint not null,
  uid bigint not null,
  message_id varchar(250) not null,
  sender varchar(254) collate "de-x-icu",
  subject varchar(200) collate "de-x-icu" not null,
  outcome varchar(10) not null,
  note varchar(300),
  answered boolean not null,
  received_at timestamptz not null,
  unique (mailbox, validity, uid)
);
create index intake_mail_answered on intake_mail (lower(sender), received_at) where answered;
create index intake_mail_list on intake_mail (outcome, id);
create index intake_mail_age on intake_mail (received_at);
