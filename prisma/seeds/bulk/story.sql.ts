/*
 * One batch of requests: who writes what about which topic, and when each step happens. $1 to $2 are the ordinals of
 * the batch; $3 + (n - $4) * $5 is where along the two years a request lies, 0 to 1. A story is written to its end and
 * then cut at the present: what lies after it has not happened, and so some requests are open, in every state.
 */
export const stories = `
create temp table story on commit drop as
with placed as (
  select n::bigint as n, $3::float8 + (n - $4::bigint) * $5::float8 as along from generate_series($1::bigint, $2::bigint) n),
chosen as (
  select p.n, p.along, c.partner_id, c.locale, topic.topic_id, topic.team_id, priority.key as priority,
    c.people[1 + floor(pg_temp.chance(p.n, 2) * cardinality(c.people))::int] as opened_by,
    greatest(plan.starts, least(plan.ends - 60000 - floor(pg_temp.chance(p.n, 33) * 36000000)::bigint,
      floor(extract(epoch from (day.local + hours.of_day) at time zone plan.zone) * 1000)::bigint)) as t0
  from placed p cross join plan
  cross join lateral (select pg_temp.moment((plan.starts + p.along * (plan.ends - plan.starts))::bigint) at time zone plan.zone as local) l
  -- Most of what would fall on a weekend is written on a working day of that week or the next.
  cross join lateral (select date_trunc('day', l.local) + (1 + floor(pg_temp.chance(p.n, 35) * 5)) * case
      when pg_temp.chance(p.n, 30) < 0.2 then interval '0' when extract(isodow from l.local) = 6 then interval '-1 day'
      when extract(isodow from l.local) = 7 then interval '1 day' else interval '0' end as local) day
  cross join lateral (select case when pg_temp.chance(p.n, 31) < 0.1 then pg_temp.chance(p.n, 32) * interval '24 hours'
      else interval '7 hours' + (pg_temp.chance(p.n, 32) + pg_temp.chance(p.n, 34)) * interval '6.5 hours' end as of_day) hours
  cross join lateral (select case when pg_temp.chance(p.n, 4) < 0.8 then 'normal'
      when pg_temp.chance(p.n, 4) < 0.92 then 'high' else 'low' end as key) priority
  join company c on c.n = 1 + floor(plan.companies * (1 - power(1 - pg_temp.chance(p.n, 1), 0.25)))::int
  join topic_choice topic on topic.n = width_bucket(pg_temp.chance(p.n, 3), plan.topic_shares)),
promised as (
  select c.*, pr.policy_id, pr.calendar_id, pr.calendar, pr.minutes, pr.next_minutes, coalesce(pr.minutes, 480) * 60000::bigint as target,
    case when pg_temp.chance(n, 5) < 0.25 then 1 when pg_temp.chance(n, 5) < 0.75 then 2 else 3 end as rounds,
    case when pg_temp.chance(n, 14) < 0.4 then 'rated' when pg_temp.chance(n, 14) < 0.6 then 'solved'
      when pg_temp.chance(n, 14) < 0.82 then 'auto' when pg_temp.chance(n, 14) < 0.92 then 'agent' else 'cancelled' end as ending,
    pg_temp.chance(n, 16) as asked
  from chosen c join promise pr on pr.topic_id = c.topic_id and pr.priority = c.priority),
first as (
  select p.*, d.work as first_work, pg_temp.after_work(calendar, t0, 1000 + d.work / 4) as taken, pg_temp.after_work(calendar, t0, 2000 + d.work) as t1,
    case when rounds > 1 and asked < 0.3 then 'ask' when rounds > 1 and asked < 0.38 then 'try_this' else 'answer' end as says1
  from promised p cross join lateral (select (target * (0.04 + power(pg_temp.chance(n, 7), 2) * 1.25)
    + case when pg_temp.chance(n, 8) < 0.05 then (2 + 14 * pg_temp.chance(n, 9)) * 28800000 else 0 end)::bigint as work) d),
second as (
  select f.*, t2, case when rounds > 1 then pg_temp.after_work(calendar, t2, (600000 + power(pg_temp.chance(n, 11), 2) * 54000000
      + case when pg_temp.chance(n, 12) < 0.4 then pg_temp.chance(n, 13) * 30 * 28800000 else 0 end)::bigint) end as t3
  from first f cross join plan cross join lateral (select case when rounds > 1
    then t1 + (1200000 + pg_temp.chance(n, 10) * (plan.reminder * 0.9 - 1200000))::bigint end as t2) w),
third as (
  select s.*, t4, case when rounds > 2 then pg_temp.after_work(calendar, t4,
      (600000 + power(pg_temp.chance(n, 19), 2) * 43200000)::bigint) end as t5,
    case when rounds > 2 and says1 = 'answer' and pg_temp.chance(n, 17) < 0.2 then 'ask' else 'answer' end as says3
  from second s cross join plan cross join lateral (select case when rounds > 2
    then t3 + (1200000 + pg_temp.chance(n, 18) * (plan.reminder * 0.9 - 1200000))::bigint end as t4) w)
select t.n, least(floor(along * 16777216)::bigint, 16777215) as along, t.partner_id, t.locale, t.topic_id, t.team_id, t.priority, t.opened_by,
  t.policy_id, t.calendar_id, t.calendar, t.minutes, t.next_minutes, t.target, t.rounds, t.ending, t.says1, t.says3,
  t0, taken, t1, t2, t3, t4, t5, last.at as last,
  case ending when 'cancelled' then last.at when 'auto' then last.at + plan.close
    when 'agent' then pg_temp.after_work(t.calendar, last.at, (1800000 + pg_temp.chance(t.n, 15) * 27000000)::bigint)
    else last.at + (300000 + pg_temp.chance(t.n, 15) * plan.reminder * 0.9)::bigint end as ended,
  pg_temp.bulk_id(t0, '5ed', least(floor(along * 16777216)::bigint, 16777215), t.n) as id,
  a.membership_id as assignee
from third t cross join plan
cross join lateral (select case rounds when 1 then t1 when 2 then t3 else t5 end as at) last
join agent_choice a on a.team_id = t.team_id and a.n = floor(pg_temp.chance(t.n, 20) * a.of)::int`

