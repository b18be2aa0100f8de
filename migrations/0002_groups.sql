-- Up Migration
-- 0002_groups.sql: working groups, for whom people speak in them, and who is invited. Nobody is ever
-- deleted: who left keeps the row that old comments point to.
create table groups (
  id uuid primary key,
  acronym text not null,
  name text not null,
  zone text not null,
  place text not null,
  is_sample boolean not null default false,
  made_at timestamptz not null,
  withdrawn_at timestamptz);

create table organisations (
  id uuid primary key,
  group_id uuid not null references groups,
  name text not null,
  kind text not null check (kind in ('memberState', 'privateSector', 'academia', 'civilSociety', 'internationalOrganisation', 'secretariat')),
  unique (group_id, name),
  unique (group_id, id));

create table members (
  id uuid primary key,
  group_id uuid not null references groups,
  person_id uuid not null references people (id),
  organisation_id uuid not null,
  role text not null check (role in ('secretariat', 'chair', 'delegate', 'observer')),
  is_focal_point boolean not null default false,
  joined_at timestamptz not null,
  removed_at timestamptz,
  rights_version integer not null default 1,
  foreign key (group_id, organisation_id) references organisations (group_id, id));
create unique index one_membership on members (group_id, person_id) where removed_at is null;
create index members_of_person on members (person_id);

create table invitations (
  id uuid primary key,
  group_id uuid not null references groups,
  email text not null,
  name text not null,
  organisation_id uuid not null,
  role text not null check (role in ('secretariat', 'chair', 'delegate', 'observer')),
  is_focal_point boolean not null default false,
  invited_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (group_id, organisation_id) references organisations (group_id, id));
create unique index one_invitation on invitations (group_id, email) where accepted_at is null and withdrawn_at is null;
create index invitations_of_address on invitations (email);
