import { isOpen, nextOpening } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { nextRung, placeOf, rungsOf, stillTold } from './ladder'
import type { ClockKind, Rung } from './schema'
import { clocksOf, isLate, PAGED, type Promised, recomputed } from './store'

/** A rung that was just climbed; 'over': who is on call was paged for it, and it is late no more. */
export type Climbed = { kind: ClockKind; rung: Rung | 'over'; dueAt: Date; startedAt: Date }

/**
 * Climbs the ladders of a ticket as far as `now` says, under the ticket's lock, and answers whom it is time to tell of
 * what. Only the highest rung that is due is told: who comes late to a broken promise warns nobody of it. A warning that
 * comes late, outside working hours, waits for the next opening (invariant 29). Climbing twice climbs once.
 */
export async function climbLadders(tx: Tx, ticket: Promised): Promise<Climbed[]> {
  const { marketplaceId, ticketId, events, now } = ticket
  const climbed: Climbed[] = []
  for (const row of (await clocksOf(tx, ticket)).values()) {
    if (!row.nextAt || row.nextAt > now) continue
    const { kind, startedAt } = row
    const { calendar, clock } = await recomputed(tx, marketplaceId, row, events)
    const write = (data: { told?: number; nextAt: Date | null }) =>
      tx.slaClock.updateMany({ where: { marketplaceId, ticketId, kind }, data })
    if (!clock) {
      await write({ nextAt: null })
      continue
    }
    const found = rungsOf(calendar, clock, row.policy)
    if (row.told === PAGED && !isLate(clock, now)) {
      climbed.push({ kind, rung: 'over', dueAt: now, startedAt })
      const told = stillTold(found, PAGED, now)
      await write({ told, nextAt: told === PAGED ? null : (nextRung(found, told)?.at ?? null) })
      continue
    }
    const due = found.findLast(({ rung, at }) => placeOf(rung) > row.told && at <= now)
    if (due?.rung === 'warning' && !isOpen(calendar, now)) {
      await write({ nextAt: nextOpening(calendar, now) })
      continue
    }
    const told = due ? placeOf(due.rung) : row.told
    if (due && clock.dueAt) {
      // Both at once: the leads hear of the breach though it is time to page already.
      const missed = due.rung === 'page' && row.told < placeOf('breach')
      if (missed) climbed.push({ kind, rung: 'breach', dueAt: clock.dueAt, startedAt })
      climbed.push({ kind, rung: due.rung, dueAt: clock.dueAt, startedAt })
    }
    await write({ told, nextAt: nextRung(found, told)?.at ?? null })
  }
  return climbed
}
