-- The second person agrees to the whole form now, not to the names, types and words of its questions alone (decision 0055).
-- What was agreed to before was not read in full: it is to be agreed to once more.
update campaigns.campaign
set unit_approved_by = null, unit_approved_at = null, unit_approved_questions = null
where unit_approved_at is not null;
