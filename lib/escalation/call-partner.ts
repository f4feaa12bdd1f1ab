import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { partnersOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { ticketFacts } from '@/lib/tickets'
import { stateNow } from './act-on-run'
import { deadlineOf } from './deadline'
import { openOrRepeat } from './open-run'
import type { Paged } from './page-on-call'
import { outPolicyToFreeze } from './policies'
import type { Run } from './run'
import type { Severity } from './transition-types'

/** What a partner is called for. `by` null: the monitoring found it. */
export type PartnerCall = {
  marketplaceId: string
  partnerId: string
  source: 'hand' | 'monitor'
  severity: Severity
  title: string
  detail: string
  ticketId: string | null
  by: string | null
}

/**
 * "Call the partner" by hand (000-13): its technical contacts are told by the policy of the severity, which also is its
 * deadline (000-16). Called again for the same it joins the open call. In maintenance nobody is told: the answer's state
 * is RESOLVED then (000-08).
 */
export async function callPartner(
  actor: StaffActor,
  call: { partnerId: string; severity: Severity; title: string; detail: string; ticketId?: string },
): Promise<Outcome<Paged, 'not_found' | 'not_allowed'>> {
  if (!authorize(actor, 'escalation.call')) return refuse('not_allowed')
  const { partnerId, ticketId = null } = call
  return asStaff(actor, async (tx, now) => {
    const partner = (await partnersOf(tx, [partnerId])).get(partnerId)
    const ticket = ticketId ? (await ticketFacts(tx, [ticketId])).get(ticketId) : undefined
    if (!partner || (ticketId !== null && ticket?.partnerId !== partnerId)) return refuse('not_found')
    const { marketplaceId, membershipId: by } = actor
    const { run, joined } = await openOutRun(tx, now, { ...call, ticketId, marketplaceId, source: 'hand', by })
    return ok({ ...(await stateNow(tx, run)), joined })
  })
}

/** The same for whoever finds that a partner has to be called, in the open transaction (staff or worker; 000-15). */
export async function openOutRun(tx: Tx, now: Date, call: PartnerCall): Promise<{ run: Run; joined: boolean }> {
  const { marketplaceId, partnerId, severity, title } = call
  const frozen = await outPolicyToFreeze(tx, marketplaceId, severity)
  const dedupKey = `out:${partnerId}:${slugOf(title)}`
  const deadlineAt = deadlineOf(frozen.steps, now)
  return openOrRepeat(tx, now, { ...call, direction: 'OUT', dedupKey, deadlineAt }, async () => frozen)
}

/** What makes two calls the same: their title, whatever its capitals and signs. */
function slugOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)
}
