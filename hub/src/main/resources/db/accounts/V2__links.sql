-- A link is deleted when it is used, and when it has run out; until then it is found by whom it was sent to.
delete from accounts.sign_in_link where used_at is not null or expires_at < now();
alter table accounts.sign_in_link
  drop column used_at,
  add column address_digest bytea;
create index sign_in_link_address on accounts.sign_in_link (address_digest);
create index sign_in_link_person on accounts.sign_in_link (person_id);
