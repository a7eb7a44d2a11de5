-- Whom an organisation, or the hub, names to recompute its findings: they take the audit file and can do nothing else.
insert into frame.role (name, permissions) values ('auditor', array['evidence.audit']);
update frame.role set permissions = permissions || 'evidence.audit'::text
  where name in ('administrator', 'editor', 'reviewer');
