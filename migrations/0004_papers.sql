-- Up Migration
-- 0004_papers.sql: documents under review. An address once given to a paper is never given to another:
-- renaming adds an address, the older ones go on leading to the paper.
create table papers (
  id uuid primary key,
  group_id uuid not null references groups,
  symbol text not null,
  title text not null,
  language text not null,
  created_at timestamptz not null,
  created_by uuid not null references people (id),
  withdrawn_at timestamptz,
  rights_version integer not null default 1);
create index papers_of_group on papers (group_id);

create table paper_addresses (
  slug text primary key,
  paper_id uuid not null references papers,
  given_at timestamptz not null);

create table drafters (
  paper_id uuid not null references papers,
  member_id uuid not null references members,
  primary key (paper_id, member_id));

-- The files as they came, for evidence.
create table sources (
  paper_id uuid primary key references papers,
  name text not null,
  bytes bytea not null,
  paragraphs integer not null,
  received_at timestamptz not null);
create trigger sources_only_added_to before update or delete on sources for each row execute function refuse_change();
create trigger sources_never_emptied before truncate on sources for each statement execute function refuse_change();
