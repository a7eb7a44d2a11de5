-- A version and its rows are written in one transaction, and triggers let no version go. Checking the reference again for
-- each of fifty thousand rows took longer than all else of publishing.
alter table evidence.input drop constraint input_finding_id_version_fkey;
