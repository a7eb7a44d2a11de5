-- An account that is deleted takes its invitations with it: without a maker they would be the hub's own, which anybody keeps.
alter table accounts.invitation
  drop constraint invitation_made_by_fkey,
  add constraint invitation_made_by_fkey foreign key (made_by) references accounts.person (id) on delete cascade;
