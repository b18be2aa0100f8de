-- Up Migration
-- 0009_dispositions.sql: the secretariat's answers, every one of them, and what was put into the draft.
create table dispositions (
  id uuid primary key,
  thread_id uuid not null references threads,
  answer text not null check (answer in ('accepted', 'acceptedWithModification', 'noted', 'notAccepted', 'outOfScope', 'duplicate')),
  rationale text not null,
  duplicate_of uuid references threads,
  person_id uuid not null references people (id),
  at timestamptz not null,
  check ((answer = 'duplicate') = (duplicate_of is not null)));
create index dispositions_of_thread on dispositions (thread_id, at);
create trigger dispositions_only_added_to before update or delete on dispositions for each row execute function refuse_change();
create trigger dispositions_never_emptied before truncate on dispositions for each statement execute function refuse_change();

-- `added` and `deleted` hold what undoing needs: the ids of paragraphs that came, the paragraph that went.
create table applications (
  id uuid primary key,
  thread_id uuid not null references threads,
  paragraph_id text not null,
  before text not null,
  after text not null,
  person_id uuid not null references people (id),
  at timestamptz not null,
  update_id bigint not null,
  added text[] not null default '{}',
  deleted jsonb);
create index applications_of_thread on applications (thread_id, at);
create trigger applications_only_added_to before update or delete on applications for each row execute function refuse_change();
create trigger applications_never_emptied before truncate on applications for each statement execute function refuse_change();

create table application_undoings (
  application_id uuid primary key references applications,
  person_id uuid not null references people (id),
  at timestamptz not null);
create trigger undoings_only_added_to before update or delete on application_undoings for each row execute function refuse_change();
create trigger undoings_never_emptied before truncate on application_undoings for each statement execute function refuse_change();
