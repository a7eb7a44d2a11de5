-- The last day on which a submission is kept, as the campaign's page promised when it came (decision 0060). The default is
-- only for rows that no intake wrote: nothing stays for ever.
alter table campaigns.submission
  add column delete_after date not null default ((now() at time zone 'UTC') + interval '24 months')::date;

update campaigns.submission s
set delete_after = (coalesce((c.closed_at at time zone 'UTC')::date, c.closes_on, (s.received_at at time zone 'UTC')::date)
  + make_interval(months => c.retention_months))::date
from campaigns.campaign c where c.id = s.campaign_id;

create index submission_delete on campaigns.submission (delete_after);
