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

-- What makes a person findable and readable: the key of all that is sealed for them, itself sealed by the hub's key, and
-- the keyed digest of their address. Erasing the row erases the person, in backups too: they carry it apart.
create table private.person_key (
  person_id    uuid primary key,
  sealed_key   bytea not null,
  email_digest bytea unique,
  created_at   timestamptz not null default now()
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
  ('editor',   array['directory.edit', 'campaign.edit', 'campaign.review', 'campaign.protect', 'evidence.publish',
                     'organisation.invite']),
  ('reviewer', array['campaign.review', 'campaign.protect', 'evidence.publish']),
  ('member',   array[]::text[]);

-- db-scheduler's table, as version 16 expects it.
create table frame.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on frame.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on frame.scheduled_tasks (last_heartbeat);

-- Modulith's register of events, version 2.
create table frame.event_publication (
  id                     uuid primary key,
  listener_id            text not null,
  event_type             text not null,
  serialized_event       text not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_event on frame.event_publication using hash (serialized_event);
create index event_publication_completion on frame.event_publication (completion_date);
