import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '@/lib/db'
import { type PlannedMessage, planDeliveries } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { wakeWorker } from '@/lib/tenancy'
import { deliveryId } from './delivery-key'
import { fold, foldOn } from './fold'
import { lockRun } from './lock-run.sql'
import { eventOf, type Run, runOf } from './run'
import { isOpen } from './states'
import type { Escalation, EscalationEvent, Plan } from './transition-types'
import { writeEvents } from './write-events.sql'
import { writeRuns } from './write-runs.sql'

/** A run, held to the end of the transaction; null when row security shows none. */
export async function holdRun(tx: Tx, escalationId: string): Promise<Run | null> {
  await lockRun(tx, escalationId)
  return readRun(tx, escalationId)
}

/** The open run of a dedup key, held to the end of the transaction. */
export async function holdOpenRun(tx: Tx, dedupKey: string): Promise<Run | null> {
  const open = await tx.escalation.findFirst({
    where: { dedupKey, state: { notIn: ['DECLINED', 'RESOLVED'] } },
    select: { id: true },
  })
  const run = open && (await holdRun(tx, open.id))
  return run && isOpen(run.row.state) ? run : null
}

/**
 * The open run of a ticket that calls the marketplace's people, held to the end of the transaction; a claim's first. Not that
 * of a broken promise: it ends by itself with the next answer, and would take with it what somebody paged for.
 */
