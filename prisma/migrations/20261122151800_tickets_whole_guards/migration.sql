-- Row security, checks, the worker's door and search for what a whole request needs. Written by hand.

-- 1. Who may do what.
call guard('form', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('form_version', staff => 'select,insert', worker => 'select', partner => 'select', partner_when => 'true');
call guard('article', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('article_text', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('rating', staff => 'select', worker => 'select', partner => 'select,insert');
call guard('ticket_follower', staff => 'select', worker => 'select', partner => 'select,insert,delete');
call guard('ticket_search', staff => 'select,insert,update', worker => 'select,insert,update', partner => 'select,insert,update',
  partner_when => $q$ partner_id = (select app_partner()) and audience = 'partner' $q$);
call guard('held_answer', staff => 'select,insert,update,delete', worker => 'select,update,delete');
call guard('notice', staff => 'select,insert,update', worker => 'select,insert,update', partner => 'select,insert,update',
  partner_reads_when => $q$ partner_id = (select app_partner()) and audience = 'partner' $q$);
call guard('mail_preference', staff => 'select,insert,update', worker => 'select,insert,update', partner => 'select,insert,update');

-- What people write and how far they have read is their side's alone, in both directions.
call guard('draft', worker => 'select,delete', partner => 'select,insert,update,delete');
call open_verb('draft', 'staff', 'waybill_app', 'select', $q$ (select app_side()) = 'staff' and partner_id is null $q$);
call open_verb('draft', 'staff', 'waybill_app', 'insert', $q$ (select app_side()) = 'staff' and partner_id is null $q$);
call open_verb('draft', 'staff', 'waybill_app', 'update', $q$ (select app_side()) = 'staff' and partner_id is null $q$);
call open_verb('draft', 'staff', 'waybill_app', 'delete', $q$ (select app_side()) = 'staff' and partner_id is null $q$);
call guard('ticket_read', partner => 'select,insert,update',
  partner_when => $q$ partner_id = (select app_partner()) and side = 'partner' $q$);
call open_verb('ticket_read', 'staff', 'waybill_app', 'select', $q$ (select app_side()) = 'staff' and side = 'staff' $q$);
call open_verb('ticket_read', 'staff', 'waybill_app', 'insert', $q$ (select app_side()) = 'staff' and side = 'staff' $q$);
call open_verb('ticket_read', 'staff', 'waybill_app', 'update', $q$ (select app_side()) = 'staff' and side = 'staff' $q$);

-- An upload that no message carries yet may be taken back.
call open_verb('attachment', 'staff', 'waybill_app', 'delete',
  $q$ (select app_side()) = 'staff' and audience = 'uploader' and ticket_id is null $q$);
call open_verb('attachment', 'partner', 'waybill_app', 'delete', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and partner_id = (select app_partner()) and audience = 'uploader' and ticket_id is null $q$);

-- The worker sends answers whose time for second thoughts is over, and closes what nobody went on with.
call open_verb('ticket_message', 'worker', 'waybill_worker', 'insert', $q$ (select app_side()) = 'worker' $q$);
call open_verb('attachment', 'worker', 'waybill_worker', 'update', $q$ (select app_side()) = 'worker' $q$);
call open_verb('sla_clock', 'worker', 'waybill_worker', 'insert', $q$ (select app_side()) = 'worker' $q$);

-- 2. Words and ranges that columns may hold.
alter table marketplace_settings
  add check (undo_seconds between 0 and 120), add check (view_link_days between 1 and 365),
  add check (digest_hour between 0 and 23);
alter table sla_policy add check (next_answer_minutes > 0);
alter table sla_clock drop constraint sla_clock_kind_check;
alter table sla_clock add constraint sla_clock_kind_check check (kind in ('first_answer', 'next_answer'));
alter table ticket
  add check (priority_by in ('agent', 'breadth')),
  add check ((form_id is null) = (form_version is null)),
  add check (first_answer_took >= 0), add check (completion_took >= 0),
  add check (next_at is null or state in ('answered', 'awaiting_partner')),
  add check (due_at is null or state in ('created', 'in_progress'));
alter table ticket_message add check (verdict in ('works', 'does_not')), add check (verdict is null or kind = 'message');
alter table topic add check (suggested > 0);
alter table form_version add check (version > 0);
alter table article add check (section in ('seller_support', 'security', 'integration', 'finance')),
  add check (slug ~ '^[a-z0-9-]{2,80}$');
alter table article_text add check (locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table rating add check (stars between 1 and 5);
alter table ticket_read add check (side in ('partner', 'staff'));
alter table held_answer add check (kind in ('answer', 'ask', 'try_this')), add check ((send_at is null) = (refused_at is not null)),
  add check ((refused_at is null) = (refused_why is null));
alter table ticket_search add check (audience in ('partner', 'staff')), add check (month > 0);
alter table notice add check (audience in ('partner', 'staff'));
alter table mail_preference add check (mode in ('each', 'digest', 'needed'));
alter table draft add check (version > 0);

-- 3. One of a kind, and what is looked for. Only open requests are in the indexes of the queue: they stay small.
create unique index held_answer_one_under_way on held_answer (marketplace_id, ticket_id) where send_at is not null;
create index held_answer_due on held_answer (send_at) where send_at is not null;
create index ticket_to_consider on ticket (created_at) where considered_at is null;
create index ticket_next on ticket (next_at) where next_at is not null;
create index mail_preference_digest_due on mail_preference (next_digest_at) where next_digest_at is not null;
create index attachment_waiting on attachment (marketplace_id, uploaded_by_id) where audience = 'uploader';
create index attachment_set_aside on attachment (waits_for) where waits_for is not null;
create index notice_unread on notice (marketplace_id, membership_id) where read_at is null;
-- The order of the desk: general faults that wait for us, then what is due soonest, then ours without a promise, then what
-- waits for partners; lib/tickets/queue-order.sql.ts writes the same words.
create index ticket_open_by_due on ticket (marketplace_id, (general_since is null or state not in ('created', 'in_progress')),
  (coalesce(due_at, case when state in ('created', 'in_progress') then '9999-12-31T00:00:00Z'::timestamptz else 'infinity'::timestamptz end)), id)
  where state <> 'completed';
create index ticket_open_general on ticket (marketplace_id, topic_id, partner_id) where general_since is not null and state <> 'completed';
create index ticket_open_urgent on ticket (marketplace_id, id) where priority = 'urgent' and state <> 'completed';
create index ticket_open_by_change on ticket (marketplace_id, updated_at, id) where state <> 'completed';
create index ticket_open_of_partner on ticket (marketplace_id, partner_id, updated_at, id) where state <> 'completed';
create index ticket_open_of_assignee on ticket (marketplace_id, assignee_id, (general_since is null or state not in ('created', 'in_progress')),
  (coalesce(due_at, case when state in ('created', 'in_progress') then '9999-12-31T00:00:00Z'::timestamptz else 'infinity'::timestamptz end)), id)
  where state <> 'completed';
create index ticket_open_unassigned on ticket (marketplace_id, (general_since is null or state not in ('created', 'in_progress')),
  (coalesce(due_at, case when state in ('created', 'in_progress') then '9999-12-31T00:00:00Z'::timestamptz else 'infinity'::timestamptz end)), id)
  where state <> 'completed' and assignee_id is null;
create index ticket_open_of_team on ticket (marketplace_id, team_id) where state <> 'completed';
create index ticket_open_on_topic on ticket (marketplace_id, topic_id, created_at) where state <> 'completed';
-- What reports count is read from the index alone: a month of a large marketplace lies all over the table. Partial in name
-- only, as Prisma has no word for what an index carries besides its keys; whoever compares created_at may use it.
create index ticket_opened on ticket (marketplace_id, created_at, id)
  include (partner_id, team_id, topic_id, state, locale, first_answer_took, completion_took) where created_at is not null;
create index ticket_following on ticket (marketplace_id, follows_id) where follows_id is not null;

-- 4. Search. Each text is indexed twice: as it stands, and by the stems of the language it was written in.
create extension if not exists unaccent;
create extension if not exists btree_gin;

create function search_config(locale text) returns regconfig language sql immutable parallel safe as $$
  select (case locale when 'it' then 'pg_catalog.italian' when 'es' then 'pg_catalog.spanish'
    when 'ru' then 'pg_catalog.russian' when 'pt-BR' then 'pg_catalog.portuguese' else 'pg_catalog.english' end)::regconfig
$$;

-- A tsvector holds 1 MB of words. What is longer is found by its beginning: nothing that people write may fail at this.
create function search_document(locale text, written text) returns tsvector language plpgsql stable as $$
begin
  return to_tsvector('pg_catalog.simple', unaccent(written)) || to_tsvector(search_config(locale), unaccent(written));
exception when program_limit_exceeded then
  return search_document(locale, left(written, length(written) / 2));
end $$;

-- The words of a text that is added to a request; a request that is full is still found by all that it held before.
create function search_joined(known tsvector, added tsvector) returns tsvector language plpgsql immutable as $$
begin
  return known || added;
exception when program_limit_exceeded then
  return known;
end $$;

-- What each word asked for is found by: as the beginning of a word, or by its stem in the reader's language. Her
-- language's small words need not be found, unless she asks for nothing else ("not now"). A single letter begins half of
-- all there is, so it is found as it stands; and the first 12 words are looked at. Null: no word at all.
create function search_words(locale text, asked text) returns tsquery[] language plpgsql stable parallel safe as $$
declare word text; stem text; one tsquery; built tsquery[]; all_words tsquery[];
begin
  for word in select lexeme from unnest(to_tsvector('pg_catalog.simple', unaccent(asked))) order by positions[1] limit 12 loop
    one := (quote_literal(word) || case when length(word) > 1 then ':*' else '' end)::tsquery;
    all_words := all_words || one;
    select lexeme into stem from unnest(to_tsvector(search_config(locale), word)) limit 1;
    continue when stem is null;
    built := built || (one || quote_literal(stem)::tsquery);
  end loop;
  return coalesce(built, all_words);
end $$;

-- Every word must be found.
create function search_query(words tsquery[]) returns tsquery language plpgsql immutable parallel safe as $$
declare word tsquery; built tsquery;
begin
  foreach word in array coalesce(words, '{}') loop
    built := case when built is null then word else built && word end;
  end loop;
  return built;
end $$;

create function search_query(locale text, asked text) returns tsquery language sql stable parallel safe as $$
  select search_query(search_words(locale, asked))
$$;

-- Partial in name only: an index over a tsvector is beyond Prisma's words, and it leaves partial indexes alone.
create index ticket_search_words on ticket_search using gin (marketplace_id, partner_id, month, document) where month > 0;

grant select on ticket_search, ticket, held_answer, mail_preference to waybill_finder;
create policy finder_select on ticket_search for select to waybill_finder using (true);
create policy finder_select on ticket for select to waybill_finder using (true);
create policy finder_select on held_answer for select to waybill_finder using (true);
create policy finder_select on mail_preference for select to waybill_finder using (true);

-- The older ones that hold all the words, by the index of words alone: first those of the newest three months, then all.
-- Only the rarer of the words are asked of the index, which would collect every match of the others too: those are looked
-- for in what it answers. The planner must not think of walking the table instead.
create function search_older(words tsquery[], here uuid, company uuid, before uuid, most integer)
returns table (id uuid)
language plpgsql stable set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = on
set plan_cache_mode = force_custom_plan set work_mem = '32MB' as $$
declare
  wanted constant tsquery := search_query(words);
  narrow tsquery; word tsquery; rare tsquery[]; met integer; newest integer; got integer := 0;
begin
  if cardinality(words) > 1 then
    foreach word in array words loop
      select count(*) into met from (select 1 from (select s.document from ticket_search s
         where s.marketplace_id = here and (company is null or s.partner_id = company) and s.ticket_id >= before
         order by s.ticket_id desc offset 0) n where n.document @@ word limit 100) c;
      if met < 100 then rare := rare || word; end if;
    end loop;
  end if;
  narrow := coalesce(search_query(rare), wanted);
  perform set_config('enable_indexscan', 'off', true);
  if company is not null then
    return query
      select f.ticket_id from (select s.ticket_id, s.document from ticket_search s
         where s.marketplace_id = here and s.partner_id = company and s.audience = 'partner' and s.month > 0 and s.document @@ narrow offset 0) f
       where f.ticket_id < before and f.document @@ wanted order by f.ticket_id desc limit most;
    return;
  end if;
  select s.month into newest from ticket_search s where s.marketplace_id = here and s.ticket_id = before limit 1;
  return query
    select distinct f.ticket_id from (select s.ticket_id, s.document from ticket_search s
       where s.marketplace_id = here and s.month > newest - 3 and s.month > 0 and s.document @@ narrow offset 0) f
     where f.ticket_id < before and f.document @@ wanted order by f.ticket_id desc limit most;
  get diagnostics got = row_count;
  if got >= most then return; end if;
  return query
    select distinct f.ticket_id from (select s.ticket_id, s.month, s.document from ticket_search s
       where s.marketplace_id = here and s.month > 0 and s.document @@ narrow offset 0) f
     where f.ticket_id < before and f.month <= newest - 3 and f.document @@ wanted order by f.ticket_id desc limit most - got;
end $$;

-- Ids of requests that hold all the words, newest first (ids grow with time), at most `most`. The newest documents are
-- looked through one by one: a word that many requests hold is met there soon, while the index of words would first
-- collect all of them. No operator of text search may be used under row security by an index, so this runs as the
-- finder, holds itself to the marketplace, side and company of the transaction, and what it returns is read again under
-- row security.
create function search_tickets(asked text, locale text, most integer)
returns table (id uuid)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  words constant tsquery[] := search_words(locale, asked);
  wanted constant tsquery := search_query(words);
  here constant uuid := app_marketplace();
  side constant text := app_side();
  company constant uuid := case when app_side() = 'partner' then app_partner() end;
  looked constant integer := 2000;
  before uuid; got integer;
begin
  if wanted is null or here is null then return; end if;
  if side = 'partner' and company is not null then
    select s.ticket_id into before from ticket_search s
     where s.marketplace_id = here and s.partner_id = company order by s.ticket_id desc offset looked limit 1;
    return query
      select n.ticket_id from (select s.ticket_id, s.document from ticket_search s
         where s.marketplace_id = here and s.partner_id = company and s.audience = 'partner'
           and s.ticket_id >= coalesce(before, '00000000-0000-0000-0000-000000000000') order by s.ticket_id desc offset 0) n
       where n.document @@ wanted order by n.ticket_id desc limit most;
  elsif side = 'staff' then
    select s.ticket_id into before from ticket_search s where s.marketplace_id = here order by s.ticket_id desc offset looked limit 1;
    return query
      select distinct on (n.ticket_id) n.ticket_id from (select s.ticket_id, s.document from ticket_search s
         where s.marketplace_id = here and s.ticket_id >= coalesce(before, '00000000-0000-0000-0000-000000000000')
         order by s.ticket_id desc offset 0) n
       where n.document @@ wanted order by n.ticket_id desc limit most;
  else
    return;
  end if;
  get diagnostics got = row_count;
  if before is null or got >= most then return; end if;
  return query select o.id from search_older(words, here, company, before, most - got) o;
end $$;

-- 5. The worker's door knows more that falls due; pages still come before all else.
-- 'consider': a new request whose breadth nobody has looked at. 'turn': a request to remind of or to close.
-- 'answer': an answer whose time for second thoughts is over. 'digest': a reader whose daily mail is due.
-- The door is the finder's already: only its members may change it, and an owner that is no superuser is none.
do $$ begin execute format('grant waybill_finder to %I', current_user); end $$;
create or replace function due_work(at timestamptz, most integer, dead_workers uuid[])
returns table (kind text, marketplace_id uuid, id uuid, due_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  (select 'claim', c.marketplace_id, c.id, c.claimed_at from claim c
    where c.considered_at is null order by c.claimed_at limit most)
  union all
  (select 'timer', e.marketplace_id, e.id, e.next_at from escalation e
    where e.next_at <= at order by e.next_at limit most)
  union all
  (select 'delivery', d.marketplace_id, d.id, d.next_attempt_at from (
      select p.*, row_number() over (partition by p.marketplace_id, p.priority order by p.next_attempt_at) as turn
        from delivery p where p.status = 'PENDING' and p.next_attempt_at <= at) d
    order by d.priority, d.turn, d.next_attempt_at limit most)
  union all
  (select 'stuck', d.marketplace_id, d.id, d.lease_until from delivery d
    where d.status = 'SENDING' and (d.worker_id = any (dead_workers) or d.lease_until <= at) limit most)
  union all
  (select 'answer', h.marketplace_id, h.id, h.send_at from held_answer h
    where h.send_at <= at order by h.send_at limit most)
  union all
  (select 'consider', t.marketplace_id, t.id, t.created_at from ticket t
    where t.considered_at is null order by t.created_at limit most)
  union all
  (select 'turn', t.marketplace_id, t.id, t.next_at from ticket t
    where t.next_at <= at order by t.next_at limit most)
  union all
  (select 'digest', m.marketplace_id, m.membership_id, m.next_digest_at from mail_preference m
    where m.next_digest_at <= at order by m.next_digest_at limit most)
  union all
  (select 'next', null, null, min(n.t) from (
      (select e.next_at as t from escalation e where e.next_at > at order by 1 limit 1)
      union all
      (select p.next_attempt_at from delivery p where p.status = 'PENDING' and p.next_attempt_at > at order by 1 limit 1)
      union all
      (select h.send_at from held_answer h where h.send_at > at order by 1 limit 1)
      union all
      (select t.next_at from ticket t where t.next_at > at order by 1 limit 1)
      union all
      (select m.next_digest_at from mail_preference m where m.next_digest_at > at order by 1 limit 1)) n)
$$;

revoke execute on function search_tickets, search_older from public;
grant execute on function search_tickets to waybill_app;
grant execute on function app_marketplace, app_partner, app_side to waybill_finder;
do $$ begin
  grant create on schema public to waybill_finder;
  alter function search_tickets owner to waybill_finder;
  alter function search_older owner to waybill_finder;
  revoke create on schema public from waybill_finder;
  execute format('revoke waybill_finder from %I', current_user);
end $$;

-- 6. Requests that stand already: their promise, their turn, their first answer, their words. Nothing on them is news:
-- nobody's reading was kept.
update ticket t set considered_at = t.created_at,
  first_answered_at = (select min(e.at) from ticket_event e
    where e.marketplace_id = t.marketplace_id and e.ticket_id = t.id and e.to_state = 'answered'),
  due_at = (select c.due_at from sla_clock c
    where c.marketplace_id = t.marketplace_id and c.ticket_id = t.id and t.state in ('created', 'in_progress')),
  next_at = case when t.state in ('answered', 'awaiting_partner') then t.updated_at + (
    select s.auto_close_reminder_days * interval '1 day' from marketplace_settings s where s.marketplace_id = t.marketplace_id) end;
insert into ticket_search (marketplace_id, ticket_id, audience, partner_id, month, document)
select t.marketplace_id, t.id, 'partner', t.partner_id,
  extract(year from t.created_at at time zone 'UTC')::int * 12 + extract(month from t.created_at at time zone 'UTC')::int,
  search_document(t.locale, t.subject || coalesce((select ' ' || string_agg(m.body, ' ') from ticket_message m
    where m.marketplace_id = t.marketplace_id and m.ticket_id = t.id), ''))
from ticket t;
