-- The logs of this hub, the newest of which is written; earlier ones stay readable and never grow again.
create table ledger.log (
  number        int primary key check (number > 0),
  origin        text not null unique,
  local         boolean not null,
  demonstration boolean not null,
  -- Entries numbered up to here are left out: those of a demonstration that became a real hub.
  after_entry   bigint not null,
  reason        text not null check (reason in ('first', 'address', 'demonstration', 'asked')),
  words         text not null default '',
  began_at      timestamptz not null default now(),
  -- The public key; null until the files are there.
  key           text,
  -- The newest checkpoint this database has seen: log files that are older were put back from somewhere.
  checkpoint    text,
  state         text not null default 'WAITING' check (state in ('WAITING', 'SIGNING', 'HELD', 'STOPPED')),
  told          text not null default '',
  -- A checkpoint from outside that an administrator gave, until the process that keeps the log has compared it.
  known         text
);

-- What is to stand in the log, written before any log file is touched.
create table ledger.entry (
  id       uuid primary key,
  number   bigint generated always as identity unique,
  type     text not null,
  document uuid not null,
  version  bigint not null,
  sha256   text not null,
  at       timestamptz not null,
  leaf     bytea not null,
  unique (document, type, version)
);
create index entry_sha256 on ledger.entry (sha256);

create table ledger.pending (
  entry  uuid primary key references ledger.entry,
  number bigint not null unique
);

create table ledger.place (
  log   int not null references ledger.log,
  index bigint not null,
  entry uuid not null references ledger.entry,
  at    timestamptz not null default now(),
  primary key (log, index),
  unique (log, entry)
);
create index place_entry on ledger.place (entry);
