import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { partnersOf } from '@/lib/partners'
import { asActor } from '@/lib/tenancy'
import { ticketFacts } from '@/lib/tickets'
import { acknowledge } from './acknowledge-escalation'
import { mayDo } from './act-on-run'
import type { Behind } from './escalation-behind.sql'
import { actorOf, behindToken } from './night-page'
import type { Direction, EscalationState, PersonRef, Severity, Source } from './schema'
import { isOpen } from './states'
import { readRuns } from './store'
import { withClosedTicket } from './why-over'

/** One run that a message carried, as it stands now. */
export type BundledRun = {
  escalationId: string
  source: Source
  direction: Direction
  state: EscalationState
  severity: Severity
  number: string | null
  subject: string
  partner: string | null
  since: Date
  owner: PersonRef | null
  mine: boolean
  canTake: boolean
}

/** What a message carried, for its reader. */
export type Bundle = { actor: Actor; now: Date; locale: Locale; timeZone: string; runs: BundledRun[] }

/**
 * Every run that the message of this acknowledge link carried, most urgent first and what still needs somebody before all:
 * one when the message was no bundle. Null as `actorBehind` answers it.
 */
export async function bundleBehind(token: string): Promise<Bundle | null> {
  const behind = await behindToken(token)
  // The run that lent its link may be long closed while others of the message are not.
  let actor: Actor | undefined
  for (const one of behind) actor ??= (await actorOf(one))?.actor
  return actor ? asActor(actor, (tx, now) => bundleOf(tx, now, actor, behind)) : null
}

async function bundleOf(tx: Tx, now: Date, actor: Actor, behind: readonly Behind[]): Promise<Bundle> {
  const marketplace = await marketplaceOf(tx, actor.marketplaceId)
  const reader = (await peopleOf(tx, [actor.membershipId])).get(actor.membershipId)
  const locale = reader?.locale ?? marketplace.defaultLocale
  const timeZone = reader?.timeZone ?? marketplace.timeZone

  const found = await readRuns(tx, [...new Set(behind.map(({ escalationId }) => escalationId))])
  const closed = await withClosedTicket(tx, found)
  const tickets = await ticketFacts(
    tx,
    found.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const partners = await partnersOf(
    tx,
    found.flatMap(({ partnerId }) => partnerId ?? []),
  )
  const people = await peopleOf(
    tx,
    found.flatMap(({ row }) => row.ackedBy ?? []),
  )
  const bundled: BundledRun[] = []
  for (const run of found) {
    const { id, row, source, ticketId, partnerId, title, openedAt } = run
    const ticket = ticketId ? tickets.get(ticketId) : undefined
    const state = closed.has(id) && isOpen(row.state) ? 'RESOLVED' : row.state
    const ownerId = state === 'ACKED' ? row.ackedBy : null
    bundled.push({
      escalationId: id,
      source,
      direction: row.direction,
      state,
      severity: row.severity,
      number: ticket?.number ?? null,
      subject: title ?? ticket?.subject ?? '',
      partner: (partnerId && partners.get(partnerId)?.name) || null,
      since: openedAt,
      owner: ownerId ? { membershipId: ownerId, name: people.get(ownerId)?.name ?? '' } : null,
      mine: ownerId === actor.membershipId,
      canTake: isOpen(state) && state !== 'ACKED' && (await mayDo(tx, actor, 'escalation.acknowledge', run)),
    })
  }
  return { actor, now, locale, timeZone, runs: bundled.sort(byUrgency) }
}

function byUrgency(a: BundledRun, b: BundledRun): number {
  const settled = (run: BundledRun) => (run.canTake ? 0 : 1)
  return (
    settled(a) - settled(b) ||
    a.severity.localeCompare(b.severity) ||
    a.since.getTime() - b.since.getTime() ||
    a.escalationId.localeCompare(b.escalationId)
  )
}

/** "I'm on all of it": takes each run of the message that nobody has yet, one by one; answers how many are hers now. */
export async function acknowledgeBundle(token: string): Promise<number | null> {
  const bundle = await bundleBehind(token)
  if (!bundle) return null
  let taken = 0
  for (const { escalationId, canTake } of bundle.runs) {
    if (!canTake) continue
    const outcome = await acknowledge(bundle.actor, { escalationId })
    if (outcome.ok && outcome.value.owner?.membershipId === bundle.actor.membershipId) taken += 1
  }
  return taken
}

/** The same for one of its lines; null when the message did not carry that run. */
export async function acknowledgeBundled(token: string, escalationId: string): Promise<number | null> {
  const bundle = await bundleBehind(token)
  const run = bundle?.runs.find((one) => one.escalationId === escalationId)
  if (!bundle || !run) return null
  const outcome = await acknowledge(bundle.actor, { escalationId })
  return outcome.ok && outcome.value.owner?.membershipId === bundle.actor.membershipId ? 1 : 0
}
