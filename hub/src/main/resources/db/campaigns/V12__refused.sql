-- Why somebody refused that a campaign speaks of things, as those who asked read it; null when nobody did, or they asked
-- again since.
alter table campaigns.campaign add column unit_refused_reason text check (unit_refused_reason <> '');
