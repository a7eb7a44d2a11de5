create table accounts.person (
  id         uuid primary key,
  created_at timestamptz not null default now()
);

-- What a person told us of themselves, sealed under their own key.
create table private.identity (
  person_id uuid primary key references accounts.person (id) on delete cascade,
  name      bytea,
  email     bytea
);

-- A mailed link, good once. Only the digest of its secret is kept.
create table accounts.sign_in_link (
  digest       bytea primary key,
  person_id    uuid references accounts.person (id) on delete cascade,
  sealed_email bytea,
  role         text references frame.role (name),
  expires_at   timestamptz not null,
  used_at      timestamptz
);

create table accounts.invitation (
  id         uuid primary key,
  digest     bytea not null unique,
  role       text not null references frame.role (name),
  scope_kind text not null,
  scope_id   uuid not null,
  note       text not null,
  made_by    uuid references accounts.person (id) on delete set null,
  made_at    timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  used_by    uuid references accounts.person (id) on delete set null
);

-- Spring Security names this table and its columns; a person's handle in it is base64url of their identifier.
create table accounts.user_credentials (
  credential_id                text primary key,
  user_entity_user_id          text not null,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     text,
  public_key_credential_type   text,
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamptz,
  last_used                    timestamptz,
  label                        text not null
);
create index user_credentials_person on accounts.user_credentials (user_entity_user_id);
