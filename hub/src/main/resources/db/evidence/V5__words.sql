-- Found as the directory's things are: by words that begin like those typed, without accents (decision 0032).
alter table evidence.finding add column words tsvector generated always as (to_tsvector('simple',
  directory.plain(title || ' ' || limitations || ' ' || organisation || ' ' || source_title))) stored;
create index finding_words on evidence.finding using gin (words);
-- explain analyze … where withdrawn_at is null and words @@ directory.asked('ecole'), of 20,000 made-up findings:
--   Bitmap Heap Scan on finding (actual time=0.639..0.680 rows=28)
--     ->  Bitmap Index Scan on finding_words (actual time=0.629..0.629 rows=28)
--           Index Cond: (words @@ '''ecole'':*'::tsquery)