export async function holdOpenRunOfTicket(tx: Tx, ticketId: string): Promise<Run | null> {
  const open = await tx.escalation.findFirst({
    where: { ticketId, direction: 'IN', source: { not: 'breach' }, state: { notIn: ['DECLINED', 'RESOLVED'] } },
    orderBy: [{ claimId: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
    select: { id: true },
  })
  const run = open && (await holdRun(tx, open.id))
  return run && isOpen(run.row.state) ? run : null
}

/** One run without a lock, or null. */
export async function readRun(tx: Tx, escalationId: string): Promise<Run | null> {
  const row = await tx.escalation.findFirst({ where: { id: escalationId } })
  return row && runOf(row)
}

/** These runs without a lock, in the order asked for; those that are not there are left out. */
export async function readRuns(tx: Tx, ids: readonly string[]): Promise<Run[]> {
  const rows = await tx.escalation.findMany({ where: { id: { in: [...ids] } } })
  const byId = new Map(rows.map((row) => [row.id, runOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How much of a long story is shown: its beginning, and what came last. */
const SHOWN = { first: 20, last: 200 } as const

/**
 * A run's story in the order in which it was written. Of one that goes on for days, paging everybody each minute, the first
 * and the last events only: their numbers tell how many are left out between.
 */
export async function storyOf(tx: Tx, { id, row }: Run): Promise<EscalationEvent[]> {
  const rows = await tx.escalationEvent.findMany({
    where: { escalationId: id, OR: [{ seq: { lte: SHOWN.first } }, { seq: { gt: row.lastSeq - SHOWN.last } }] },
    orderBy: { seq: 'asc' },
  })
  return rows.map(eventOf)
}

/** One event of a run by its number, or null. */
export async function eventAt(tx: Tx, escalationId: string, seq: number): Promise<EscalationEvent | null> {
  const row = await tx.escalationEvent.findFirst({ where: { escalationId, seq } })
  return row && eventOf(row)
}

/** When somebody last passed a run on. */
export async function lastPassedOnBy(tx: Tx, escalationId: string, authorId: string): Promise<Date | null> {
  const passed = await tx.escalationEvent.findFirst({
    where: { escalationId, authorId, kind: 'passed_on' },
    orderBy: { seq: 'desc' },
    select: { at: true },
  })
  return passed?.at ?? null
}

/** When somebody last wrote into the story of a run itself. */
export async function lastNoteBy(tx: Tx, escalationId: string, authorId: string): Promise<Date | null> {
  const note = await tx.escalationEvent.findFirst({
    where: { escalationId, authorId, kind: 'noted' },
    orderBy: { seq: 'desc' },
    select: { at: true },
  })
  return note?.at ?? null
}

/** Whether a run was found again after `since`. */
export async function repeatedSince(tx: Tx, escalationId: string, since: Date): Promise<boolean> {
  return (await tx.escalationEvent.count({ where: { escalationId, kind: 'repeated', at: { gt: since } } })) > 0
}

/** What is to be written of one run. `before` null: it is opened now. */
export type Move = { run: Run; before: Escalation | null; plan: Plan }

/**
 * Writes rows, events and deliveries of these moves, all of one marketplace, in the open transaction, and answers the
 * runs as they now stand. The row is made from its events, never from the plan's patch: should the two ever differ,
 * nothing is written (invariant 3).
 */
export async function write(tx: Tx, now: Date, marketplaceId: string, moves: readonly Move[]): Promise<Run[]> {
  const moved = moves.filter(({ plan }) => plan.events.length > 0)
  if (moved.length === 0) return moves.map(({ run }) => run)
  const runs = new Map(moved.map((move) => [move.run.id, follow(move, now)]))
  const opened = moved.filter(({ before }) => before === null).flatMap(({ run }) => runs.get(run.id) ?? [])
  const known = moved.filter(({ before }) => before !== null).flatMap(({ run }) => runs.get(run.id) ?? [])
  if (opened.length > 0) await tx.escalation.createMany({ data: opened.map(columns) })
  await writeRuns(tx, marketplaceId, known)
  await writeEvents(
    tx,
    marketplaceId,
    moved.map(({ run, plan }) => ({ id: run.id, events: plan.events })),
  )
  await planDeliveries(tx, now, await messagesOf(tx, marketplaceId, moved))
  await wakeWorker(tx)
  return moves.map(({ run }) => runs.get(run.id) ?? run)
}

function follow({ run, before, plan }: Move, now: Date): Run {
  const row = before ? foldOn(before, plan.events) : fold(plan.events)
  if (!isDeepStrictEqual(row, { ...before, ...plan.patch })) throw new Error(`the events of ${run.id} tell another row`)
  return { ...run, row, closedAt: isOpen(row.state) ? null : (run.closedAt ?? now) }
}

function columns({ row, ...run }: Run) {
  const { ackedBy, confirmedBy, confirmedAt, ...rest } = row
  return { ...run, ...rest, ackedById: ackedBy, assessedById: confirmedBy, assessedAt: confirmedAt }
}

async function messagesOf(tx: Tx, marketplaceId: string, moves: readonly Move[]): Promise<PlannedMessage[]> {
  const planned = moves.flatMap(({ plan }) => plan.deliveries)
  if (planned.length === 0) return []
  const people = await peopleOf(
    tx,
    planned.flatMap(({ membershipId }) => membershipId ?? []),
  )
  const { defaultLocale } = await marketplaceOf(tx, marketplaceId)
  return moves.flatMap(({ run, before, plan }) =>
    plan.deliveries.map((delivery): PlannedMessage => {
      const { kind, epoch, loop, step, membershipId, endpointId, ruleIndex, channel, address, notBefore } = delivery
      return {
        marketplaceId,
        id: deliveryId(run.id, delivery),
        kind,
        subjectKind: 'escalation',
        subjectId: run.id,
        // Its own people's copies a called company sees.
        partnerId: (membershipId && people.get(membershipId)?.partnerId) || null,
        recipientId: membershipId,
        channel,
        address,
        locale: (membershipId && people.get(membershipId)?.locale) || defaultLocale,
        payload: { ruleIndex, ...(endpointId && { endpointId }) },
        // The first that anybody hears of a run goes before everything else that waits.
        priority: before === null || before.state === 'ASSESSING' ? 0 : 1,
        place: { epoch, loop, step },
        notBefore,
      }
    }),
  )
}
