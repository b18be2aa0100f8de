-- Up Migration
-- 0012_paper_states.sql: the facts from which the state of a paper follows, as of now; what they amount to
-- is decided by the rule R2 (shared/groups/rights.ts).
create view paper_states as
select p.id as paper_id,
       p.withdrawn_at is not null as is_withdrawn,
       coalesce(r.opens_at <= clock_timestamp() and r.closes_at > clock_timestamp(), false) as has_open_round,
       coalesce(r.opens_at <= clock_timestamp(), false) as has_had_round,
       exists (select from publications b where b.version_id = v.id) as newest_is_published,
       coalesce(v.frozen_at > r.closes_at, false) as has_version_since_round
  from papers p
  left join lateral (select * from rounds where paper_id = p.id order by number desc limit 1) r on true
  left join lateral (select * from versions where paper_id = p.id order by number desc limit 1) v on true;
