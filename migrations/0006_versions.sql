-- Up Migration
-- 0006_versions.sql: frozen texts. `content` is the canonical JSON (RFC 8785) as text, `hash` its SHA-256,
-- `previous` the hash of the version before: a changed word anywhere changes every later hash.
create table versions (
  id uuid primary key,
  paper_id uuid not null references papers,
  number integer not null check (number > 0),
  name text not null,
  content text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  previous text check (previous ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  frozen_by uuid not null references people (id),
  paragraphs integer not null,
  through_update bigint not null,
  unique (paper_id, number),
  unique (paper_id, name));
create trigger versions_only_added_to before update or delete on versions for each row execute function refuse_change();
create trigger versions_never_emptied before truncate on versions for each statement execute function refuse_change();
