-- Arabic words are found with and without what is written onto them, as in the directory.
alter table evidence.finding drop column words;
alter table evidence.finding add column words tsvector generated always as (
  directory.findable(title || ' ' || limitations || ' ' || organisation || ' ' || source_title)) stored;
create index finding_words on evidence.finding using gin (words);
