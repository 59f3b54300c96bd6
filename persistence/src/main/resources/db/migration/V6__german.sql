-- Names are sorted and compared as Germans do (Ä beside A, ÜBER like über), whatever locale the database was made with.
alter table municipality
  alter column name type varchar(100) collate "de-x-icu",
  alter column county type varchar(100) collate "de-x-icu";
alter table association
  alter column short_name type varchar(20) collate "de-x-icu",
  alter column name type varchar(150) collate "de-x-icu";
alter table member
  alter column given_name type varchar(100) collate "de-x-icu",
  alter column family_name type varchar(100) collate "de-x-icu",
  alter column email type varchar(254) collate "de-x-icu";
alter table topic alter column name type varchar(80) collate "de-x-icu";
alter table space alter column name type varchar(80) collate "de-x-icu";
alter table document_type alter column name type varchar(60) collate "de-x-icu";
alter table document alter column title type varchar(200) collate "de-x-icu";
alter table document_version alter column file_name type varchar(200) collate "de-x-icu";
