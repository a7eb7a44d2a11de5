-- Only who has a role on the whole hub agrees that a campaign speaks of things (decision 0016): an organisation could
-- have invited its own second person. What others agreed to is to be agreed to once more.
update campaigns.campaign
set unit_approved_by = null, unit_approved_at = null, unit_approved_questions = null
where unit_approved_at is not null
  and not exists (
    select 1 from frame.grant_ g join frame.role r on r.name = g.role
    where g.holder_kind = 'person' and g.holder_id = unit_approved_by and g.scope_kind = 'hub'
      and 'campaign.protect' = any (r.permissions));
