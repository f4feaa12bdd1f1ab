/*
 * Writes one batch from its story, its steps and its fates. Nothing is said to be unread on requests that are completed:
 * their partner news is left empty. `considered_at` is set: the breadth of these was looked at.
 */

/** $1: the first number of the batch. */
export const tickets = `
insert into ticket (marketplace_id, id, number, partner_id, topic_id, team_id, opened_by_id, assignee_id, subject, locale,
  state, priority, completed_reason, completed_at, considered_at, due_at, next_at, reminded_at, first_answered_at,
  first_answer_took, completion_took, partner_news_at, staff_news_at, version, created_at, updated_at)
select plan.marketplace_id, s.id, $1::int + (row_number() over (order by s.n))::int - 1, s.partner_id, s.topic_id, s.team_id, s.opened_by,
  case when f.version > 1 then s.assignee end, subject.text, s.locale, f.state, s.priority,
  case when f.state = 'completed' then s.ending end, pg_temp.moment(f.ended), pg_temp.moment(s.t0), pg_temp.moment(f.due),
  pg_temp.moment(f.next), case when f.state <> 'completed' then pg_temp.moment(f.reminded) end, pg_temp.moment(f.answered), f.answer_took, f.completion_took,
  case when f.state <> 'completed' then pg_temp.moment(f.ours) end, case when f.state <> 'completed' then pg_temp.moment(f.theirs) end,
  f.version, pg_temp.moment(s.t0), pg_temp.moment(f.updated)
from story s join fate f using (n) cross join plan
join pool subject on subject.locale = s.locale and subject.kind = 'subject' and subject.n = floor(pg_temp.chance(s.n, 40) * 500)::int
order by s.n`

/** Texts come from the pool; a first message ends with a brand and an order of its own. */
export const saidTexts = `
create temp table said on commit drop as
select s.n, st.k, st.at, st.says, st.by, pool.document,
  case when st.k = 0 then brand.name || ', ' || (100 + floor(pg_temp.chance(s.n, 42) * 900)) || '-' || lpad(s.n::text, 7, '0') end as own, pool.text
from story s join step st using (n)
join lateral (select case st.says when 'request' then 'ask' when 'message' then 'reply' when 'answer' then 'answer' else 'question' end as kind) w on true
join pool on pool.locale = s.locale and pool.kind = w.kind and pool.n = floor(pg_temp.chance(s.n, 50 + st.k)
  * case w.kind when 'ask' then 1500 when 'question' then 200 else 700 end)::int
left join brand on st.k = 0 and brand.n = floor(power(pg_temp.chance(s.n, 41), 3) * 3000)::int
where st.says is not null`

export const messages = `
insert into ticket_message (marketplace_id, id, ticket_id, partner_id, author_id, kind, body, locale, created_at)
select plan.marketplace_id, pg_temp.bulk_id(m.at, 'a0' || m.k, s.along, s.n), s.id, s.partner_id,
  case m.by when 'partner' then s.opened_by else s.assignee end, m.says, m.text || coalesce(E'\\n\\n' || m.own, ''), s.locale, pg_temp.moment(m.at)
from said m join story s using (n) cross join plan order by s.n, m.k`

export const events = `
insert into ticket_event (marketplace_id, id, ticket_id, partner_id, at, kind, author_id, audience, from_state, to_state, data)
select plan.marketplace_id, pg_temp.bulk_id(st.at, 'e0' || st.k, s.along, s.n), s.id, s.partner_id, pg_temp.moment(st.at), st.kind,
  case st.by when 'partner' then s.opened_by when 'staff' then s.assignee end, 'partner', st.from_state, st.to_state,
  case when st.says is not null then jsonb_build_object('messageId', pg_temp.bulk_id(st.at, 'a0' || st.k, s.along, s.n))
    when st.kind = 'taken' then jsonb_build_object('assigneeId', s.assignee)
    when st.kind = 'rated' then jsonb_build_object('stars', pg_temp.stars(s.n)) else '{}' end
from step st join story s using (n) cross join plan order by s.n, st.k`

