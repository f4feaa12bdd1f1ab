import { calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { canPromise, clockIfHeld } from './clock'
import { minutesFor, type Policy, policyFor } from './policies'
import type { Clock, ClockEvent, ClockKind } from './schema'
import { openRound, roundOf } from './turns'

/** A ticket whose clocks are kept: what decides about its promises, and its state changes so far, oldest first. */
export type Promised = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  topicId: string
  priority: string
  events: readonly ClockEvent[]
}
export type NewPromise = Omit<Promised, 'events'> & { at: Date }

/**
 * Starts the first-answer clock of a new ticket and answers its deadline; null when no policy promises anything, or the
 * calendar could not hold what it promises.
 */
export async function startFirstAnswer(tx: Tx, { at, ...ticket }: NewPromise): Promise<Date | null> {
  const policy = await policyFor(tx, ticket.marketplaceId, ticket.topicId, ticket.priority)
  const events: ClockEvent[] = [{ at, state: 'created' }]
  return policy && promise(tx, { ...ticket, events }, policy, { kind: 'first_answer', startedAt: at, events })
}

/**
 * Brings a ticket's clocks up to all its state changes and answers the soonest running deadline. A next-answer clock
 * begins when the partner writes after our answer and the policy promises one. The caller holds the ticket's lock.
 */
export async function followClock(tx: Tx, ticket: Promised): Promise<Date | null> {
  const rows = await clocksOf(tx, ticket)
  const deadlines = [await refresh(tx, ticket, rows.get('first_answer'))]
  const next = rows.get('next_answer')
  const round = openRound(ticket.events)
  if (!round || next?.startedAt.getTime() === round.startedAt.getTime()) deadlines.push(await refresh(tx, ticket, next))
  else {
    const policy = await policyFor(tx, ticket.marketplaceId, ticket.topicId, ticket.priority)
    const begun = policy && (await promise(tx, ticket, policy, { kind: 'next_answer', ...round }))
    // The row of the round before is over, whatever is promised about this one.
    deadlines.push(begun ?? (await refresh(tx, ticket, (await clocksOf(tx, ticket)).get('next_answer'))))
  }
  return soonest(deadlines)
}

/**
 * Gives the promises that are still open the targets of the ticket's present topic and priority. Everything else stays:
 * when they began, and every pause; changing and back restores the deadline (invariant 28). A promise once given stands
 * where the new topic promises nothing. Answers the soonest running deadline. The caller holds the ticket's lock.
 */
export async function retarget(tx: Tx, ticket: Promised): Promise<Date | null> {
  const policy = await policyFor(tx, ticket.marketplaceId, ticket.topicId, ticket.priority)
  const begun = ticket.events[0]?.at
  const { events } = ticket
  if (policy && begun) {
    const round = openRound(events)
    if (round) await promise(tx, ticket, policy, { kind: 'next_answer', ...round })
    else if (!events.some(({ state }) => state === 'answered'))
      await promise(tx, ticket, policy, { kind: 'first_answer', startedAt: begun, events })
  }
  return followClock(tx, ticket)
}

type Begun = { kind: ClockKind; startedAt: Date; events: readonly ClockEvent[] }

/** Writes what the policy promises, over what was promised before; null, and nothing written, when it promises nothing. */
async function promise(tx: Tx, ticket: Promised, policy: Policy, begun: Begun): Promise<Date | null> {
  const { marketplaceId, ticketId, partnerId } = ticket
  const { kind, startedAt, events } = begun
  const targetMinutes = minutesFor(policy, kind)
  if (targetMinutes === null) return null
  const calendar = await calendarOf(tx, marketplaceId, policy.calendarId)
  const target = targetMinutes * MINUTE
  if (!canPromise(calendar, target, startedAt)) return null
  const clock = clockIfHeld(calendar, target, events)
  if (!clock) return null
  const data = { policyId: policy.id, calendarId: policy.calendarId, targetMinutes, startedAt, ...cached(clock) }
  const key = { marketplaceId, ticketId, kind }
  const { count } = await tx.slaClock.updateMany({ where: key, data })
  if (count === 0) await tx.slaClock.createMany({ data: { ...key, partnerId, ...data } })
  return clock.dueAt
}

type Row = { kind: string; calendarId: string; targetMinutes: number; startedAt: Date; metAt: Date | null }

async function refresh(tx: Tx, { marketplaceId, ticketId, events }: Promised, row: Row | undefined) {
  if (!row) return null
  const counted = countedBy(row, events)
  const calendar = await calendarOf(tx, marketplaceId, row.calendarId)
  const clock = clockIfHeld(calendar, row.targetMinutes * MINUTE, counted)
  const data = clock ? cached(clock) : { dueAt: null, pausedAt: null }
  await tx.slaClock.updateMany({ where: { marketplaceId, ticketId, kind: row.kind }, data })
  return clock?.dueAt ?? null
}

/** Which state changes a stored clock counts: a next-answer clock those of the round that it was begun for. */
export function countedBy(row: Pick<Row, 'kind' | 'startedAt'>, events: readonly ClockEvent[]): readonly ClockEvent[] {
  return row.kind === 'first_answer' ? events : (roundOf(events, row.startedAt)?.events ?? [])
}

/** A ticket's stored clocks by kind. */
export async function clocksOf(tx: Tx, { marketplaceId, ticketId }: Pick<Promised, 'marketplaceId' | 'ticketId'>) {
  const rows = await tx.slaClock.findMany({ where: { marketplaceId, ticketId } })
  return new Map(rows.map((row) => [row.kind as ClockKind, row]))
}

function cached(clock: Clock): { dueAt: Date | null; pausedAt: Date | null; metAt: Date | null } {
  return { dueAt: clock.dueAt, pausedAt: clock.phase === 'paused' ? clock.changedAt : null, metAt: clock.metAt }
}

function soonest(deadlines: readonly (Date | null)[]): Date | null {
  const running = deadlines.filter((at) => at !== null).map((at) => at.getTime())
  return running.length === 0 ? null : new Date(Math.min(...running))
}
