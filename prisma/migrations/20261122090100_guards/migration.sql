-- Row security, checks, narrow doors. Written by hand; tests/walls proves that no table is left out.

-- 1. The context of a transaction: set by the tenancy gate, local to it. Unset reads as null, and null matches nothing.
--    nullif: after a first transaction the setting of a pooled connection is '' and no longer null.
create function app_marketplace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.marketplace', true), '')::uuid $$;
create function app_partner() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.partner', true), '')::uuid $$;
create function app_side() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.side', true), '') $$;

-- The one clock of rules: the database's, read once per transaction; tests move it by a row, never the machine's.
create function app_now() returns timestamptz language sql stable
  as $$ select now() + coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond' $$;

grant usage on schema public to waybill_app, waybill_worker, waybill_finder;
grant select on clock_offset to waybill_app, waybill_worker;

-- 2. The guard: what every table with a marketplace_id gets.
--    One restrictive policy holds both roles to the marketplace of the transaction (a plain AND, so the planner uses it
--    as an index condition); permissive ones open verbs per side. What is not opened stays shut. Forced: the owner too.
create procedure guard(
  target text, staff text default '', worker text default '', partner text default '',
  partner_when text default 'partner_id = (select app_partner())', partner_reads_when text default null
) language plpgsql as $$
declare verb text; condition text;
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy tenant on %I as restrictive to waybill_app, waybill_worker
    using (marketplace_id = (select app_marketplace())) with check (marketplace_id = (select app_marketplace()))', target);
  foreach verb in array string_to_array(replace(staff, ' ', ''), ',') loop
    call open_verb(target, 'staff', 'waybill_app', verb, $q$ (select app_side()) = 'staff' $q$);
  end loop;
  foreach verb in array string_to_array(replace(worker, ' ', ''), ',') loop
    call open_verb(target, 'worker', 'waybill_worker', verb, $q$ (select app_side()) = 'worker' $q$);
  end loop;
  foreach verb in array string_to_array(replace(partner, ' ', ''), ',') loop
    condition := case when verb = 'select' then coalesce(partner_reads_when, partner_when) else partner_when end;
    call open_verb(target, 'partner', 'waybill_app', verb,
      format($q$ (select app_side()) = 'partner' and (select app_partner()) is not null and (%s) $q$, condition));
  end loop;
end $$;

create procedure open_verb(target text, side text, role_name text, verb text, condition text) language plpgsql as $$
begin
  if verb not in ('select', 'insert', 'update', 'delete') then
    raise exception 'guard(%): unknown verb "%"', target, verb;
  end if;
  execute format('create policy %I on %I for %s to %I %s %s', side || '_' || verb, target, verb, role_name,
    case when verb <> 'insert' then 'using (' || condition || ')' else '' end,
    case when verb in ('insert', 'update') then 'with check (' || condition || ')' else '' end);
  execute format('grant %s on %I to %I', verb, target, role_name);
end $$;

-- 3. Tables without a tenant: named here and in the catalogue test, nowhere else.
grant select on marketplace to waybill_app, waybill_worker;
grant select, insert, update on "user" to waybill_app;
grant select on "user" to waybill_worker;
grant select, insert, update on session to waybill_app;
grant select, insert, update on sign_in_token to waybill_app;
grant select on sign_in_token to waybill_worker;
grant select, insert, update, delete on throttle to waybill_app;
grant select, insert, update on worker to waybill_worker;
grant select on worker to waybill_app;

-- 4. Tables with one.
call guard('marketplace_settings', staff => 'select,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('membership', staff => 'select,insert,update', worker => 'select', partner => 'select,insert,update',
  partner_reads_when => 'partner_id = (select app_partner()) or partner_id is null');
call guard('partner', staff => 'select,insert,update', worker => 'select', partner => 'select,update',
  partner_when => 'id = (select app_partner())');
