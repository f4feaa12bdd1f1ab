import { authorize, type StaffActor } from '@/lib/authz'
import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { defaultLocale } from '@/lib/i18n'
import { asStaff } from '@/lib/tenancy'
import { type TicketFacts, ticketFacts } from '@/lib/tickets'
import { stateNow } from './act-on-run'
import { giveCommand } from './command'
import { openOrRepeat, raise, repeat } from './open-run'
import { policyToFreeze } from './policies'
import type { Run } from './run'
import type { EscalationNow } from './schema'
import { holdOpenRunOfTicket } from './store'
import type { Severity } from './transition-types'

/** `joined`: a run was open already; it was told once more. */
export type Paged = EscalationNow & { joined: boolean }

/**
 * "Page the engineer on call" from a ticket, by hand (A8). A ticket has one open run: while a claim of it is assessed this
 * confirms it, and any other run of it is told once more and raised should it be more severe now.
 */
export async function pageOnCall(
  actor: StaffActor,
  asked: { ticketId: string; severity: Severity; reason: string },
): Promise<Outcome<Paged, 'not_found' | 'not_allowed' | 'closed'>> {
  if (!authorize(actor, 'escalation.page')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const ticket = (await ticketFacts(tx, [asked.ticketId])).get(asked.ticketId)
    if (!ticket) return refuse('not_found')
    if (ticket.state === 'completed') return refuse('closed')
    const { run, joined } = await paged(tx, now, actor, ticket, asked)
    return ok({ ...(await stateNow(tx, run)), joined })
  })
}

async function paged(
  tx: Tx,
  now: Date,
  { marketplaceId, membershipId: by }: StaffActor,
  { id: ticketId, partnerId, topicId }: TicketFacts,
  { severity, reason }: { severity: Severity; reason: string },
): Promise<{ run: Run; joined: boolean }> {
  const open = await holdOpenRunOfTicket(tx, ticketId)
  if (open) {
    if (open.row.state !== 'ASSESSING')
      return { run: await repeat(tx, now, open, { by, severity, detail: reason }), joined: true }
    const { run } = await giveCommand(tx, now, { run: open, command: { kind: 'Confirm', by } })
    return { run: await raise(tx, now, run, { by, severity, detail: reason }), joined: true }
  }
  const about = { marketplaceId, ticketId, partnerId, dedupKey: `hand:${ticketId}`, detail: reason }
  return openOrRepeat(tx, now, { ...about, source: 'hand', direction: 'IN', severity, by }, async () =>
    policyToFreeze(tx, marketplaceId, (await topicById(tx, topicId, defaultLocale))?.policyId ?? null),
  )
}
