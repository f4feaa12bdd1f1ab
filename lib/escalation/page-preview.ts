import { authorize, type StaffActor } from '@/lib/authz'
import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { defaultLocale, type Locale } from '@/lib/i18n'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { compose } from '@/lib/notifications'
import { partnerOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { type TicketFacts, ticketFacts } from '@/lib/tickets'
import type { DryRun } from './dry-run-types'
import { SEVERITIES } from './policy-form'
import type { PagePreview } from './policy-types'
import { runOf } from './run'
import type { Severity } from './transition-types'
import { whoWouldBeCalled } from './who-would-be-called'

/**
 * What paging the engineer on call about a ticket would do now (A8): for each severity who is called and what time it is
 * there, what they would read, and the escalation that is open already. Nothing is written. Null: no such ticket, or not for her.
 */
export async function pagePreview(actor: StaffActor, ticketId: string): Promise<PagePreview | null> {
  if (!authorize(actor, 'escalation.page')) return null
  const about = await asStaff(actor, (tx, now) => aboutTicket(tx, now, ticketId))
  if (!about) return null
  const runs: Partial<Record<Severity, DryRun>> = {}
  for (const severity of SEVERITIES) {
    const query = { severity, partnerId: about.partnerId }
    const own = about.policyId ? await whoWouldBeCalled(actor, { ...query, policyId: about.policyId }) : null
    // A topic's policy that was archived is stood in for by the default, as when a run is opened.
    const run = own ?? (await whoWouldBeCalled(actor, query))
    if (run) runs[severity] = run
  }
  const sample = await asStaff(actor, (tx, now) => sampleOf(tx, now, about, runs.P0))
  const { ticket, partner, open } = about
  return { ticket: { id: ticket.id, number: ticket.number, subject: ticket.subject }, partner, open, runs, sample }
}

type About = NonNullable<Awaited<ReturnType<typeof aboutTicket>>>

async function aboutTicket(tx: Tx, now: Date, ticketId: string) {
  const ticket = (await ticketFacts(tx, [ticketId])).get(ticketId)
  if (!ticket) return null
  const topic = await topicById(tx, ticket.topicId, defaultLocale)
  const row = await tx.escalation.findFirst({
    where: { ticketId, direction: 'IN', source: { not: 'breach' }, state: { notIn: ['DECLINED', 'RESOLVED'] } },
    orderBy: { openedAt: 'asc' },
  })
  const run = row && runOf(row)
  const owner = run?.row.ackedBy ? (await peopleOf(tx, [run.row.ackedBy])).get(run.row.ackedBy) : undefined
  return {
    now,
    ticket,
    policyId: topic?.policyId ?? null,
    partnerId: ticket.partnerId,
    partner: (await partnerOf(tx, ticket.partnerId)).name,
    open: run && {
      id: run.id,
      state: run.row.state,
      severity: run.row.severity,
      owner: owner && run.row.state === 'ACKED' ? owner.name : null,
    },
  }
}

/** What the first one who is reached would read on a locked phone, in her language. */
async function sampleOf(tx: Tx, now: Date, of: About, run: DryRun | undefined): Promise<PagePreview['sample']> {
  const steps = run ? [...run.steps, run.catchAll] : []
  const reached = steps.flatMap(({ receivers }) => receivers).find(({ channels }) => channels.length > 0)?.person
  const person = reached && (await peopleOf(tx, [reached.membershipId])).get(reached.membershipId)
  if (!person) return null
  const { ticket, partner } = of
  const marketplace = await marketplaceOf(tx, ticket.marketplaceId)
  const locale: Locale = person.locale ?? marketplace.defaultLocale
  const topic = (await topicById(tx, ticket.topicId, locale))?.name ?? null
  const about = {
    ...framed(ticket, person.name),
    marketplace: marketplace.name,
    timeZone: person.timeZone ?? marketplace.timeZone,
    number: ticket.number,
    partner,
    topic,
    source: 'hand' as const,
    condition: null,
    since: now,
    now,
    quote: null,
    nextAt: null,
    unanswered: false,
  }
  const briefs = SEVERITIES.map((severity) => compose('escalation.page', locale, { ...about, severity }).brief)
  const [first] = briefs
  if (!first) return null
  const titles = Object.fromEntries(SEVERITIES.map((severity, index) => [severity, briefs[index]?.title ?? '']))
  return {
    name: person.name,
    locale,
    titles: titles as Record<Severity, string>,
    text: first.text,
    take: first.labels.take,
  }
}

function framed({ subject }: TicketFacts, reader: string) {
  return { subject, reader, link: '' }
}