call guard('team', staff => 'select,insert,update', worker => 'select');
call guard('team_member', staff => 'select,insert,delete', worker => 'select');
call guard('category', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('category_text', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('topic', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('topic_text', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('calendar', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('calendar_interval', staff => 'select,insert,delete', worker => 'select', partner => 'select', partner_when => 'true');
call guard('calendar_holiday', staff => 'select,insert,update,delete', worker => 'select', partner => 'select', partner_when => 'true');
call guard('sla_policy', staff => 'select,insert,update', worker => 'select', partner => 'select', partner_when => 'true');
call guard('sla_clock', staff => 'select,insert,update', worker => 'select,update', partner => 'select,insert,update');
call guard('attachment', staff => 'select,insert,update', worker => 'select,delete', partner => 'select,insert,update',
  partner_reads_when => $q$ partner_id = (select app_partner()) and audience <> 'staff' $q$,
  partner_when => $q$ partner_id = (select app_partner()) and audience <> 'staff' $q$);
call guard('delivery', staff => 'select,insert', worker => 'select,insert,update', partner => 'insert');
call guard('delivery_attempt', staff => 'select', worker => 'select,insert,update');
call guard('schedule', staff => 'select,insert,update', worker => 'select');
call guard('rotation', staff => 'select,insert', worker => 'select');
call guard('rotation_version', staff => 'select,insert', worker => 'select');
call guard('schedule_rule', staff => 'select,insert,delete', worker => 'select');
call guard('schedule_override', staff => 'select,insert,delete', worker => 'select');
call guard('contact_method', staff => 'select,insert,update', worker => 'select,update');
call guard('notify_rule', staff => 'select,insert,update,delete', worker => 'select');
call guard('policy', staff => 'select,insert,update', worker => 'select');
call guard('policy_version', staff => 'select,insert', worker => 'select');
call guard('escalation', staff => 'select,insert,update', worker => 'select,insert,update');
call guard('escalation_event', staff => 'select,insert', worker => 'select,insert');
call guard('ticket_counter', staff => 'select,update', partner => 'select,update', partner_when => 'true');
call guard('ticket', staff => 'select,update', worker => 'select,update', partner => 'select,insert,update');
call guard('ticket_message', staff => 'select,insert', worker => 'select', partner => 'select,insert');
call guard('ticket_note', staff => 'select,insert');
call guard('ticket_event', staff => 'select,insert', worker => 'select,insert', partner => 'select,insert',
  partner_reads_when => $q$ partner_id = (select app_partner()) and audience = 'partner' $q$);
call guard('claim', staff => 'select,update', worker => 'select,update', partner => 'select,insert,update');
call guard('submission', partner => 'select,insert');
call guard('audit_event', staff => 'select,insert', worker => 'insert', partner => 'insert');

-- 5. Words that columns may hold.
alter table marketplace
  add check (slug ~ '^[a-z][a-z0-9-]{1,39}$'), add check (prefix ~ '^[A-Z]{2,4}$'),
  add check (default_locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table marketplace_settings
  add check (file_bytes > 0 and message_bytes >= file_bytes), add check (cooldown_minutes >= 0),
  add check (auto_close_reminder_days < auto_close_days);
alter table "user" add check (email = lower(email)), add check (locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table sign_in_token add check (purpose in ('magic_link', 'invitation', 'password_reset'));
alter table membership add check (
  (partner_id is null and role in ('agent', 'lead', 'oncall', 'admin')) or
  (partner_id is not null and role in ('owner', 'member', 'technical')));
alter table partner
  add check (lifecycle in ('interested', 'onboarding', 'live', 'paused')), add check (locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table category_text add check (locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table topic_text add check (locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table calendar_interval
  add check (weekday between 1 and 7), add check ("from_time" ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add check ("to_time" ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'), add check ("from_time" < "to_time");
alter table calendar_holiday add check (date ~ '^\d{4}-\d{2}-\d{2}$');
alter table sla_policy add check (first_answer_minutes > 0), add check (priority in ('low', 'normal', 'high', 'urgent'));
alter table sla_clock add check (kind in ('first_answer')), add check (target_minutes > 0);
alter table attachment add check (bytes > 0), add check (audience in ('uploader', 'partner', 'staff')),
  add check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The foreign keys hold a file to its partner's ticket, unless it had no partner; and a note's file is never a partner's.
  add check (ticket_id is null or partner_id is not null), add check (note_id is null or audience = 'staff');
alter table delivery
  add check (channel in ('mail', 'push', 'webhook')),
  add check (status in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED', 'DEAD')),
  add check ((status = 'PENDING') = (next_attempt_at is not null)),
  add check ((status = 'SENDING') = (worker_id is not null and lease_until is not null)),
  add check ((status in ('PENDING', 'SENDING')) = (settled_at is null));
alter table rotation_version
  add check (kind in ('hourly', 'daily', 'weekly', 'custom')), add check (length > 0),
  add check (anchor ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');
alter table schedule_override add check (from_at < to_at), add check (add_id is not null or remove_id is not null);
alter table contact_method add check (channel in ('mail', 'push', 'webhook'));
alter table notify_rule add check (delay_seconds >= 0), add check (min_severity in ('P0', 'P1', 'P2'));
alter table policy_version
  add check (version > 0), add check (repeat between 0 and 20), add check (ack_expiry_seconds > 0),
  add check (assess_timeout_seconds > 0), add check (catch_all_every_seconds >= 60);
alter table escalation
  add check (direction in ('IN', 'OUT')), add check (severity in ('P0', 'P1', 'P2')),
  add check (state in ('ASSESSING', 'PAGING', 'ACKED', 'UNANSWERED', 'DECLINED', 'RESOLVED')),
  add constraint escalation_waiting_has_next_at
    check (state not in ('ASSESSING', 'PAGING', 'UNANSWERED') or next_at is not null),
  add check (state not in ('DECLINED', 'RESOLVED') or (next_at is null and closed_at is not null)),
  add check (state <> 'ACKED' or acked_by_id is not null);
alter table ticket
  add check (state in ('created', 'in_progress', 'awaiting_partner', 'answered', 'completed')),
  add check (priority in ('low', 'normal', 'high', 'urgent')),
  add check (completed_reason in ('rated', 'solved', 'agent', 'auto', 'cancelled', 'merged')),
  add check ((state = 'completed') = (completed_reason is not null)),
  add check ((state = 'completed') = (completed_at is not null)),
  add check (locale in ('en', 'it', 'es', 'ru', 'pt-BR'));
alter table ticket_message add check (kind in ('request', 'message', 'answer', 'ask', 'try_this'));
alter table ticket_event add check (audience in ('partner', 'staff'));
alter table claim
  add check (condition in ('integration_down', 'publishing_blocked', 'orders_blocked')),
  add check (severity in ('P0', 'P1', 'P2')), add check (state in ('claimed', 'confirmed', 'declined', 'ended'));

-- 6. One of a kind, and what the worker looks for.
create unique index membership_staff_once on membership (marketplace_id, user_id) where partner_id is null;
create unique index membership_partner_once on membership (marketplace_id, user_id, partner_id) where partner_id is not null;
create unique index calendar_one_default on calendar (marketplace_id) where is_default;
create unique index schedule_one_default on schedule (marketplace_id) where is_default;
create unique index policy_one_default on policy (marketplace_id) where is_default;
create unique index sla_policy_one_each on sla_policy
  (marketplace_id, coalesce(topic_id, '00000000-0000-0000-0000-000000000000'), coalesce(priority, ''));
create unique index claim_one_open on claim (marketplace_id, partner_id, condition) where state in ('claimed', 'confirmed');
create unique index escalation_one_open on escalation (marketplace_id, dedup_key) where state not in ('RESOLVED', 'DECLINED');
create index claim_to_consider on claim (claimed_at) where considered_at is null;
create index escalation_due on escalation (next_at) where next_at is not null;
create index delivery_due on delivery (next_attempt_at) where status = 'PENDING';
create index delivery_in_flight on delivery (worker_id) where status = 'SENDING';

create function keep_prefix() returns trigger language plpgsql as $$
begin
  if new.prefix <> old.prefix then raise exception 'the ticket prefix of a marketplace never changes'; end if;
  return new;
end $$;
create trigger keep_prefix before update on marketplace for each row execute function keep_prefix();

-- 7. The three doors across tenants: each returns ids only; what lies behind is re-read under row security.
grant select on membership, delivery, escalation, claim to waybill_finder;
create policy finder_select on membership for select to waybill_finder using (true);
create policy finder_select on delivery for select to waybill_finder using (true);
create policy finder_select on escalation for select to waybill_finder using (true);
create policy finder_select on claim for select to waybill_finder using (true);

-- What is due for the worker. Deliveries: first pages before all else, then one per marketplace in turn, so that one
-- tenant's storm does not stand before another's page. 'stuck': in flight with a dead worker or past its lease.
-- 'next': the soonest moment in the future at which something falls due.
create function due_work(at timestamptz, most integer, dead_workers uuid[])
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
  (select 'next', null, null, min(n.t) from (
      (select e.next_at as t from escalation e where e.next_at > at order by 1 limit 1)
      union all
      (select p.next_attempt_at from delivery p where p.status = 'PENDING' and p.next_attempt_at > at order by 1 limit 1)) n)
$$;

-- The escalation behind an acknowledge link, and whose page it was.
create function escalation_behind(delivery_id uuid)
returns table (marketplace_id uuid, escalation_id uuid, recipient_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.marketplace_id, d.subject_id, d.recipient_id from delivery d
    where d.id = delivery_id and d.subject_kind = 'escalation' and d.recipient_id is not null
$$;

-- A person's memberships, to find where a sign-in leads.
create function memberships_of(person uuid)
returns table (marketplace_id uuid, membership_id uuid, partner_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.marketplace_id, m.id, m.partner_id from membership m where m.user_id = person and m.disabled_at is null
$$;

revoke execute on function due_work, escalation_behind, memberships_of from public;
revoke execute on procedure guard, open_verb from public;
-- Granted before they are handed over: afterwards an owner that is no superuser may not.
grant execute on function due_work to waybill_worker;
grant execute on function escalation_behind, memberships_of to waybill_app;
do $$ begin
  -- Handing a function over asks for membership in its new owner and for CREATE on the schema, each for this moment only.
  execute format('grant waybill_finder to %I', current_user);
  grant create on schema public to waybill_finder;
  alter function due_work owner to waybill_finder;
  alter function escalation_behind owner to waybill_finder;
  alter function memberships_of owner to waybill_finder;
  revoke create on schema public from waybill_finder;
  execute format('revoke waybill_finder from %I', current_user);
end $$;
