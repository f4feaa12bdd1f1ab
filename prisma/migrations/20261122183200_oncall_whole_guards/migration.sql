-- Row security, checks and the worker's door for on-call, promises, alerts and a partner's integration. Written by hand.

-- 1. A fourth side: another system that shows a key (an alert, a heartbeat). It acts in one marketplace and sees its own
--    keys, alerts and heartbeats, and nothing else.
call guard('alert_key', staff => 'select,insert,update', worker => 'select');
call open_verb('alert_key', 'machine', 'waybill_app', 'select', $q$ (select app_side()) = 'machine' $q$);
call open_verb('alert_key', 'machine', 'waybill_app', 'update', $q$ (select app_side()) = 'machine' $q$);
call guard('alert', staff => 'select', worker => 'select,update');
call open_verb('alert', 'machine', 'waybill_app', 'select', $q$ (select app_side()) = 'machine' $q$);
call open_verb('alert', 'machine', 'waybill_app', 'insert', $q$ (select app_side()) = 'machine' $q$);
call open_verb('alert', 'machine', 'waybill_app', 'update', $q$ (select app_side()) = 'machine' $q$);
call guard('heartbeat', staff => 'select,insert,update', worker => 'select,update');
call open_verb('heartbeat', 'machine', 'waybill_app', 'select', $q$ (select app_side()) = 'machine' $q$);
call open_verb('heartbeat', 'machine', 'waybill_app', 'update', $q$ (select app_side()) = 'machine' $q$);

-- 2. Who may do what.
call guard('partner_contact', staff => 'select', worker => 'select', partner => 'select,insert,update,delete',
  partner_reads_when => 'partner_id = (select app_partner())',
  partner_when => $q$ partner_id = (select app_partner())
    and exists (select 1 from membership m where m.id = membership_id and m.partner_id = (select app_partner())) $q$);
call guard('integration_pause', staff => 'select', worker => 'select,update', partner => 'select,insert,update');
call guard('cover_request', staff => 'select,insert,update', worker => 'select');
call guard('schedule_feed', staff => 'select,insert,update,delete');
call guard('sla_recount', staff => 'select,insert,update', worker => 'select,insert,update,delete');
-- The holidays of years that come are written by the worker.
call open_verb('calendar_holiday', 'worker', 'waybill_worker', 'insert', $q$ (select app_side()) = 'worker' $q$);
call guard('webhook_endpoint', staff => 'select,insert,update', worker => 'select');
call open_verb('rotation', 'staff', 'waybill_app', 'update', $q$ (select app_side()) = 'staff' $q$);
-- A version that is planned may be planned anew; one that has come into force is the past and stays.
call open_verb('rotation_version', 'staff', 'waybill_app', 'delete',
  $q$ (select app_side()) = 'staff' and valid_from > app_now() $q$);
call open_verb('schedule_rule', 'staff', 'waybill_app', 'update', $q$ (select app_side()) = 'staff' $q$);
call open_verb('schedule', 'worker', 'waybill_worker', 'update', $q$ (select app_side()) = 'worker' $q$);
call open_verb('contact_method', 'staff', 'waybill_app', 'delete', $q$ (select app_side()) = 'staff' $q$);

-- A partner's people have phones of their own.
do $$
declare one text; verb text;
begin
  foreach one in array array['contact_method', 'notify_rule'] loop
    foreach verb in array array['select', 'insert', 'update', 'delete'] loop
      call open_verb(one, 'partner', 'waybill_app', verb,
        $q$ (select app_side()) = 'partner' and (select app_partner()) is not null and partner_id = (select app_partner()) $q$);
    end loop;
  end loop;
end $$;

-- What became of the codes and tests that its people sent to their own phones, and of the calls to them; of nothing else
-- that leaves.
call open_verb('delivery', 'partner', 'waybill_app', 'select', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and subject_kind in ('contact', 'escalation') and partner_id = (select app_partner()) $q$);

-- A partner that is called reads and answers its own runs, and no other (000-16).
call open_verb('escalation', 'partner', 'waybill_app', 'select', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and direction = 'OUT' and partner_id = (select app_partner()) $q$);
call open_verb('escalation', 'partner', 'waybill_app', 'update', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and direction = 'OUT' and partner_id = (select app_partner()) $q$);
call open_verb('escalation_event', 'partner', 'waybill_app', 'select', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and exists (select 1 from escalation e
    where e.id = escalation_id and e.direction = 'OUT' and e.partner_id = (select app_partner())) $q$);
