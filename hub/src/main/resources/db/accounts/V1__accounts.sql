create table accounts.person (
  id         uuid primary key,
  created_at timestamptz not null default now()
);
