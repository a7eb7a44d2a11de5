-- A contributor's page asks whether a version counted a row of theirs; it serves what input_version did as well.
create index input_digest on evidence.input (finding_id, version, digest);
drop index evidence.input_version;
