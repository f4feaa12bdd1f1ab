import type { PartnerActor, StaffActor } from '@/lib/authz'
import type { PrismaClient } from '@/lib/db'
import { considerClaim } from '@/lib/escalation'
import { fold } from '@/lib/escalation/fold'
import { eventOf, runOf } from '@/lib/escalation/run'
import { whoIsOnCall } from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import type { Condition } from '@/lib/tickets'
import { opened } from './tickets'
import { buildMarketplace, type MarketplaceWorld } from './world'

/** Monday to Friday 09:00-18:00 in Rome: instants at which the world's calendar is open, and closed. */
export const AT_WORK = new Date('2026-03-03T10:00:00Z')
export const AT_NIGHT = new Date('2026-03-03T02:00:00Z')

/** What a clock that is `shiftClock`-ed must be moved by, so that the database says `instant` now. */
export function offsetTo(instant: Date): number {
  return instant.getTime() - Date.now()
}

/** A partner claims that it is urgent; answers the ticket and the claim. */
export async function claimed(
  owner: PrismaClient,
  actor: PartnerActor,
  marketplace: MarketplaceWorld,
  condition: Condition = 'orders_blocked',
) {
  const { ticketId, number } = await opened(actor, marketplace.urgentTopicId, {
    subject: 'Checkout returns 500',
    body: 'Since 03:04 every order fails with HTTP 500 on /checkout.',
    claim: { condition },
  })
  const claim = await owner.claim.findFirstOrThrow({
    where: { partnerId: actor.partnerId, condition },
    orderBy: { claimedAt: 'desc' },
  })
  return { ticketId, number, claimId: claim.id }
}

/** A claim that the worker has considered: its escalation is open. */
export async function escalated(
  owner: PrismaClient,
  actor: PartnerActor,
  marketplace: MarketplaceWorld,
  condition: Condition = 'orders_blocked',
) {
  const made = await claimed(owner, actor, marketplace, condition)
  await considerClaim(marketplace.marketplaceId, made.claimId)
  const row = await owner.escalation.findFirstOrThrow({ where: { claimId: made.claimId } })
  return { ...made, escalationId: row.id }
}

export async function runRow(owner: PrismaClient, escalationId: string) {
  return owner.escalation.findFirstOrThrow({ where: { id: escalationId } })
}

export async function storedEvents(owner: PrismaClient, escalationId: string) {
  const rows = await owner.escalationEvent.findMany({ where: { escalationId }, orderBy: { seq: 'asc' } })
  return rows.map(eventOf)
}

export async function kindsOf(owner: PrismaClient, escalationId: string): Promise<string[]> {
  return (await storedEvents(owner, escalationId)).map(({ kind }) => kind)
}

/** Invariant 3 for every escalation of a database, or of one marketplace: what is wrong, one line each. */
export async function foldFaults(owner: PrismaClient, where: { marketplaceId?: string } = {}): Promise<string[]> {
  const faults: string[] = []
  for (const row of await owner.escalation.findMany({ where })) {
    const folded = fold(await storedEvents(owner, row.id))
    const { row: stored } = runOf(row)
    if (JSON.stringify(folded, Object.keys(folded).sort()) !== JSON.stringify(stored, Object.keys(folded).sort()))
      faults.push(`${row.id}: ${JSON.stringify(folded)} is stored as ${JSON.stringify(stored)}`)
  }
  return faults
}

let marketplaces = 0

/** A marketplace of its own for one test, so that no claim of another stands in its way. */
export function freshMarketplace(owner: PrismaClient): Promise<MarketplaceWorld> {
  const number = marketplaces++
  const letters = [26 ** 2, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join('')
  return buildMarketplace(owner, {
    slug: `nova-${letters.toLowerCase()}`,
    name: 'Nova Market',
    prefix: letters,
    timeZone: 'Europe/Rome',
  })
}

/** Who is on call by the world's default schedule, by the database's clock. */
export async function onCallNow(nova: MarketplaceWorld): Promise<StaffActor> {
  const { primary } = await asStaff(nova.agent, (tx, now) => whoIsOnCall(tx, nova.scheduleId, now))
  return primary === nova.oncall.membershipId ? nova.oncall : nova.oncall2
}
