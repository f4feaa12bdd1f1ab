import { ackToken } from '@/lib/escalation/ack-token'
import { viewPath } from '@/lib/notifications/view-token'
import { ask } from './demo'

/** A page to be looked at: what it is called in reports and pictures, and where it is. */
export type Visit = {
  name: string
  path: string
  /** Its status where it is not 200. */
  status?: number
  /** As it would be printed. */
  print?: true
}
/** Pages in the eyes of one person; without an address, of somebody signed out. */
export type Round = { role: (typeof roles)[number]; email?: string; visits: Visit[] }

export const roles = [
  'signed-out',
  'partner',
  'partner-asked',
  'partner-called',
  'partner-of-three',
  'agent',
  'lead',
  'oncall',
  'admin',
] as const

/** Every page of the product, by those who see it. A page that is added belongs here too. */
export async function everyRound(): Promise<Round[]> {
  const facts = await pageFacts()
  return [
    {
      role: 'signed-out',
      visits: [
        { name: 'front-door', path: '/' },
        { name: 'sign-in', path: '/nova/sign-in' },
        { name: 'sign-in-by-link', path: '/nova/sign-in?way=link' },
        { name: 'reset', path: '/nova/reset' },
        { name: 'dead-link', path: '/nova/link/no-such-link' },
        { name: 'dead-invitation', path: '/nova/invitation/no-such-link' },
        { name: 'dead-reset', path: '/nova/reset/no-such-link' },
        { name: 'read-only-link', path: facts.viewLink },
        { name: 'read-only-link-expired', path: facts.oldViewLink },
        { name: 'read-only-link-gone', path: `/nova/view/${'x'.repeat(112)}`, status: 404 },
        { name: 'nothing-here', path: '/nova/no-such-page', status: 404 },
        { name: 'night-page', path: `/ack/${facts.page}` },
        { name: 'night-page-over', path: `/ack/${facts.oldPage}` },
        { name: 'night-page-gone', path: `/ack/${'x'.repeat(46)}`, status: 404 },
      ],
    },
    {
      role: 'partner',
      email: 'giulia@bottega-rossi.example',
      visits: [
        { name: 'requests', path: '/nova/requests' },
        { name: 'requests-with-us', path: '/nova/requests?tab=with_us' },
        { name: 'requests-closed', path: '/nova/requests?tab=closed' },
        { name: 'requests-mine', path: '/nova/requests?tab=with_us&scope=mine' },
        { name: 'requests-found', path: '/nova/requests?q=ordini' },
        { name: 'requests-filtered', path: '/nova/requests?from=2020-01-01&to=2039-12-31&status=completed' },
        { name: 'requests-nothing-found', path: '/nova/requests?q=zzzzqq' },
        { name: 'request-urgent', path: '/nova/requests/NV-2041' },
        ...facts.own.flatMap(({ state, number }) => [
          { name: `request-${state}`, path: `/nova/requests/${number}` },
          ...(state === 'completed'
            ? [
                { name: 'request-printed', path: `/nova/requests/${number}`, print: true as const },
                { name: 'new-follow-up', path: `/nova/new?follows=${number}` },
                { name: 'new-follow-up-details', path: `/nova/new?follows=${number}&topic=general-question` },
              ]
            : []),
        ]),
        { name: 'new', path: '/nova/new' },
        { name: 'new-found', path: '/nova/new?q=api' },
        { name: 'new-nothing-found', path: '/nova/new?q=qqqq' },
        { name: 'new-details', path: '/nova/new?topic=card-photos' },
        { name: 'new-steps-to-try', path: '/nova/new?topic=portal-error' },
        ...facts.own
          .filter(({ state }) => state === 'completed')
          .map(({ number }) => ({ name: 'new-follow-up', path: `/nova/new?follows=${number}` })),
        { name: 'new-urgent', path: '/nova/new?topic=urgent' },
        { name: 'new-long-form', path: '/nova/new?topic=portal-error' },
        { name: 'new-like', path: '/nova/new?topic=general-question&like=NV-2041' },
        { name: 'new-sent', path: '/nova/new/sent?number=NV-2041' },
        { name: 'new-added', path: '/nova/new/sent?number=NV-2041&added=1' },
        { name: 'company', path: '/nova/company' },
        { name: 'me', path: '/nova/me' },
        { name: 'my-phone', path: '/nova/me/phone' },
        { name: 'notices', path: '/nova/notices' },
        { name: 'nothing-here', path: '/nova/requests/NV-1', status: 404 },
      ],
    },
    {
      role: 'partner-asked',
      email: 'olga@severny-dom.example',
      visits: [
        { name: 'requests', path: '/nova/requests' },
        { name: 'request-to-try', path: '/nova/requests/NV-2015' },
        { name: 'notices', path: '/nova/notices' },
        { name: 'help', path: '/nova/help' },
        ...facts.articles.map((slug) => ({ name: `help-${slug}`, path: `/nova/help/${slug}` })),
      ],
    },
    {
      role: 'partner-called',
      email: facts.calledOwner,
      visits: [
        { name: 'company', path: '/nova/company' },
        { name: 'calls', path: '/nova/calls' },
        { name: 'call', path: `/nova/calls/${facts.call}` },
      ],
    },
    {
      role: 'partner-of-three',
      email: 'davide@studio-contini.example',
      visits: [
        { name: 'front-door', path: '/' },
        { name: 'requests', path: '/nova/requests' },
        { name: 'company', path: '/nova/company' },
      ],
    },
    {
      role: 'agent',
      email: 'alice@nova-market.example',
      visits: [
        { name: 'desk', path: '/nova/desk' },
        { name: 'desk-mine', path: '/nova/desk?view=mine' },
        { name: 'desk-urgent', path: '/nova/desk?view=urgent' },
        { name: 'desk-team', path: '/nova/desk?view=team' },
        { name: 'desk-unassigned', path: '/nova/desk?view=unassigned' },
        { name: 'desk-all', path: '/nova/desk?view=all&sort=change' },
        { name: 'desk-found', path: '/nova/desk?q=integrazione' },
        { name: 'desk-nothing-found', path: '/nova/desk?q=zzzzqq' },
        { name: 'ticket-held', path: `/nova/desk/${facts.held}` },
        { name: 'ticket-kept-back', path: `/nova/desk/${facts.kept}` },
        { name: 'ticket-urgent', path: '/nova/desk/NV-2041' },
        { name: 'deadline', path: '/nova/desk/NV-2041/deadline' },
        ...facts.all.map(({ state, number }) => ({ name: `ticket-${state}`, path: `/nova/desk/${number}` })),
        { name: 'notices', path: '/nova/desk/notices' },
        { name: 'me', path: '/nova/desk/me' },
        { name: 'oncall', path: '/nova/oncall' },
        { name: 'escalation', path: `/nova/oncall/escalation/${facts.open}` },
        { name: 'call', path: `/nova/desk/call?partner=${facts.called}` },
        { name: 'escalation-call', path: `/nova/oncall/escalation/${facts.call}` },
      ],
    },
    {
      role: 'lead',
      email: 'helen@nova-market.example',
      visits: [
        { name: 'reports', path: '/nova/desk/reports' },
        { name: 'reports-of-a-language', path: '/nova/desk/reports?language=ru' },
        { name: 'reports-empty', path: '/nova/desk/reports?from=2020-01-01&to=2020-01-31' },
        { name: 'notices', path: '/nova/desk/notices' },
      ],
    },
    {
      role: 'oncall',
      email: 'marta@nova-market.example',
      visits: [
        { name: 'oncall', path: '/nova/oncall' },
        { name: 'escalation-open', path: `/nova/oncall/escalation/${facts.open}` },
        { name: 'escalation-over', path: `/nova/oncall/escalation/${facts.over}` },
        { name: 'schedule', path: '/nova/oncall/schedule' },
        { name: 'schedule-list', path: '/nova/oncall/schedule?view=list' },
        { name: 'schedule-empty-month', path: '/nova/oncall/schedule?month=2001-01' },
        { name: 'schedule-cover', path: '/nova/oncall/schedule/cover' },
        { name: 'schedule-edit', path: '/nova/oncall/schedule/edit' },
        { name: 'schedule-layer', path: '/nova/oncall/schedule/edit?do=layer' },
        { name: 'schedule-hours', path: '/nova/oncall/schedule/edit?do=hours' },
        { name: 'schedule-override', path: '/nova/oncall/schedule/edit?do=override' },
        { name: 'schedule-new', path: '/nova/oncall/schedule/edit?do=new' },
        { name: 'my-phone', path: '/nova/oncall/phone' },
      ],
    },
    {
      role: 'admin',
      email: 'ilaria@nova-market.example',
      visits: [
        { name: 'desk', path: '/nova/desk' },
        { name: 'people', path: '/nova/admin/people' },
        { name: 'alerts', path: '/nova/oncall/alerts' },
        { name: 'policies', path: '/nova/oncall/policies' },
        { name: 'policy', path: `/nova/oncall/policies/${facts.policy}` },
        { name: 'policy-edit', path: `/nova/oncall/policies/${facts.policy}/edit` },
        { name: 'policy-new', path: '/nova/oncall/policies/new' },
        {
          name: 'page-on-call',
          path: `/nova/desk/${facts.all.find(({ state }) => state !== 'completed')?.number}/escalate`,
        },
        { name: 'hours', path: '/nova/admin/hours' },
        {
          name: 'promises',
          path: '/nova/admin/promises?edit=new&topic=&priority=normal&tier=key&on=2026-12-04&time=17:50',
        },
      ],
    },
  ]
}

