-- Since when an organisation is listed; null while nobody who keeps the hub has looked at it. What is imported is listed.
alter table directory.organisation add column accepted_at timestamptz default now();
create index organisation_waiting on directory.organisation (id) where accepted_at is null;

-- What lists, counts and maps read. A column that is added to the table has to be added here by making it anew.
create view directory.listed as select * from directory.organisation where accepted_at is not null;
