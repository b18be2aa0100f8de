-- Up Migration
-- 0005_drafts.sql: the truth of the living text. Every accepted update stays for good, with who and when;
-- ids of one draft become visible in their order, because they are drawn under the draft's advisory lock.
create sequence draft_update_ids;
create table draft_updates (
  id bigint primary key default nextval('draft_update_ids'),
  paper_id uuid not null references papers,
  person_id uuid references people (id),
  at timestamptz not null,
  bytes bytea not null);
create index draft_updates_of_paper on draft_updates (paper_id, id);
create trigger draft_updates_only_added_to before update or delete on draft_updates for each row execute function refuse_change();
create trigger draft_updates_never_emptied before truncate on draft_updates for each statement execute function refuse_change();

-- What the log up to `through` amounts to, so that opening a draft does not replay it whole.
create table draft_states (
  paper_id uuid primary key references papers,
  through bigint not null,
  bytes bytea not null);