/** Addresses that differ from one demo world to the next. */
async function pageFacts() {
  const tickets = await ask<{ state: string; number: string; own: boolean }>(
    `select distinct on (own, t.state) t.state, m.prefix || '-' || t.number as number, p.name = 'Bottega Rossi' as own
       from ticket t join marketplace m on m.id = t.marketplace_id
       join partner p on p.marketplace_id = t.marketplace_id and p.id = t.partner_id
      where m.slug = 'nova' and t.number <> 2041 order by own, t.state, t.created_at desc`,
  )
  const escalations = await ask<{ id: string; over: boolean; page: string }>(
    `select e.id, e.closed_at is not null as over,
            (select d.id from delivery d where d.marketplace_id = e.marketplace_id and d.subject_id = e.id
                and d.kind = 'escalation.page' order by d.created_at desc limit 1) as page
       from escalation e join marketplace m on m.id = e.marketplace_id
       join ticket t on t.marketplace_id = e.marketplace_id and t.id = e.ticket_id
      where m.slug = 'nova' and (e.closed_at is null or t.number = 2041) order by e.opened_at`,
  )
  const open = escalations.find(({ over }) => !over)
  const over = escalations.find(({ over }) => over)
  if (!open || !over) throw new Error('the demo world has no escalation to look at')
  const own = tickets.filter((ticket) => ticket.own)
  const all = tickets.filter((ticket) => !ticket.own)
  return {
    own,
    all,
    open: open.id,
    over: over.id,
    page: ackToken(open.page),
    oldPage: ackToken(over.page),
    ...(await defaultPolicy()),
    ...(await pastCall()),
    ...(await viewLinks()),
    ...(await heldAnswers()),
    articles: (
      await ask<{ slug: string }>(
        `select a.slug from article a join marketplace m on m.id = a.marketplace_id where m.slug = 'nova' order by 1`,
      )
    ).map(({ slug }) => slug),
  }
}

