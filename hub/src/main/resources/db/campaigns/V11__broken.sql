-- Paths of the questions with an answer that the form itself would not have taken; null while nobody has looked.
alter table campaigns.submission add column broken text[];
create index submission_uninspected on campaigns.submission (campaign_id, id) where broken is null;