call open_verb('escalation_event', 'partner', 'waybill_app', 'insert', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and exists (select 1 from escalation e
    where e.id = escalation_id and e.direction = 'OUT' and e.partner_id = (select app_partner())) $q$);
call open_verb('policy_version', 'partner', 'waybill_app', 'select', $q$ (select app_side()) = 'partner'
  and (select app_partner()) is not null and exists (select 1 from escalation e
    where e.policy_version_id = policy_version.id and e.direction = 'OUT' and e.partner_id = (select app_partner())) $q$);

-- What is told of a call is not the called company's to change: row security opens a row, this closes all of it but the
-- columns that an answer moves.
create function escalation_as_opened() returns trigger language plpgsql as $$
begin
  if app_side() = 'partner' and (old.marketplace_id, old.id, old.dedup_key, old.direction, old.source, old.source_id, old.ticket_id,
      old.claim_id, old.partner_id, old.severity, old.policy_version_id, old.title, old.detail, old.deadline_at, old.opened_at,
      old.evidence)
    is distinct from (new.marketplace_id, new.id, new.dedup_key, new.direction, new.source, new.source_id, new.ticket_id,
      new.claim_id, new.partner_id, new.severity, new.policy_version_id, new.title, new.detail, new.deadline_at, new.opened_at,
      new.evidence) then
    raise exception 'a partner answers a call and changes nothing else of it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger escalation_as_opened before update on escalation for each row execute function escalation_as_opened();

-- Runs that stand already learn which partner they are about, before the check below asks for it.
update escalation e set partner_id = t.partner_id from ticket t
  where t.marketplace_id = e.marketplace_id and t.id = e.ticket_id;

-- 3. Words and ranges that columns may hold.
alter table marketplace_settings
  add check (bundle_over between 1 and 100000), add check (bundle_seconds between 1 and 3600),
  add check (shift_warning_hours between 1 and 168), add check (pause_reminder_minutes between 0 and 1440),
  add check (false_urgent_days between 1 and 730);
alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check check (channel in ('mail', 'push', 'webhook', 'ntfy', 'sms', 'voice'));
alter table contact_method drop constraint contact_method_channel_check;
alter table contact_method add constraint contact_method_channel_check
  check (channel in ('mail', 'push', 'webhook', 'ntfy', 'sms', 'voice')), add check (code_tries >= 0);
alter table policy add check (direction in ('IN', 'OUT')), add check (severity in ('P0', 'P1', 'P2')),
  add check ((direction = 'OUT') = (severity is not null)), add check (not is_default or direction = 'IN');
alter table escalation
  add check (source in ('claim', 'hand', 'alert', 'heartbeat', 'breach', 'monitor')),
  add check (direction = 'IN' or partner_id is not null), add check (ticket_id is null or partner_id is not null),
  add check (ticket_id is not null or title is not null),
  add check (deadline_at is null or direction = 'OUT');
alter table sla_policy
  add check (resolution_minutes > 0), add check (warn_minutes > 0), add check (page_minutes >= 0);
alter table sla_clock drop constraint sla_clock_kind_check;
alter table sla_clock add constraint sla_clock_kind_check check (kind in ('first_answer', 'next_answer', 'resolution')),
  add check (told between 0 and 3), add check (next_at is null or due_at is not null or told = 3);
alter table schedule_rule add check (valid_to is null or valid_to >= valid_from);
alter table cover_request add check (from_at < to_at), add check ((taken_by_id is null) = (taken_at is null)),
  add check (taken_at is null or withdrawn_at is null);
alter table partner_contact add check (min_severity in ('P0', 'P1', 'P2')), add check (position >= 0);
alter table integration_pause add check (from_at < until_at), add check (ended_at is null or next_at is null);
alter table webhook_endpoint add check (secret_version > 0);
alter table alert_key add check (kind in ('generic', 'alertmanager', 'grafana')), add check (severity in ('P0', 'P1', 'P2')),
  add check (key_hash ~ '^[0-9a-f]{64}$'), add check ((old_key_hash is null) = (old_key_until is null));
alter table alert add check (severity in ('P0', 'P1', 'P2')), add check (state in ('firing', 'resolved')),
  add check ((state = 'resolved') = (resolved_at is not null)), add check (reports > 0);
alter table heartbeat add check (severity in ('P0', 'P1', 'P2')), add check (state in ('waiting', 'healthy', 'missed', 'paused')),
  add check (every_seconds between 10 and 2678400), add check (grace_seconds between 0 and 86400),
  add check (token_hash ~ '^[0-9a-f]{64}$');
