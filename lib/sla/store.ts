import { type CalendarHours, calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { canPromise, clockIfHeld } from './clock'
import { type Ladder, nextRung, rungsOf, stillTold } from './ladder'
import { minutesFor, type Policy, policyFor } from './policies'
import { type Clock, type ClockEvent, type ClockKind, clockKinds, goalOf } from './schema'
import { openRound, roundOf } from './turns'

/** A ticket whose clocks are kept: what decides about its promises, and its state changes so far, oldest first. */
export type Promised = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  topicId: string
  priority: string
  events: readonly ClockEvent[]
  now: Date
}
export type NewPromise = Omit<Promised, 'events' | 'now'> & { at: Date }

/** `answerBy`: the promise that its partner is told; `dueAt`: the soonest of all. Null: nothing is promised. */
export type Started = { answerBy: Date | null; dueAt: Date | null }

/**
 * Starts the clocks of a new ticket, first answer and resolution; none when no policy promises anything, or the calendar
 * could not hold what it promises.
 */
export async function startClocks(tx: Tx, { at, ...ticket }: NewPromise): Promise<Started> {
  const policy = await policyFor(tx, ticket)
  if (!policy) return { answerBy: null, dueAt: null }
  const events: ClockEvent[] = [{ at, state: 'created' }]
  const promised = { ...ticket, events, now: at }
  const answerBy = await promise(tx, promised, policy, { kind: 'first_answer', startedAt: at, events })
  const solvedBy = await promise(tx, promised, policy, { kind: 'resolution', startedAt: at, events })
  return { answerBy, dueAt: soonest([answerBy, solvedBy]) }
}

/**
 * Brings a ticket's clocks up to all its state changes and answers the soonest running deadline. A next-answer clock
 * begins when the partner writes after our answer and the policy promises one. The caller holds the ticket's lock.
 */
export async function followClock(tx: Tx, ticket: Promised): Promise<Date | null> {
  const rows = await clocksOf(tx, ticket)
  const deadlines = [
    await refresh(tx, ticket, rows.get('first_answer')),
    await refresh(tx, ticket, rows.get('resolution')),
  ]
  const next = rows.get('next_answer')
  const round = openRound(ticket.events)
  if (!round || next?.startedAt.getTime() === round.startedAt.getTime()) deadlines.push(await refresh(tx, ticket, next))
  else {
    const policy = await policyFor(tx, ticket)
    const begun = policy && (await promise(tx, ticket, policy, { kind: 'next_answer', ...round }, next))
    // The row of the round before is over, whatever is promised about this one.
    deadlines.push(begun ?? (await refresh(tx, ticket, (await clocksOf(tx, ticket)).get('next_answer'))))
  }
  return soonest(deadlines)
}

/**
 * Gives the promises that are still open the targets of the ticket's present topic, priority and tier, and of the
 * policies as they are now. Everything else stays: when they began, and every pause; changing and back restores the
 * deadline (invariant 28). A promise once given stands where nothing is promised any more. Answers the soonest running
 * deadline. The caller holds the ticket's lock.
 */
export async function retarget(tx: Tx, ticket: Promised): Promise<Date | null> {
  const policy = await policyFor(tx, ticket)
  const { events } = ticket
  const begun = events[0]?.at
  if (policy && begun && events.at(-1)?.state !== 'completed') {
    const rows = await clocksOf(tx, ticket)
    const give = (kind: ClockKind, round: Omit<Begun, 'kind'>) =>
      promise(tx, ticket, policy, { kind, ...round }, rows.get(kind))
    const round = openRound(events)
    if (round) await give('next_answer', round)
    else if (!events.some(({ state }) => state === 'answered')) await give('first_answer', { startedAt: begun, events })
    await give('resolution', { startedAt: begun, events })
  }
  return followClock(tx, ticket)
}

type Begun = { kind: ClockKind; startedAt: Date; events: readonly ClockEvent[] }

