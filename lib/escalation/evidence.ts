import { calendarOf, isOpen as isOpenAt } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { deliveredTo } from '@/lib/delivery'
import { after, DAY, HOUR, MINUTE } from '@/lib/foundation/clock'
import { log } from '@/lib/foundation/log'
import { activePeople } from '@/lib/identity'
import { pauseOf } from '@/lib/integration'
import { settingsOf } from '@/lib/marketplace'
import { partnersOf } from '@/lib/partners'
import { type ClaimRecord, countOpenOnTopic, decidedClaims } from '@/lib/tickets'
import type { Evidence } from './run'

/** Hours of the ledger that are looked through. */
const LEDGER_HOURS = 24

/**
 * What is known when a claim is to be assessed (000-06), read as the run opens and kept with it: what the assessor saw then
 * is what the history shows later. Nothing of it decides by itself.
 */
export async function evidenceOf(tx: Tx, now: Date, claim: ClaimRecord, topicId: string): Promise<Evidence> {
  const { marketplaceId, partnerId } = claim
  const settings = await settingsOf(tx, marketplaceId)
  const { evidenceWindowMinutes: windowMinutes, falseUrgentDays: days } = settings
  const since = after(now, -windowMinutes * MINUTE)
  const same = await countOpenOnTopic(tx, { marketplaceId, topicId, exceptPartnerId: partnerId, since })
  const partner = (await partnersOf(tx, [partnerId])).get(partnerId)
  const pause = await pauseOf(tx, partnerId, now)
  return {
    staffed: await isStaffed(tx, marketplaceId, now),
    sameTopic: { ...same, windowMinutes },
    ...(partner && { lifecycle: partner.lifecycle }),
    ...(pause && { pause: { until: pause.untilAt.toISOString(), reason: pause.reason } }),
    ledger: { ...(await lately(tx, now, claim)), hours: LEDGER_HOURS },
    openRuns: await openRuns(tx, claim),
    falseUrgent: { ...(await decidedClaims(tx, { partnerId, since: after(now, -days * DAY) })), days },
    ...(claim.appealedAt && claim.appealText !== null && { appeal: appealOf(claim) }),
  }
}

/** What left for this company's people lately: pages, mails, and what did not arrive. */
async function lately(tx: Tx, now: Date, { marketplaceId, partnerId }: ClaimRecord) {
  const people = await activePeople(tx, { partnerId })
  const recipientIds = people.map(({ membershipId }) => membershipId)
  return deliveredTo(tx, { marketplaceId, recipientIds, since: after(now, -LEDGER_HOURS * HOUR) })
}

/** Other runs of this company that are open: calls to it, and what else is on fire there. */
async function openRuns(tx: Tx, { partnerId, id }: ClaimRecord): Promise<{ calls: number; others: number }> {
  const rows = await tx.escalation.groupBy({
    by: ['direction'],
    where: { partnerId, state: { notIn: ['DECLINED', 'RESOLVED'] }, OR: [{ claimId: null }, { claimId: { not: id } }] },
    _count: true,
  })
  const count = (direction: string) => rows.find((row) => row.direction === direction)?._count ?? 0
  return { calls: count('OUT'), others: count('IN') }
}

function appealOf(claim: ClaimRecord): Evidence['appeal'] {
  const { appealText, appealedById, decidedById, decidedAt, declineReason } = claim
  return {
    text: appealText ?? '',
    byId: appealedById,
    declinedById: decidedById,
    declinedAt: decidedAt?.toISOString() ?? null,
    reason: declineReason,
  }
}

/** Hours that cannot be read count as closed: then somebody is paged instead of nobody being asked. */
async function isStaffed(tx: Tx, marketplaceId: string, now: Date): Promise<boolean> {
  try {
    return isOpenAt(await calendarOf(tx, marketplaceId), now)
  } catch (error) {
    log.error({ err: error, marketplace: marketplaceId }, 'the working hours cannot be read')
    return false
  }
}
