-- A letter is deleted when it has left. Until then it is found by whom it goes to, and tells why it is still here.
delete from private.mail where sent_at is not null;
alter table private.mail
  drop column sent_at,
  add column address_digest bytea,
  add column fault text check (fault in ('unreachable', 'password', 'encryption', 'refused'));
create index mail_address on private.mail (address_digest);