export const clocks = `
insert into sla_clock (marketplace_id, ticket_id, kind, partner_id, policy_id, calendar_id, target_minutes, started_at, due_at, paused_at, met_at)
select plan.marketplace_id, s.id, c.kind, s.partner_id, s.policy_id, s.calendar_id, c.minutes, pg_temp.moment(c.began), pg_temp.moment(c.due),
  case when f.state = 'awaiting_partner' then pg_temp.moment(c.paused) end, pg_temp.moment(c.met)
from story s join fate f using (n) cross join plan
cross join lateral (values
  ('first_answer', s.minutes, s.t0, case when f.answered is null then f.due end, case when f.answered is null then f.paused end, f.answered),
  ('next_answer', s.next_minutes, f.began, case when f.answered is not null then f.due end, case when f.met is null then f.round_paused end, f.met)
) c (kind, minutes, began, due, paused, met)
where s.policy_id is not null and c.minutes is not null and c.began is not null order by s.n, c.kind`

export const ratings = `
insert into rating (marketplace_id, ticket_id, partner_id, stars, comment, rated_by_id, rated_at)
select plan.marketplace_id, s.id, s.partner_id, pg_temp.stars(s.n), case when pg_temp.chance(s.n, 61) < 0.3 then c.text else '' end, s.opened_by, pg_temp.moment(st.at)
from story s join step st on st.n = s.n and st.kind = 'rated' cross join plan
join pool c on c.locale = s.locale and c.kind = 'comment' and c.n = floor(pg_temp.chance(s.n, 62) * 5)::int order by s.n`

/** Which files this batch brings: one request in ten. They are laid on the disk before their rows are written. */
export const files = `
create temp table brought on commit drop as
select s.n, id.id, sh.n as shared, plan.marketplace_id || '/' || to_char(pg_temp.moment(s.t0) at time zone 'UTC', 'YYYY/MM') || '/' || id.id as storage_key,
  sh.stem || '-' || s.n || sh.extension as file_name
from story s cross join plan
cross join lateral (select pg_temp.bulk_id(s.t0, 'f00', s.along, s.n) as id) id
join shared_file sh on sh.n = floor(pg_temp.chance(s.n, 71) * (select count(*) from shared_file))::int
where pg_temp.chance(s.n, 70) < 0.1`

export const attachments = `
insert into attachment (marketplace_id, id, partner_id, uploaded_by_id, file_name, media_type, bytes, sha256, storage_key, audience, ticket_id, message_id, created_at)
select plan.marketplace_id, b.id, s.partner_id, s.opened_by, b.file_name, sh.media_type, sh.bytes, sh.sha256, b.storage_key, 'partner', s.id,
  pg_temp.bulk_id(s.t0, 'a00', s.along, s.n), pg_temp.moment(s.t0)
from brought b join story s using (n) join shared_file sh on sh.n = b.shared cross join plan`

/** Documents are joined from those of the pool, as a request that is said more in grows; only what is its own is read anew. */
export const documents = `
insert into ticket_search (marketplace_id, ticket_id, audience, partner_id, month, document)
select plan.marketplace_id, s.id, 'partner', s.partner_id,
  extract(year from pg_temp.moment(s.t0) at time zone 'UTC')::int * 12 + extract(month from pg_temp.moment(s.t0) at time zone 'UTC')::int,
  subject.document || own.document || coalesce(m1.document, '') || coalesce(m2.document, '') || coalesce(m3.document, '')
    || coalesce(m4.document, '') || coalesce(m5.document, '') || m0.document
from story s cross join plan
join pool subject on subject.locale = s.locale and subject.kind = 'subject' and subject.n = floor(pg_temp.chance(s.n, 40) * 500)::int
join said m0 on m0.n = s.n and m0.k = 0
left join brought b on b.n = s.n
cross join lateral (select search_document(s.locale, m0.own || coalesce(' ' || b.file_name, '')) as document) own
left join said m1 on m1.n = s.n and m1.k = 2 left join said m2 on m2.n = s.n and m2.k = 3 left join said m3 on m3.n = s.n and m3.k = 4
left join said m4 on m4.n = s.n and m4.k = 5 left join said m5 on m5.n = s.n and m5.k = 6
order by s.n`
