import { business, type CalendarHours, calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { readClock } from './clock'
import { courtBar } from './court-bar'
import { explainDeadline } from './explain-deadline'
import {
  type Clock,
  type ClockEvent,
  type ClockKind,
  type ClockState,
  type ClockView,
  type CourtBar,
  clockKinds,
  type Explanation,
  goalOf,
} from './schema'
import { clocksOf, countedBy, recomputed } from './store'
import { openRound } from './turns'

/** The first-answer promise of one ticket, for its page. `kept` is null while it is neither kept nor broken. */
export type PromiseView = { targetMinutes: number; metAt: Date | null; kept: boolean | null }

type Told = { kind: ClockKind; targetMinutes: number; startedAt: Date; calendar: CalendarHours; clock: Clock }

/**
 * The court bar of a ticket in `state` by the clock that is on now, recomputed from its state changes (`events`, oldest
 * first); its first-answer promise; and all its clocks, the first answer's first.
 */
export async function courtOf(
  tx: Tx,
  ticket: { marketplaceId: string; ticketId: string; state: ClockState; events: readonly ClockEvent[] },
  now: Date,
): Promise<{ court: CourtBar; promise: PromiseView | null; clocks: ClockView[] }> {
  const { marketplaceId, state, events } = ticket
  const rows = await clocksOf(tx, ticket)
  const told: Told[] = []
  for (const kind of clockKinds) {
    const row = rows.get(kind)
    if (!row) continue
    const { targetMinutes, startedAt } = row
    // Hours that hold no such promise any more promise nothing.
    const { calendar, clock } = await recomputed(tx, marketplaceId, row, events)
    if (clock) told.push({ kind, targetMinutes, startedAt, calendar, clock })
  }
  const clocks = told.map((one) => clockView(one, now))
  const first = clocks.find(({ kind }) => kind === 'first_answer')
  const on = clockThatIsOn(told, events)
  const calendar = on?.calendar ?? (await calendarOf(tx, marketplaceId))
  return {
    court: courtBar(calendar, on?.clock ?? null, state, now),
    promise: first ? { targetMinutes: first.targetMinutes, metAt: first.metAt, kept: first.kept } : null,
    clocks,
  }
}

/**
 * The clock that the court bar tells of: of those that run, the one that is due first; while none runs, the answer that
 * is owed, else the resolution.
 */
function clockThatIsOn(told: readonly Told[], events: readonly ClockEvent[]): Told | undefined {
  const on = [answerOwed(told, events), told.find(({ kind }) => kind === 'resolution')].filter(
    (one) => one !== undefined,
  )
  const running = on.filter(({ clock }) => clock.dueAt !== null)
  running.sort((a, b) => (a.clock.dueAt?.getTime() ?? 0) - (b.clock.dueAt?.getTime() ?? 0))
  return running[0] ?? on[0]
}

/** Before the first answer that promise, after it the one of the round that our next answer will end. */
function answerOwed(told: readonly Told[], events: readonly ClockEvent[]): Told | undefined {
  if (!events.some(({ state }) => state === 'answered')) return told.find(({ kind }) => kind === 'first_answer')
  const round = openRound(events)
  return told.find(
    ({ kind, startedAt }) => kind === 'next_answer' && startedAt.getTime() === round?.startedAt.getTime(),
  )
}

function clockView({ kind, targetMinutes, calendar, clock }: Told, now: Date): ClockView {
  const { state, dueAt, metAt, breachedAt, kept } = readClock(calendar, clock, now)
  const pausedAt = clock.phase === 'paused' ? clock.changedAt : null
  return { kind, targetMinutes, dueAt, pausedAt, metAt, breachedAt, state, kept }
}

/** The soonest answer that is promised on each of these tickets, from the cache: what its partner was told. */
export async function deadlinesOf(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Date>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.slaClock.findMany({
    where: { ticketId: { in: [...ticketIds] }, kind: { not: 'resolution' }, dueAt: { not: null } },
    select: { ticketId: true, dueAt: true },
    orderBy: { dueAt: 'desc' },
  })
  return new Map(rows.flatMap(({ ticketId, dueAt }) => (dueAt ? [[ticketId, dueAt] as const] : [])))
}

/** The deadline of one promise of a ticket while it runs, from the cache; null while it does not. */
export async function deadlineOf(tx: Tx, ticketId: string, kind: ClockKind): Promise<Date | null> {
  const row = await tx.slaClock.findFirst({ where: { ticketId, kind }, select: { dueAt: true } })
  return row?.dueAt ?? null
}

/**
 * Whole minutes of business time in [from, to), by the hours that the ticket's promise is counted in, else the
 * marketplace's: what reports tell of it (003-10).
 */
export async function businessMinutes(
  tx: Tx,
  ticket: { marketplaceId: string; ticketId: string },
  from: Date,
  to: Date,
): Promise<number> {
  const calendarId = (await clocksOf(tx, ticket)).get('first_answer')?.calendarId
  const calendar = await calendarOf(tx, ticket.marketplaceId, calendarId)
  return Math.floor(business(calendar, from, to) / MINUTE)
}

/** A promise and the way of its deadline. */
export type ExplainedClock = Explanation & { kind: ClockKind; view: ClockView; timeZone: string }

/** Why each deadline of a ticket lies where it lies, by the hours as they are now. */
export async function explainedClocks(
  tx: Tx,
  ticket: { marketplaceId: string; ticketId: string; events: readonly ClockEvent[] },
  now: Date,
): Promise<ExplainedClock[]> {
  const { marketplaceId, events } = ticket
  const explained: ExplainedClock[] = []
  for (const [kind, row] of await clocksOf(tx, ticket)) {
    const { calendar, clock } = await recomputed(tx, marketplaceId, row, events)
    if (!clock) continue
    const { targetMinutes, startedAt } = row
    const view = clockView({ kind, targetMinutes, startedAt, calendar, clock }, now)
    const way = explainDeadline(calendar, targetMinutes * MINUTE, countedBy(row, events), now, goalOf(kind))
    explained.push({ ...way, kind, view, timeZone: calendar.timeZone })
  }
  return explained
}
