-- Up Migration
-- 0007_rounds.sql: periods of commenting. What is in time is decided by `closes_at` and the instant at
-- which a comment is recorded, never by a timer; `told_at` only says that the closing was announced.
create table rounds (
  id uuid primary key,
  paper_id uuid not null references papers,
  number integer not null check (number > 0),
  version_id uuid not null references versions,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  first_closes_at timestamptz not null,
  accepts_late boolean not null,
  observers_may_comment boolean not null,
  reason text,
  told_at timestamptz,
  check (closes_at > opens_at),
  unique (paper_id, number));
create index rounds_untold on rounds (closes_at) where told_at is null;
