-- What refers must be found from what it refers to: without these every deletion reads the whole table once a row.
create index submission_replaces on campaigns.submission (replaces) where replaces is not null;
create index submission_form on campaigns.submission (form_id) where form_id is not null;
create index submission_token on campaigns.submission (token_id) where token_id is not null;
create index attachment_file on campaigns.attachment (file_id) where file_id is not null;
create index draft_campaign on campaigns.draft (campaign_id);
create index draft_form on campaigns.draft (form_id);
