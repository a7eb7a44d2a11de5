-- Why a new organisation was refused, as its makers read it. It goes when they ask again, or somebody accepts it.
create table directory.refusal (
  organisation_id uuid primary key references directory.organisation (id) on delete cascade,
  reason          text not null check (reason <> ''),
  at              timestamptz not null default now()
);
