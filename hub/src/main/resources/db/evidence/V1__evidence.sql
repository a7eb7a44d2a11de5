-- The head of a finding: what lists and addresses need. All that is said stands in its versions.
create table evidence.finding (
  id                 uuid primary key,
  tail               text not null unique,
  organisation_id    uuid not null,
  organisation       text not null,
  source_kind        text not null,
  source_id          uuid not null,
  source_title       text not null,
  topics             text[] not null default '{}',
  title              text not null,
  limitations        text not null,
  language           text not null,
  spec               jsonb not null,
  statistic          text not null,
  version            int not null,
  first_published_at timestamptz not null,
  published_at       timestamptz not null,
  withdrawn_at       timestamptz
);
create index finding_newest on evidence.finding (first_published_at desc) where withdrawn_at is null;
create index finding_source on evidence.finding (source_kind, source_id);

-- A version as it was published: canonical JSON (RFC 8785) and its SHA-256. A withdrawal is a version of its own.
create table evidence.version (
  finding_id   uuid not null references evidence.finding (id),
  version      int not null check (version >= 1),
  type         text not null check (type in ('finding', 'tombstone')),
  document     bytea not null,
  sha256       bytea not null check (sha256 = sha256(document)),
  published_at timestamptz not null,
  primary key (finding_id, version)
);

create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A published version is never changed or deleted: publish a correction or withdraw the finding.';
end $$;
create trigger version_is_final before update or delete on evidence.version
  for each row execute function evidence.refuse_change();
create trigger version_is_kept before truncate on evidence.version
  for each statement execute function evidence.refuse_change();

-- The rows that a version was made of: digests under the version's own key, and where each row counted. No answer stands
-- here; the contributor's mark is a digest under the same key. The guard against subtracting versions needs them.
create table evidence.input_key (
  finding_id uuid not null,
  version    int not null,
  sealed_key bytea not null,
  primary key (finding_id, version),
  foreign key (finding_id, version) references evidence.version (finding_id, version)
);
create table evidence.input (
  finding_id  uuid not null,
  version     int not null,
  digest      bytea not null check (length(digest) = 32),
  contributor bytea,
  place       text not null,
  subject     text not null,
  period      text not null,
  foreign key (finding_id, version) references evidence.version (finding_id, version)
);
create index input_version on evidence.input (finding_id, version);

-- What a reviewer prepares. Its identifier becomes the finding's, unless it corrects one.
create table evidence.draft (
  id                uuid primary key,
  corrects          uuid references evidence.finding (id),
  organisation_id   uuid not null,
  source_kind       text not null,
  source_id         uuid not null,
  spec              jsonb not null,
  language          text not null,
  title             text not null,
  limitations       text not null,
  reason            text not null default '',
  updated_at        timestamptz not null default now(),
  published_version int
);
create index draft_open on evidence.draft (organisation_id, updated_at desc) where published_version is null;