/** A company that was called, by whom its people are told of it, and the call. */
async function pastCall() {
  const [found] = await ask<{ call: string; called: string; calledOwner: string }>(
    `select e.id as call, e.partner_id as called, u.email as "calledOwner" from escalation e
       join marketplace m on m.id = e.marketplace_id
       join membership o on o.marketplace_id = e.marketplace_id and o.partner_id = e.partner_id and o.role = 'owner'
       join "user" u on u.id = o.user_id
      where m.slug = 'nova' and e.direction = 'OUT' limit 1`,
  )
  if (!found) throw new Error('the demo world has no partner that was called')
  return found
}

async function defaultPolicy() {
  const [found] = await ask<{ policy: string }>(
    `select p.id as policy from policy p join marketplace m on m.id = p.marketplace_id
      where m.slug = 'nova' and p.is_default`,
  )
  if (!found) throw new Error('the demo world has no default policy')
  return found
}

/** What a mail's link shows to whoever has not signed in, while it is good and afterwards. */
async function viewLinks() {
  const [found] = await ask<{ id: string; ticketId: string; partnerId: string; membershipId: string; now: Date }>(
    `select m.id, t.id as "ticketId", t.partner_id as "partnerId", t.opened_by_id as "membershipId", app_now() as now
       from ticket t join marketplace m on m.id = t.marketplace_id where m.slug = 'nova' and t.number = 2041`,
  )
  if (!found) throw new Error('the incident night of the demo is not there')
  const { id, now, ...pass } = found
  const link = (seconds: number) =>
    viewPath({ id, slug: 'nova' }, { ...pass, expiresAt: new Date(now.getTime() + seconds * 1000) })
  return { viewLink: link(86_400), oldViewLink: link(-86_400) }
}

/** Two answers of Alice's that have not left: one on its way, one kept back. */
async function heldAnswers() {
  await forgetHeldAnswers()
  const [held, kept] = await ask<{ number: string }>(
    `with written as (
       insert into held_answer (marketplace_id, id, ticket_id, partner_id, author_id, created_at, version,
              attachment_ids, kind, body, send_at, refused_at, refused_why)
       select marketplace_id, gen_random_uuid(), id, partner_id, author, now, version, '[]', 'answer', $1,
              case when place = 1 then now + interval '1 hour' end, case when place = 2 then now end,
              case when place = 2 then 'changed_meanwhile' end
         from (select t.*, s.id as author, app_now() as now, row_number() over (order by t.number) as place
                 from ticket t join marketplace m on m.id = t.marketplace_id
                 join membership s on s.marketplace_id = t.marketplace_id
                 join "user" u on u.id = s.user_id and u.email = 'alice@nova-market.example'
                where m.slug = 'nova' and t.state = 'in_progress' and t.number <> 2041
                  and not exists (select from held_answer h where h.ticket_id = t.id)) as found
        where place <= 2 returning ticket_id, send_at
     )
     select 'NV-' || t.number as number from written w join ticket t on t.id = w.ticket_id order by w.send_at nulls last`,
    [HELD],
  )
  if (!held || !kept) throw new Error('the demo world has no two requests in progress')
  return { held: held.number, kept: kept.number }
}

const HELD = 'On its way, or kept back, for as long as somebody looks.'

/** Nothing of it leaves. */
export async function forgetHeldAnswers(): Promise<void> {
  await ask('delete from held_answer where body = $1', [HELD])
}
