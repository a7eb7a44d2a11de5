-- A call to report. Texts are jsonb {"source": language, language: words}.
create table campaigns.campaign (
  id               uuid primary key,
  tail             text not null unique,
  organisation_id  uuid not null,
  title            jsonb not null,
  why              jsonb not null,
  use_of_answers   jsonb not null,
  consent          jsonb not null,
  consent_version  int not null default 1,
  who_can_answer   jsonb not null,
  contact          text not null default '',
  topics           text[] not null default '{}',
  country          text not null default '',
  place            text not null default '',
  latitude         double precision,
  longitude        double precision,
  zone             text not null default 'UTC',
  minutes          int not null default 5,
  retention_months int not null default 24,
  closes_on        date,
  state            text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  unit             text not null default 'people' check (unit in ('people', 'things')),
  threshold        int not null default 10,
  unit_reason      text not null default '',
  unit_asked_by    uuid,
  unit_approved_by uuid,
  unit_approved_at timestamptz,
  subject          text not null default '',
  anonymous        boolean not null default true,
  created_at       timestamptz not null default now(),
  opened_at        timestamptz,
  closed_at        timestamptz,
  -- People are protected by ten at least; things by a second person's word.
  check (unit = 'things' and threshold = 1 or unit = 'people' and threshold >= 10)
);
create index campaign_organisation on campaigns.campaign (organisation_id);
create index campaign_state on campaigns.campaign (state, opened_at desc);

-- A version of a campaign's form: the spreadsheet as uploaded and the XForm as served. Never changed once stored.
create table campaigns.form (
  id          uuid primary key,
  campaign_id uuid not null references campaigns.campaign (id) on delete cascade,
  form_id     text not null,
  version     text not null,
  title       text not null,
  sheet       bytea not null,
  xform       text not null,
  md5         text not null,
  -- The first question for a place, and all questions for files: paths without the root.
  point_path  text not null default '',
  file_paths  text[] not null default '{}',
  created_at  timestamptz not null default now(),
  unique (form_id, version)
);
create index form_campaign on campaigns.form (campaign_id, created_at desc);

-- A secret that lets a client list, fetch and answer the forms of one campaign, or a device report to it.
create table campaigns.token (
  id          uuid primary key,
  campaign_id uuid not null references campaigns.campaign (id) on delete cascade,
  digest      bytea not null unique,
  kind        text not null check (kind in ('collect', 'device')),
  label       text not null,
  created_at  timestamptz not null default now(),
  revoked_at  timestamptz
);
create index token_campaign on campaigns.token (campaign_id);

-- One answered form as it came, and what was read of it.
create table campaigns.submission (
  id          uuid primary key,
  campaign_id uuid not null references campaigns.campaign (id) on delete cascade,
  form_id     uuid references campaigns.form (id),
  instance_id text not null,
  -- The instance that this one replaces (meta/deprecatedID), and the first of that line.
  replaces    uuid references campaigns.submission (id) on delete cascade,
  replaced    boolean not null default false,
  source      text not null check (source in ('openrosa', 'web', 'sensor', 'import')),
  token_id    uuid references campaigns.token (id),
  received_at timestamptz not null default now(),
  -- When it speaks of: the form's end, a sensor's stamp, else when it came.
  observed_at timestamptz not null,
  language    text not null default '',
  xml         text not null,
  sha256      bytea not null check (length(sha256) = 32),
  answers     jsonb not null,
  -- Tells contributors of this campaign apart: HMAC of account, device or token; null when nobody can be told.
  contributor bytea,
  -- The person, where they were signed in, so that they can take and erase what is theirs.
  person_id   uuid,
  link_digest bytea,
  latitude    double precision,
  longitude   double precision,
  state       text not null default 'received'
              check (state in ('received', 'asked', 'approved', 'rejected', 'withdrawn')),
  unique (campaign_id, instance_id)
);
create index submission_review on campaigns.submission (campaign_id, state, received_at desc) where not replaced;
create index submission_person on campaigns.submission (person_id) where person_id is not null;
create index submission_link on campaigns.submission (link_digest) where link_digest is not null;

-- What a submission names as a file; file_id is null until the file has come.
create table campaigns.attachment (
  submission_id uuid not null references campaigns.submission (id) on delete cascade,
  name          text not null,
  file_id       uuid references frame.file (id),
  primary key (submission_id, name)
);

-- What became of a submission, in order.
create table campaigns.step (
  id            bigint generated always as identity primary key,
  submission_id uuid not null references campaigns.submission (id) on delete cascade,
  at            timestamptz not null default now(),
  actor         text not null,
  verb          text not null,
  note          text not null default ''
);
create index step_submission on campaigns.step (submission_id, id);

-- Where a contributor asked to be told, sealed for the hub and gone with the submission.
create table private.reply_address (
  submission_id uuid primary key references campaigns.submission (id) on delete cascade,
  sealed        bytea not null
);

-- What a contributor of the light player has filled in so far on this device.
create table campaigns.draft (
  digest      bytea primary key,
  campaign_id uuid not null references campaigns.campaign (id) on delete cascade,
  form_id     uuid not null references campaigns.form (id) on delete cascade,
  sealed      bytea not null,
  updated_at  timestamptz not null default now()
);
