import type { Tx } from '@/lib/db'
import type { AttemptOutcome, Channel, DeliveryFate, DeliveryStatus } from './schema'

/**
 * What became of each message about a subject, oldest first; `plannedAt` asks for those alone that were planned at one of
 * these moments. A partner is shown those to its own people.
 */
export async function fatesOf(
  tx: Tx,
  marketplaceId: string,
  subjectId: string,
  plannedAt?: readonly Date[],
): Promise<DeliveryFate[]> {
  const rows = await tx.delivery.findMany({
    where: { marketplaceId, subjectId, ...(plannedAt && { createdAt: { in: [...plannedAt] } }) },
    include: { attempts: { orderBy: { attempt: 'asc' } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    recipientId: row.recipientId,
    channel: row.channel as Channel,
    address: row.address,
    status: row.status as DeliveryStatus,
    notBefore: row.nextAttemptAt,
    plannedAt: row.createdAt,
    settledAt: row.settledAt,
    outcome: row.outcome,
    epoch: row.epoch,
    loop: row.loop,
    step: row.step,
    bundleId: row.bundleId,
    attempts: row.attempts.map(({ attempt, startedAt, endedAt, outcome, detail }) => ({
      attempt,
      startedAt,
      endedAt,
      outcome: outcome as AttemptOutcome | null,
      detail,
    })),
  }))
}

/** Whether somebody was sent, or is about to be sent, a message of these kinds about a subject. */
export async function wasTold(
  tx: Tx,
  about: { marketplaceId: string; subjectId: string; recipientId: string; kinds: readonly string[] },
): Promise<boolean> {
  const { marketplaceId, subjectId, recipientId, kinds } = about
  const told = await tx.delivery.findFirst({
    where: { marketplaceId, subjectId, recipientId, kind: { in: [...kinds] } },
    select: { id: true },
  })
  return told !== null
}

export type Place = { epoch: number; loop: number; step: number }

/**
 * Whether every message of one place of a run has ended and none of them arrived. Ask under a lock that all who settle
 * such a message take first, or the last two of them may each see the other as still under way.
 */
export async function allFailed(tx: Tx, marketplaceId: string, subjectId: string, place: Place): Promise<boolean> {
  const rows = await tx.delivery.groupBy({
    by: ['status'],
    where: { marketplaceId, subjectId, epoch: place.epoch, loop: place.loop, step: place.step },
    _count: true,
  })
  const statuses = rows.map(({ status }) => status as DeliveryStatus)
  const failed: DeliveryStatus[] = ['FAILED', 'DEAD']
  const mayArrive: DeliveryStatus[] = ['PENDING', 'SENDING', 'SENT']
  return statuses.some((status) => failed.includes(status)) && !statuses.some((status) => mayArrive.includes(status))
}

/** What left for these people since a moment: pages of escalations, everything else, and what of both did not arrive. */
export async function deliveredTo(
  tx: Tx,
  about: { marketplaceId: string; recipientIds: readonly string[]; since: Date },
): Promise<{ pages: number; mails: number; failed: number }> {
  const { marketplaceId, recipientIds, since } = about
  const rows = await tx.delivery.groupBy({
    by: ['subjectKind', 'status'],
    where: { marketplaceId, recipientId: { in: [...recipientIds] }, createdAt: { gte: since } },
    _count: true,
  })
  const count = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((sum, { _count }) => sum + _count, 0)
  return {
    pages: count(({ subjectKind, status }) => subjectKind === 'escalation' && status === 'SENT'),
    mails: count(({ subjectKind, status }) => subjectKind !== 'escalation' && status === 'SENT'),
    failed: count(({ status }) => status === 'FAILED' || status === 'DEAD'),
  }
}