alter table claim add check ((appealed_at is null) = (appeal_text is null));

-- A company of another tier is promised other times, whoever changed it.
create function recount_promises() returns trigger language plpgsql as $$
begin
  insert into sla_recount (marketplace_id, at) values (new.marketplace_id, app_now())
    on conflict (marketplace_id) do update set at = excluded.at, after_id = null;
  return new;
end $$;
create trigger partner_tier after update of tier on partner
  for each row when (old.tier is distinct from new.tier) execute function recount_promises();

-- 4. One of a kind, and what the worker looks for.
drop index sla_policy_one_each;
create unique index sla_policy_one_each on sla_policy
  (marketplace_id, coalesce(topic_id, '00000000-0000-0000-0000-000000000000'), coalesce(priority, ''), coalesce(tier, ''))
  where archived_at is null;
create unique index policy_one_each_out on policy (marketplace_id, severity) where direction = 'OUT' and archived_at is null;
create unique index alert_one_firing on alert (marketplace_id, key_id, fingerprint) where state = 'firing';
create unique index integration_pause_one_open on integration_pause (marketplace_id, partner_id) where ended_at is null;
create index alert_to_consider on alert (marketplace_id, last_at) where considered_at is null;
create index heartbeat_due on heartbeat (next_at) where next_at is not null;
create index sla_clock_due on sla_clock (next_at) where next_at is not null;
create index integration_pause_due on integration_pause (next_at) where next_at is not null;
create index schedule_look on schedule (next_look_at) where next_look_at is not null;
create index delivery_bundle on delivery (marketplace_id, bundle_id) where bundle_id is not null;

-- 5. What stands already.
-- Every schedule is looked at once, and then whenever a shift comes near.
update schedule set next_look_at = now() where archived_at is null;
-- The deadlines of open requests are counted once more, which gives each its ladder: from now on they are warned of and
-- told of too. Those that are broken already were seen as broken, and are no news.
update sla_clock set told = 2 where due_at < now();
insert into sla_recount (marketplace_id, at) select id, now() from marketplace;

-- 6. The worker's door knows more that falls due. 'alert' and 'heartbeat' open runs, as claims do. 'promise': a deadline to
--    warn of, or one that passed. 'recount': promises that were changed. 'pause': a maintenance that ends. 'shift': a
--    schedule whose coming shifts are looked at.
do $$ begin execute format('grant waybill_finder to %I', current_user); end $$;
grant select on alert, heartbeat, integration_pause to waybill_finder;
create policy finder_select on alert for select to waybill_finder using (true);
create policy finder_select on heartbeat for select to waybill_finder using (true);
create policy finder_select on integration_pause for select to waybill_finder using (true);
grant select on sla_clock, sla_recount, schedule to waybill_finder;
create policy finder_select on sla_recount for select to waybill_finder using (true);
create policy finder_select on sla_clock for select to waybill_finder using (true);
create policy finder_select on schedule for select to waybill_finder using (true);
create or replace function due_work(at timestamptz, most integer, dead_workers uuid[])
returns table (kind text, marketplace_id uuid, id uuid, due_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  (select 'claim', c.marketplace_id, c.id, c.claimed_at from claim c
    where c.considered_at is null order by c.claimed_at limit most)
  union all
  (select 'timer', e.marketplace_id, e.id, e.next_at from escalation e
    where e.next_at <= at order by e.next_at limit most)
  union all
  -- Taken, but nobody works on it any more: its owner has left, or its request is completed. Due since we see it.
  (select 'timer', e.marketplace_id, e.id, at from escalation e
    where e.state = 'ACKED' and (
      exists (select from membership m
        where m.marketplace_id = e.marketplace_id and m.id = e.acked_by_id and m.disabled_at is not null)
      or e.direction = 'IN' and exists (select from ticket t
        where t.marketplace_id = e.marketplace_id and t.id = e.ticket_id and t.state = 'completed'))
    order by e.acked_at limit most)
  union all
  (select 'delivery', d.marketplace_id, d.id, d.next_attempt_at from (
      select p.*, row_number() over (partition by p.marketplace_id, p.priority order by p.next_attempt_at) as turn
        from delivery p where p.status = 'PENDING' and p.channel <> 'mail' and p.next_attempt_at <= at) d
    order by d.priority, d.turn, d.next_attempt_at limit most)
  union all
  -- Apart from the others: a mail server that hangs must not hide what leaves by other roads, nor they what leaves by mail.
  (select 'mail', d.marketplace_id, d.id, d.next_attempt_at from (
      select p.*, row_number() over (partition by p.marketplace_id, p.priority order by p.next_attempt_at) as turn
        from delivery p where p.status = 'PENDING' and p.channel = 'mail' and p.next_attempt_at <= at) d
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
  -- Of each marketplace in turn: a storm of alerts at one does not hide another's (invariant 16).
  (select 'alert', a.marketplace_id, a.id, a.last_at from (
      select p.marketplace_id, p.id, p.last_at, row_number() over (partition by p.marketplace_id order by p.last_at) as turn
        from alert p where p.considered_at is null) a
    order by a.turn, a.last_at limit most)
  union all
  (select 'heartbeat', b.marketplace_id, b.id, b.next_at from heartbeat b
    where b.next_at <= at order by b.next_at limit most)
  union all
  (select 'promise', k.marketplace_id, k.ticket_id, k.next_at from sla_clock k
    where k.next_at <= at order by k.next_at limit most)
  union all
  (select 'recount', r.marketplace_id, r.marketplace_id, r.at from sla_recount r
    where r.at <= at order by r.at limit most)
  union all
  (select 'pause', i.marketplace_id, i.id, i.next_at from integration_pause i
    where i.next_at <= at order by i.next_at limit most)
  union all
  (select 'shift', s.marketplace_id, s.id, s.next_look_at from schedule s
    where s.next_look_at <= at order by s.next_look_at limit most)
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
      (select m.next_digest_at from mail_preference m where m.next_digest_at > at order by 1 limit 1)
      union all
      (select b.next_at from heartbeat b where b.next_at > at order by 1 limit 1)
      union all
      (select k.next_at from sla_clock k where k.next_at > at order by 1 limit 1)
      union all
      (select i.next_at from integration_pause i where i.next_at > at order by 1 limit 1)
      union all
      (select s.next_look_at from schedule s where s.next_look_at > at order by 1 limit 1)) n)