/** Writes what the policy promises, over what was promised before; null, and nothing written, when it promises nothing. */
async function promise(tx: Tx, ticket: Promised, policy: Policy, begun: Begun, before?: Row): Promise<Date | null> {
  const { marketplaceId, ticketId, partnerId, now } = ticket
  const { kind, startedAt, events } = begun
  const targetMinutes = minutesFor(policy, kind)
  if (targetMinutes === null) return null
  const calendar = await calendarOf(tx, marketplaceId, policy.calendarId)
  const target = targetMinutes * MINUTE
  if (!canPromise(calendar, target, startedAt)) return null
  const clock = clockIfHeld(calendar, target, events, goalOf(kind))
  if (!clock) return null
  const told = before?.startedAt.getTime() === startedAt.getTime() ? before.told : 0
  const cache = cached(calendar, clock, policy, told, now)
  const data = { policyId: policy.id, calendarId: policy.calendarId, targetMinutes, startedAt, ...cache }
  const key = { marketplaceId, ticketId, kind }
  const { count } = await tx.slaClock.updateMany({ where: key, data })
  if (count === 0) await tx.slaClock.createMany({ data: { ...key, partnerId, ...data } })
  return clock.dueAt
}

/** A stored clock, with the ladder of the policy that it was promised by. */
export type Row = {
  kind: ClockKind
  calendarId: string
  targetMinutes: number
  startedAt: Date
  told: number
  nextAt: Date | null
  policy: Ladder
}

async function refresh(tx: Tx, { marketplaceId, ticketId, events, now }: Promised, row: Row | undefined) {
  if (!row) return null
  const { calendar, clock } = await recomputed(tx, marketplaceId, row, events)
  const data = clock
    ? cached(calendar, clock, row.policy, row.told, now)
    : { dueAt: null, pausedAt: null, nextAt: null }
  await tx.slaClock.updateMany({ where: { marketplaceId, ticketId, kind: row.kind }, data })
  return clock?.dueAt ?? null
}

/** A stored clock as the ticket's events tell it; null when its hours hold no such promise any more. */
export async function recomputed(tx: Tx, marketplaceId: string, row: Row, events: readonly ClockEvent[]) {
  const calendar = await calendarOf(tx, marketplaceId, row.calendarId)
  const counted = countedBy(row, events)
  return { calendar, clock: clockIfHeld(calendar, row.targetMinutes * MINUTE, counted, goalOf(row.kind)) }
}

/** Which state changes a stored clock counts: a next-answer clock those of the round that it was begun for. */
export function countedBy(row: Pick<Row, 'kind' | 'startedAt'>, events: readonly ClockEvent[]): readonly ClockEvent[] {
  return row.kind === 'next_answer' ? (roundOf(events, row.startedAt)?.events ?? []) : events
}

/** A ticket's stored clocks by kind. */
export async function clocksOf(
  tx: Tx,
  { marketplaceId, ticketId }: Pick<Promised, 'marketplaceId' | 'ticketId'>,
): Promise<Map<ClockKind, Row>> {
  const rows = await tx.slaClock.findMany({
    where: { marketplaceId, ticketId },
    include: { policy: { select: { warnMinutes: true, pageMinutes: true } } },
  })
  return new Map(
    clockKinds.flatMap((kind) => {
      const row = rows.find((one) => one.kind === kind)
      return row ? [[kind, { ...row, kind }] as const] : []
    }),
  )
}

/** What is kept of a clock for sorting and for the worker: it looks again when the next rung of its ladder falls due. */
export function cached(calendar: CalendarHours, clock: Clock, ladder: Ladder, told: number, now: Date) {
  const found = rungsOf(calendar, clock, ladder)
  const still = stillTold(found, told, now)
  return {
    dueAt: clock.dueAt,
    pausedAt: clock.phase === 'paused' ? clock.changedAt : null,
    metAt: clock.metAt,
    // Paged for, and no longer late: the worker ends that escalation first.
    ...(told === PAGED && !isLate(clock, now)
      ? { told, nextAt: now }
      : { told: still, nextAt: nextRung(found, still)?.at ?? null }),
  }
}

/** `told` of a clock for which who is on call was paged. */
export const PAGED = 3

/** Whether its deadline has passed while it runs. */
export function isLate({ phase, dueAt }: Clock, now: Date): boolean {
  return phase === 'running' && dueAt !== null && dueAt < now
}

function soonest(deadlines: readonly (Date | null)[]): Date | null {
  const running = deadlines.filter((at) => at !== null).map((at) => at.getTime())
  return running.length === 0 ? null : new Date(Math.min(...running))
}
