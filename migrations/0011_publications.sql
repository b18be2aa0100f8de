-- Up Migration
-- 0011_publications.sql: versions that are public, each once and for good.
create table publications (
  version_id uuid primary key references versions,
  paper_id uuid not null references papers,
  hash text not null,
  reason text,
  unanswered integer[] not null,
  person_id uuid not null references people (id),
  at timestamptz not null);
create trigger publications_only_added_to before update or delete on publications for each row execute function refuse_change();
create trigger publications_never_emptied before truncate on publications for each statement execute function refuse_change();
