-- The questions that the second person agreed to (decision 0055): the digest of the form's names, types and words. What was
-- agreed to before this is agreed to anew when the form changes.
alter table campaigns.campaign add column unit_approved_questions text;
