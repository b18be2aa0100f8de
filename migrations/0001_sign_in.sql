-- 0001_sign_in.sql: who is asking. A person is an address of mail; a session is a browser that proved it.
-- The first four tables are better-auth's own (a test says that it misses nothing), under our names. No link,
-- set-up link or counted address can be read back from here: only hashes are kept. A session's token is
-- useless without the cookie's signature by SECRET.

-- Up Migration
create table people (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  -- Always in small letters, so that one mailbox is one person.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  -- When it was last used; unused for 12 hours it ends.
  updated_at timestamptz not null,
  -- The latest end, however much it is used.
  expires_at timestamptz not null,
  ip_address text,
  user_agent text);
create index sessions_person_id_idx on sessions (person_id);

create table accounts (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null);
create index accounts_person_id_idx on accounts (person_id);

-- A mailed link: the hash of its token, and for whom. Taken out when it is used.
create table verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp);
create index verifications_identifier_idx on verifications (identifier);

-- Who makes groups. It gives no right to read a paper.
create table administrators (
  person_id uuid primary key references people);

-- A link that makes its user an administrator: for a day, once.
create table set_up_links (
  token_hash text primary key,
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz check (used_at >= made_at));

-- The people of the sample, whom anybody at this machine may be, until the sample group is withdrawn.
create table sample_people (
  slug text primary key,
  person_id uuid not null references people);

-- What is limited per stretch of time, counted here so that it holds across instances. `who` is a hash.
create table rate_counts (
  what text not null,
  who text not null,
  instants timestamptz[] not null,
  needed_until timestamptz not null,
  -- Whether the last one was within the limit.
  counted boolean not null,
  primary key (what, who));
create index rate_counts_needed_until_idx on rate_counts (needed_until);