/** What happened in each story up to the present, in order. \`says\` is the kind of the message that came with it. */
export const steps = `
create temp table step on commit drop as
select s.n, v.k, v.at, v.kind, v.from_state, v.to_state, v.says, v.by
from story s cross join plan
cross join lateral (select case s.says1 when 'answer' then 'answered' else 'awaiting_partner' end as turn1,
  case s.says3 when 'answer' then 'answered' else 'awaiting_partner' end as turn3,
  case s.ending when 'cancelled' then s.rounds end as drops) w
cross join lateral (values
  (0, s.t0, 'opened', null, 'created', 'request', 'partner'),
  (1, s.taken, 'taken', 'created', 'in_progress', null, 'staff'),
  (2, case when w.drops is distinct from 1 then s.t1 end, case s.says1 when 'answer' then 'answered' when 'ask' then 'asked' else 'try_asked' end,
    'in_progress', w.turn1, s.says1, 'staff'),
  (3, s.t2, 'replied', w.turn1, 'in_progress', 'message', 'partner'),
  (4, case when w.drops is distinct from 2 then s.t3 end, case s.says3 when 'answer' then 'answered' else 'asked' end, 'in_progress', w.turn3, s.says3, 'staff'),
  (5, s.t4, 'replied', w.turn3, 'in_progress', 'message', 'partner'),
  (6, case when w.drops is distinct from 3 then s.t5 end, 'answered', 'in_progress', 'answered', 'answer', 'staff'),
  (7, case when s.ending = 'auto' then s.last + plan.reminder end, 'reminded', null, null, null, null),
  (8, s.ended, case s.ending when 'auto' then 'auto_closed' when 'agent' then 'closed' else s.ending end,
    case s.ending when 'cancelled' then 'in_progress' else 'answered' end, 'completed', null,
    case s.ending when 'auto' then null when 'agent' then 'staff' else 'partner' end)
) v (k, at, kind, from_state, to_state, says, by)
where v.at <= plan.ends`

/**
 * Where each request stands after its last step, and what falls due: the first answer, or, once that was given, the next
 * one to what the partner wrote since. A clock stands still while we wait, and a broken promise keeps its deadline.
 */
export const fates = `
create temp table fate on commit drop as
select f.*, coalesce(first.due, next.due) as due, round.began, round.met, round.paused as round_paused,
  case when f.state in ('answered', 'awaiting_partner') then greatest(plan.ends + 60000, f.changed
    + case when f.reminded is null then plan.reminder else plan.close end) end as next,
  (pg_temp.worked(s.calendar, f.answered) - pg_temp.worked(s.calendar, s.t0)) / 60000 as answer_took,
  (pg_temp.worked(s.calendar, f.ended) - pg_temp.worked(s.calendar, s.t0)) / 60000 as completion_took
from (
  select n, (array_agg(to_state order by k desc) filter (where to_state is not null))[1] as state,
    max(at) filter (where kind <> 'reminded') as updated, max(at) filter (where to_state is not null) as changed,
    1 + count(*) filter (where kind not in ('opened', 'reminded')) as version,
    min(at) filter (where kind = 'answered') as answered, max(at) filter (where to_state = 'completed') as ended,
    max(at) filter (where kind = 'reminded') as reminded, max(at) filter (where by = 'staff') as ours, max(at) filter (where by = 'partner') as theirs,
    min(at) filter (where k = 2 and to_state = 'awaiting_partner') as paused,
    min(at) filter (where k = 3 and from_state = 'awaiting_partner') as resumed,
    min(at) filter (where k = 3 and from_state = 'answered') as reply2, min(at) filter (where k = 5) as reply4,
    min(at) filter (where k = 4 and kind = 'answered') as answer3, min(at) filter (where k = 4 and kind = 'asked') as ask3,
    min(at) filter (where k = 6) as answer5
  from step group by n) f
join story s using (n) cross join plan
cross join lateral (select case when f.answer3 is not null and f.reply4 is not null then f.reply4 else f.reply2 end as began,
  case when f.answer3 is not null and f.reply4 is not null then f.answer5 else coalesce(f.answer3, f.answer5) end as met,
  f.ask3 as paused, case when f.ask3 is not null then f.reply4 end as resumed) round
cross join lateral (select case when f.state in ('created', 'in_progress') and f.answered is null and s.policy_id is not null
  then pg_temp.due_at(s.calendar, s.t0, s.target, f.paused, f.resumed) end as due) first
cross join lateral (select case when f.state = 'in_progress' and f.answered is not null and round.met is null and s.next_minutes is not null
  then pg_temp.due_at(s.calendar, round.began, s.next_minutes * 60000::bigint, round.paused, round.resumed) end as due) next`
