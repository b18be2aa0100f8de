-- Up Migration
-- 0008_threads.sql: points raised, and what is said to them. Numbers are given under the paper's lock and
-- never again, so that #12 in a printed compilation is #12 for ever. Nothing is deleted: withdrawing sets
-- an instant, once, and no other column ever changes.
create table threads (
  id uuid primary key,
  paper_id uuid not null references papers,
  round_id uuid references rounds,
  number integer not null check (number > 0),
  kind text not null check (kind in ('general', 'substantive', 'editorial')),
  anchor jsonb,
  mark text check (mark in ('ADD', 'MOD', 'SUP', 'NOC')),
  proposal text,
  received_by text check (received_by in ('email', 'letter', 'room')),
  received_at timestamptz,
  opened_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (paper_id, number),
  unique (paper_id, id));

create table comments (
  id uuid primary key,
  paper_id uuid not null,
  thread_id uuid not null,
  is_opening boolean not null,
  person_id uuid references people (id),
  member_id uuid references members,
  organisation_id uuid not null references organisations,
  spoken_by text,
  entered_by uuid references people (id),
  text text not null,
  at timestamptz not null,
  stamp text check (stamp in ('in time', 'extended', 'late')),
  withdrawn_at timestamptz,
  foreign key (paper_id, thread_id) references threads (paper_id, id));
create unique index one_opening on comments (thread_id) where is_opening;
create index comments_of_thread on comments (thread_id, at);

create table positions (
  id uuid primary key,
  thread_id uuid not null references threads,
  person_id uuid not null references people (id),
  organisation_id uuid not null references organisations,
  stance text not null check (stance in ('supports', 'supportsWithChange', 'objects', 'reserves', 'none')),
  text text not null,
  at timestamptz not null);
create index positions_of_thread on positions (thread_id, at);

create function only_withdrawn_once() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null
     or to_jsonb(new) - 'withdrawn_at' <> to_jsonb(old) - 'withdrawn_at' then
    raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger threads_only_withdrawn before update on threads for each row execute function only_withdrawn_once();
create trigger threads_never_deleted before delete on threads for each row execute function refuse_change();
create trigger threads_never_emptied before truncate on threads for each statement execute function refuse_change();
create trigger comments_only_withdrawn before update on comments for each row execute function only_withdrawn_once();
create trigger comments_never_deleted before delete on comments for each row execute function refuse_change();
create trigger comments_never_emptied before truncate on comments for each statement execute function refuse_change();
create trigger positions_only_added_to before update or delete on positions for each row execute function refuse_change();
create trigger positions_never_emptied before truncate on positions for each statement execute function refuse_change();
