-- The version of a finding that a correction was begun from, 0 for a new finding: a newer one must not be undone unawares.
alter table evidence.draft add column begun_from int not null default 0;
-- Of those that were begun before nothing better is known than what was published when they were last written.
update evidence.draft d set begun_from = (
  select coalesce(max(v.version), 0) from evidence.version v
  where v.finding_id = d.corrects and v.published_at <= d.updated_at)
where d.corrects is not null;
