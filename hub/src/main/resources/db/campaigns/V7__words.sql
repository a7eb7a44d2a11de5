-- Found as the directory's things are: by words that begin like those typed, without accents (decision 0032), in all
-- languages that the campaign speaks. Whose it is, is the directory's to find.
alter table campaigns.campaign add column words tsvector generated always as (to_tsvector('simple',
  directory.plain(directory.said(title) || ' ' || directory.said(why) || ' ' || place))) stored;
create index campaign_words on campaigns.campaign using gin (words);
-- explain analyze … where state <> 'draft' and (words @@ directory.asked('ecole') or organisation_id = any(…)), of 20,000
-- made-up campaigns:
--   Bitmap Heap Scan on campaign (actual time=0.263..0.307 rows=28)
--     ->  BitmapOr (actual time=0.205..0.205)
--           ->  Bitmap Index Scan on campaign_words (actual time=0.198..0.198 rows=56)
--           ->  Bitmap Index Scan on campaign_organisation (actual time=0.007..0.007 rows=0)
