-- Up Migration
-- 0003_events.sql: every change of state, once, in order. `seq` has no gap within its stream, because it
-- is taken under the lock of the stream's row. A row is never changed or deleted. Events hold ids and
-- facts; words and names are joined when they are read.
create table streams (
  name text primary key,
  seq integer not null default 0);

create table events (
  stream text not null references streams,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  kind text not null,
  facts jsonb not null,
  person_id uuid references people (id),
  member_id uuid references members,
  organisation_id uuid references organisations,
  key uuid,
  body_hash text,
  primary key (stream, seq));
create unique index events_by_key on events (person_id, key, stream) where key is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger events_only_added_to before update or delete on events for each row execute function refuse_change();
create trigger events_never_emptied before truncate on events for each statement execute function refuse_change();
