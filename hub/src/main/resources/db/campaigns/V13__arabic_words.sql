-- Arabic words are found with and without what is written onto them, as in the directory.
alter table campaigns.campaign drop column words;
alter table campaigns.campaign add column words tsvector generated always as (
  directory.findable(directory.said(title) || ' ' || directory.said(why) || ' ' || place)) stored;
create index campaign_words on campaigns.campaign using gin (words);
