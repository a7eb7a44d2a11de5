-- Organisations, projects, who takes part in what, topics, places. Texts are jsonb {"source": language, language: words}.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- Words as they are searched and sorted: small letters, no accents, no Arabic vowel signs, one form of alif, ya and ta,
-- punctuation as spaces. Immutable by our word, so that columns may be made of it: the unaccent rules come with the server.
create function directory.plain(words text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(translate(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFKC)) collate "und-x-icu"),
    '[\u0640\u064b-\u0652]', '', 'g'), 'أإآٱىة', 'اااايه'), '[\s!-/:-@\[-`{-~]+', ' ', 'g'))
$$;

-- The words of a text in all its languages, without the language codes.
create function directory.said(words jsonb) returns text language sql immutable strict parallel safe as $$
  select coalesce(string_agg(value, ' '), '') from jsonb_each_text(words) where key <> 'source'
$$;

-- What to look for when somebody types a word, or only its beginning; null when nothing is left of it.
create function directory.asked(word text) returns tsquery language sql immutable strict parallel safe as $$
  select to_tsquery('simple', replace(nullif(directory.plain(word), ''), ' ', ' & ') || ':*')
$$;

create table directory.organisation (
  id            uuid primary key,
  tail          text not null unique,
  name          text not null,
  summary       jsonb not null default '{"source": "und"}',
  story         jsonb not null default '{"source": "und"}',
  kind          text not null default ''
                check (kind in ('', 'nonprofit', 'business', 'research', 'grassroots', 'government')),
  size          text not null default '',
  website       text not null default '',
  country       text not null default '',
  place         text not null default '',
  address       text not null default '',
  latitude      double precision check (latitude between -90 and 90),
  longitude     double precision check (longitude between -180 and 180),
  -- The point is that of a town or region, not of the door.
  approximate   boolean not null default false,
  founded       date,
  -- Since when it stands in a directory; null is «we don't know».
  listed_on     date,
  topics        text[] not null default '{}',
  tags          text[] not null default '{}',
  networks      text[] not null default '{}',
  -- Kept by Derived: its own topics and those of its projects, and how many projects there are.
  all_topics    text[] not null default '{}',
  project_count int not null default 0,
  -- Other words it should be found by: spellings of its place, names of its country and topics.
  also          text not null default '',
  source        text not null default '',
  source_id     text not null default '',
  -- Of the row as the import cleaned it, so that the same row again changes nothing.
  source_digest bytea,
  created_at    timestamptz not null default now(),
  edited_at     timestamptz,
  name_plain    text generated always as (directory.plain(name)) stored,
  find_plain    text generated always as (directory.plain(name || ' ' || also)) stored,
  words         tsvector generated always as (
    setweight(to_tsvector('simple', directory.plain(name)), 'A')
    || setweight(to_tsvector('simple', directory.plain(also)), 'B')
    || setweight(to_tsvector('simple', directory.plain(directory.said(summary) || ' ' || directory.said(story))), 'D')
  ) stored,
  check ((latitude is null) = (longitude is null))
);

create table directory.project (
  id            uuid primary key,
  tail          text not null unique,
  -- Who may change it; null while an import does not tell, then only the hub's editors may.
  organisation_id uuid references directory.organisation (id) on delete set null,
  name          text not null,
  summary       jsonb not null default '{"source": "und"}',
  story         jsonb not null default '{"source": "und"}',
  impact        jsonb not null default '{"source": "und"}',
  website       text not null default '',
  country       text not null default '',
  place         text not null default '',
  latitude      double precision check (latitude between -90 and 90),
  longitude     double precision check (longitude between -180 and 180),
  approximate   boolean not null default false,
  started       date,
  ended         date,
  listed_on     date,
  topics        text[] not null default '{}',
  tags          text[] not null default '{}',
  -- Kept by Derived: its own country, else those of its organisations.
  countries     text[] not null default '{}',
  also          text not null default '',
  source        text not null default '',
  source_id     text not null default '',
  source_digest bytea,
  created_at    timestamptz not null default now(),
  edited_at     timestamptz,
  name_plain    text generated always as (directory.plain(name)) stored,
  find_plain    text generated always as (directory.plain(name || ' ' || also)) stored,
  words         tsvector generated always as (
    setweight(to_tsvector('simple', directory.plain(name)), 'A')
    || setweight(to_tsvector('simple', directory.plain(also)), 'B')
    || setweight(to_tsvector('simple', directory.plain(
         directory.said(summary) || ' ' || directory.said(story) || ' ' || directory.said(impact))), 'D')
  ) stored,
  check ((latitude is null) = (longitude is null))
);

-- What an organisation is to a project; imports that do not tell say «partner».
create table directory.membership (
  organisation_id uuid not null references directory.organisation (id) on delete cascade,
  project_id      uuid not null references directory.project (id) on delete cascade,
  role            text not null check (role in ('lead', 'partner', 'funder', 'evaluator', 'adviser')),
  source          text not null default '',
  primary key (organisation_id, project_id, role)
);

-- What things are about. Rows name topics by slug, so that a list of rows needs no join.
create table directory.topic (
  id   uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('theme', 'technology', 'approach')),
  name jsonb not null
);

-- Towns as the hub has met them: one name, the other spellings, where. Countries are the frame's.
create table directory.place (
  country   text not null,
  name      text not null,
  spellings text[] not null default '{}',
  latitude  double precision,
  longitude double precision,
  source    text not null default '',
  primary key (country, name)
);

-- One import: what was read, what came of it, and the report row by row (CSV, gzip).
create table directory.import_run (
  id         uuid primary key,
  at         timestamptz not null default now(),
  source     text not null,
  files      text[] not null,
  summary    jsonb not null,
  report     bytea not null
);

create unique index organisation_source on directory.organisation (source, source_id) where source <> '';
create unique index project_source on directory.project (source, source_id) where source <> '';
create index organisation_words on directory.organisation using gin (words);
create index project_words on directory.project using gin (words);
create index organisation_find on directory.organisation using gin (find_plain public.gin_trgm_ops);
create index project_find on directory.project using gin (find_plain public.gin_trgm_ops);
create index organisation_topics on directory.organisation using gin (all_topics);
create index project_topics on directory.project using gin (topics);
create index organisation_name on directory.organisation (name_plain);
create index project_name on directory.project (name_plain);
create index organisation_country on directory.organisation (country);
create index project_owner on directory.project (organisation_id);
create index membership_project on directory.membership (project_id);
