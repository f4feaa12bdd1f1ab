/*
 * Tools of one connection: what is made here ends with it. `chance` gives the same number for the same request in every
 * run. Times are epoch milliseconds. Open time is counted along the spans of a calendar, so that a deadline is what
 * lib/sla would compute.
 */
export const tools = `
create function pg_temp.chance(n bigint, salt int) returns float8 language sql immutable as $$
  select (hashint8extended(n, salt) & 4294967295)::float8 / 4294967296 $$;

create function pg_temp.moment(ms bigint) returns timestamptz language sql immutable as $$
  select to_timestamp(ms / 1000.0) $$;

-- A uuid of version 7 that tells which request it belongs to and how far along the two years that lies.
create function pg_temp.bulk_id(ms bigint, tag text, along bigint, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(ms), 12, '0') || '7' || tag || '85ed' || lpad(to_hex(along), 6, '0') || lpad(to_hex(n), 6, '0'))::uuid $$;

create temp table span (calendar int, opens bigint, closes bigint, before bigint);
create temp table promise (topic_id uuid, priority text, policy_id uuid, calendar_id uuid, calendar int, minutes int, next_minutes int);
create temp table topic_choice (n int, topic_id uuid, team_id uuid);
create temp table agent_choice (team_id uuid, n int, of int, membership_id uuid);
create temp table company (n int, partner_id uuid, locale text, people uuid[]);
create temp table pool (locale text, kind text, n int, text text, document tsvector);
create temp table brand (n int, name text);
create temp table plan (marketplace_id uuid, zone text, starts bigint, ends bigint, companies int, topic_shares float8[],
  reminder bigint, close bigint);

-- Open time of a calendar up to an instant, and the earliest instant by which so much has passed since another.
create function pg_temp.worked(cal int, at bigint) returns bigint language sql stable as $$
  select before + least(greatest(at - opens, 0), closes - opens) from pg_temp.span
   where calendar = cal and opens <= at order by opens desc limit 1 $$;
create function pg_temp.after_work(cal int, at bigint, ms bigint) returns bigint language sql stable as $$
  select s.opens + (p.until - s.before) from (select pg_temp.worked(cal, at) + ms as until) p,
    lateral (select opens, before from pg_temp.span where calendar = cal and before < p.until order by before desc limit 1) s $$;

-- A deadline with at most one pause behind it.
create function pg_temp.due_at(cal int, began bigint, target bigint, paused bigint, resumed bigint) returns bigint language sql stable as $$
  select case when resumed is null or paused >= w.due then w.due
    else pg_temp.after_work(cal, resumed, target - (pg_temp.worked(cal, paused) - pg_temp.worked(cal, began))) end
  from (select pg_temp.after_work(cal, began, target) as due) w $$;
`
