-- Arabic writes «the», «and», «in», «with» onto the word they stand before: «والماء» is «and the water». Words are found with
-- and without them (decision 0032). PostgreSQL's own Arabic stemmer cuts at the ends as well, after which the beginning of a
-- word that somebody has typed so far no longer begins what is kept.

-- The Arabic words of a text, as directory.plain gives it, that keep three letters without what is written onto them; null
-- when there is none.
create function directory.bare(plain text) returns text language sql immutable strict parallel safe as $$
  select string_agg(word[1], ' ') from regexp_matches(plain,
    '(?:^| )(?:[وف]?[بك]?ال|[وف]?لل|[وف]?[بكل]|[وف])([ء-ي]{3,})', 'g') word
$$;

-- What a text is found by: its words, and the Arabic ones bare as well.
create function directory.findable(words text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector('simple', plain || coalesce(' ' || directory.bare(plain), '')) from directory.plain(words) plain
$$;

-- As before, and a single Arabic word bare as well.
create or replace function directory.asked(word text) returns tsquery language sql immutable strict parallel safe as $$
  select case
    when plain = '' then null
    when plain like '% %' or directory.bare(plain) is null then to_tsquery('simple', replace(plain, ' ', ' & ') || ':*')
    else to_tsquery('simple', plain || ':* | ' || directory.bare(plain) || ':*')
  end from directory.plain(word) plain
$$;

drop view directory.listed;
alter table directory.organisation drop column words;
alter table directory.organisation add column words tsvector generated always as (
  setweight(directory.findable(name), 'A')
  || setweight(directory.findable(also), 'B')
  || setweight(directory.findable(directory.said(summary) || ' ' || directory.said(story)), 'D')) stored;
create index organisation_words on directory.organisation using gin (words);
create view directory.listed as select * from directory.organisation where accepted_at is not null;

alter table directory.project drop column words;
alter table directory.project add column words tsvector generated always as (
  setweight(directory.findable(name), 'A')
  || setweight(directory.findable(also), 'B')
  || setweight(directory.findable(
       directory.said(summary) || ' ' || directory.said(story) || ' ' || directory.said(impact)), 'D')) stored;
create index project_words on directory.project using gin (words);