$$;
-- The acknowledge link of a message that carried several pages of one person leads to all of their runs, its own first.
create or replace function escalation_behind(delivery_id uuid)
returns table (marketplace_id uuid, escalation_id uuid, recipient_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  (select d.marketplace_id, d.subject_id, d.recipient_id from delivery d
    where d.id = delivery_id and d.subject_kind = 'escalation' and d.recipient_id is not null)
  union all
  (select o.marketplace_id, o.subject_id, o.recipient_id from delivery d
    join delivery o on o.marketplace_id = d.marketplace_id and o.bundle_id = d.id and o.id <> d.id
     and o.recipient_id = d.recipient_id
    where d.id = delivery_id and d.subject_kind = 'escalation' and o.subject_kind = 'escalation' order by o.created_at, o.id)
$$;
do $$ begin execute format('revoke waybill_finder from %I', current_user); end $$;
create index escalation_acked on escalation (acked_at) where state = 'ACKED';

-- 7. How partners are called, for marketplaces that stand already: what prisma/seeds/out-policies.ts gives to new ones.
with made as (
  select m.id as marketplace_id, gen_random_uuid() as policy_id, o.* from marketplace m
   cross join (values
    ('P0', '[{"delaySeconds": 900, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 900, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 1800, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 1800, "targets": [{"kind": "consultant"}, {"kind": "leads"}]}]'::jsonb, 3600),
    ('P1', '[{"delaySeconds": 28800, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 28800, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 28800, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 28800, "targets": [{"kind": "consultant"}, {"kind": "leads"}]}]'::jsonb, 86400),
    ('P2', '[{"delaySeconds": 259200, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 172800, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 172800, "targets": [{"kind": "partner_contacts"}]}, {"delaySeconds": 172800, "targets": [{"kind": "consultant"}, {"kind": "leads"}]}]'::jsonb, 604800)) as o(severity, steps, every)
), policies as (
  insert into policy (marketplace_id, id, name, direction, severity)
  select marketplace_id, policy_id, 'Calling a partner, ' || severity, 'OUT', severity from made
)
insert into policy_version
  (marketplace_id, id, policy_id, version, steps, repeat, ack_expiry_seconds, catch_all_every_seconds, catch_all, created_at)
select marketplace_id, gen_random_uuid(), policy_id, 1, steps, 1, every, every,
  '[{"kind": "consultant"}, {"kind": "leads"}, {"kind": "partner_contacts"}]', now() from made;
