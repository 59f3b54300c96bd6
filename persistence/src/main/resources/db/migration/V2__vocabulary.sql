-- The words a new portal starts with; administrators rename, add and retire them.
insert into document_type (id, version, slug, name, retired)
select -row_number() over (), 1, slug, name, false from (values
  ('allgemeinverfuegung', 'Allgemeinverfügung'),
  ('aushang', 'Aushang'),
  ('beschlussvorlage', 'Beschlussvorlage'),
  ('checkliste', 'Checkliste'),
  ('dienstanweisung', 'Dienstanweisung'),
  ('dienstvereinbarung', 'Dienstvereinbarung'),
  ('erfahrungsbericht', 'Erfahrungsbericht'),
  ('formular', 'Formular'),
  ('handreichung', 'Handreichung'),
  ('hygienekonzept', 'Hygienekonzept'),
  ('kalkulation', 'Kalkulation'),
  ('merkblatt', 'Merkblatt'),
  ('muster', 'Vertrag oder Muster'),
  ('niederschrift', 'Niederschrift'),
  ('plan', 'Ablauf- oder Notfallplan'),
  ('praesentation', 'Präsentation'),
  ('pressemitteilung', 'Pressemitteilung'),
  ('satzung', 'Satzung'),
  ('schreiben', 'Schreiben'),
  ('sonstiges', 'Sonstiges')
) as word (slug, name);
