import { calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { clockOf, readClock } from './clock'
import { courtBar } from './court-bar'
import type { ClockEvent, ClockState, CourtBar } from './schema'

/** The first-answer promise of one ticket, for its page. `kept` is null while it is neither kept nor broken. */
export type PromiseView = { targetMinutes: number; metAt: Date | null; kept: boolean | null }

/** The court bar of a ticket in `state`, recomputed from its state changes (`events`, oldest first), and its promise. */
export async function courtOf(
  tx: Tx,
  ticket: { marketplaceId: string; ticketId: string; state: ClockState; events: readonly ClockEvent[] },
  now: Date,
): Promise<{ court: CourtBar; promise: PromiseView | null }> {
  const { marketplaceId, ticketId, state, events } = ticket
  const row = await tx.slaClock.findFirst({ where: { marketplaceId, ticketId, kind: 'first_answer' } })
  const calendar = await calendarOf(tx, marketplaceId, row?.calendarId)
  if (!row) return { court: courtBar(calendar, null, state, now), promise: null }
  const clock = clockOf(calendar, row.targetMinutes * MINUTE, events)
  const { metAt, kept } = readClock(calendar, clock, now)
  return { court: courtBar(calendar, clock, state, now), promise: { targetMinutes: row.targetMinutes, metAt, kept } }
}

/** Deadlines that are running, from the cache, for lists. */
export async function deadlinesOf(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Date>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.slaClock.findMany({
    where: { ticketId: { in: [...ticketIds] }, kind: 'first_answer', dueAt: { not: null } },
    select: { ticketId: true, dueAt: true },
  })
  return new Map(rows.flatMap(({ ticketId, dueAt }) => (dueAt ? [[ticketId, dueAt] as const] : [])))
}
