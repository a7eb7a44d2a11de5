-- Reviewers read the newest first by the day it came in, which is not the order of identifiers where reports were brought
-- in later than they were made.
create index submission_newest on campaigns.submission (campaign_id, received_at, id) where not replaced;
