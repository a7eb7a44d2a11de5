-- The frame's own tables, and the schema in which everything personal lies sealed.
create schema if not exists private;

create table frame.setting (
  key   text primary key,
  value text not null
);

create table frame.role (
  name        text primary key,
  permissions text[] not null
);

create table frame.grant_ (
  id          uuid primary key,
  holder_kind text not null check (holder_kind in ('person', 'token')),
  holder_id   uuid not null,
  role        text not null references frame.role (name),
  scope_kind  text not null,
  scope_id    uuid not null,
  granted_by  text not null,
  granted_at  timestamptz not null default now(),
  unique (holder_kind, holder_id, role, scope_kind, scope_id)
);
create index grant_scope on frame.grant_ (scope_kind, scope_id);

create table frame.link (
  from_kind text not null,
  from_id   uuid not null,
  verb      text not null,
  to_kind   text not null,
  to_id     uuid not null,
  path      text not null,
  title     text not null,
  at        timestamptz not null default now(),
  primary key (from_kind, from_id, verb, to_kind, to_id)
);
create index link_to on frame.link (to_kind, to_id);

create table frame.audit (
  number bigint generated always as identity primary key,
  at     timestamptz not null default now(),
  actor  text not null,
  action text not null,
  thing  text not null,
  detail text not null
);

-- A stored file: the bytes lie under their digest in the scope's folder, this row is what refers to them.
create table frame.file (
  id         uuid primary key,
  scope      uuid not null,
  sha256     bytea not null check (length(sha256) = 32),
  size_bytes bigint not null,
  media_type text not null,
  name       text not null,
  created_at timestamptz not null default now()
);
create index file_content on frame.file (scope, sha256);

-- The key under which a person's identity lies, itself sealed by the hub's master key. Erasing the row erases the person.
create table private.person_key (
  person_id  uuid primary key,
  sealed_key bytea not null,
  created_at timestamptz not null default now()
);

-- Mail that left or waits: address and text sealed under the hub's master key.
create table private.mail (
  id         uuid primary key,
  sealed     bytea not null,
  created_at timestamptz not null default now(),
  sent_at    timestamptz,
  attempts   int not null default 0
);

create table frame.spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on frame.spring_session (expiry_time);
create index spring_session_principal on frame.spring_session (principal_name);

create table frame.spring_session_attributes (
  session_primary_id char(36) not null references frame.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

insert into frame.role (name, permissions) values
  ('administrator', array['hub.settings', 'hub.audit', 'hub.mail', 'hub.invite', 'directory.edit', 'campaign.edit',
                          'campaign.review', 'campaign.protect', 'evidence.publish', 'log.keep', 'organisation.invite']),
  ('editor',   array['directory.edit', 'campaign.edit', 'campaign.review', 'evidence.publish', 'organisation.invite']),
  ('reviewer', array['campaign.review', 'evidence.publish']),
  ('member',   array[]::text[]);
