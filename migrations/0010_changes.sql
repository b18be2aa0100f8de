-- Up Migration
-- 0010_changes.sql: reasons that the secretariat gave to a change afterwards: a thread, or its own words. The
-- change is what happened to the paragraph in the text log after `from_update`, up to `to_update`.
create table change_reasons (
  id uuid primary key,
  paper_id uuid not null references papers,
  paragraph_id text not null,
  thread_id uuid references threads,
  text text,
  from_update bigint not null,
  to_update bigint not null,
  person_id uuid not null references people (id),
  at timestamptz not null,
  check (thread_id is not null or text is not null));
create index change_reasons_of_paper on change_reasons (paper_id, at);
create trigger change_reasons_only_added_to before update or delete on change_reasons for each row execute function refuse_change();
create trigger change_reasons_never_emptied before truncate on change_reasons for each statement execute function refuse_change();
