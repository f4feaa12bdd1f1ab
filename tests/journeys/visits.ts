import { ackToken } from '@/lib/escalation/ack-token'
import { ask } from './demo'

/** A page to be looked at: what it is called in reports and pictures, and where it is. */
export type Visit = { name: string; path: string /** Its status where it is not 200. */; status?: number }
/** Pages in the eyes of one person; without an address, of somebody signed out. */
export type Round = { role: (typeof roles)[number]; email?: string; visits: Visit[] }

export const roles = ['signed-out', 'partner', 'partner-of-three', 'agent', 'oncall', 'admin'] as const

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
        { name: 'request-urgent', path: '/nova/requests/NV-2041' },
        ...facts.own.map(({ state, number }) => ({ name: `request-${state}`, path: `/nova/requests/${number}` })),
        { name: 'new', path: '/nova/new' },
        { name: 'new-found', path: '/nova/new?q=api' },
        { name: 'new-nothing-found', path: '/nova/new?q=qqqq' },
        { name: 'new-details', path: '/nova/new?topic=card-photos' },
        { name: 'new-steps-to-try', path: '/nova/new?topic=portal-error' },
        ...facts.own
          .filter(({ state }) => state === 'completed')
          .map(({ number }) => ({ name: 'new-follow-up', path: `/nova/new?follows=${number}` })),
        { name: 'new-urgent', path: '/nova/new?topic=urgent' },
        { name: 'new-sent', path: '/nova/new/sent?number=NV-2041' },
        { name: 'company', path: '/nova/company' },
        { name: 'me', path: '/nova/me' },
        { name: 'help', path: '/nova/help' },
        { name: 'help-article', path: '/nova/help/requests-and-statuses' },
        { name: 'nothing-here', path: '/nova/requests/NV-1', status: 404 },
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
        { name: 'desk-all', path: '/nova/desk?view=all' },
        { name: 'ticket-urgent', path: '/nova/desk/NV-2041' },
        ...facts.all.map(({ state, number }) => ({ name: `ticket-${state}`, path: `/nova/desk/${number}` })),
        { name: 'oncall', path: '/nova/oncall' },
        { name: 'escalation', path: `/nova/oncall/escalation/${facts.open}` },
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
      ],
    },
    {
      role: 'admin',
      email: 'ilaria@nova-market.example',
      visits: [
        { name: 'desk', path: '/nova/desk' },
        { name: 'people', path: '/nova/admin/people' },
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
  return { own, all, open: open.id, over: over.id, page: ackToken(open.page), oldPage: ackToken(over.page) }
}
