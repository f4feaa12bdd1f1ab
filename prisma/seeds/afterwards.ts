import { business } from '@/lib/calendar'
import type { Prisma } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { type Clock, type ClockEvent, clockOf, laterRounds } from '@/lib/sla'
import type { TicketState } from '@/lib/tickets/states'
import type { AnswerPromise, SeededMarketplace } from './world'

/* What a request carries besides its words, once it has been played: its promises, and what lists and reports read. */

type ClockRow = Prisma.SlaClockCreateManyInput & { dueAt: Date | null }
type Place = { marketplaceId: string; ticketId: string; partnerId: string }

/** The clocks of a played request: the first answer's, and that of its newest round after an answer. */
export function clocksOf(
  { hours }: SeededMarketplace,
  place: Place,
  promise: AnswerPromise,
  states: readonly ClockEvent[],
): ClockRow[] {
  const row = (kind: string, targetMinutes: number, events: readonly ClockEvent[]) => {
    const clock = clockOf(hours, targetMinutes * MINUTE, events)
    const startedAt = events[0]?.at ?? new Date(0)
    const { id: policyId, calendarId } = promise
    return { ...place, kind, policyId, calendarId, targetMinutes, startedAt, ...cached(clock) }
  }
  const first = row('first_answer', promise.firstAnswerMinutes, states)
  const round = laterRounds(states).at(-1)
  if (!round || promise.nextAnswerMinutes === null) return [first]
  return [first, row('next_answer', promise.nextAnswerMinutes, round.events)]
}

function cached(clock: Clock) {
  return { dueAt: clock.dueAt, pausedAt: clock.phase === 'paused' ? clock.changedAt : null, metAt: clock.metAt }
}

/** What the ticket's row keeps of it for lists and reports. `states`: its state changes, oldest first. */
export function keptOf(
  { hours }: SeededMarketplace,
  states: readonly ClockEvent[],
  clocks: readonly ClockRow[],
  news: { partner: Date | null; staff: Date },
) {
  const opened = states[0]?.at ?? new Date(0)
  const took = (at: Date | undefined) => (at ? Math.floor(business(hours, opened, at) / MINUTE) : null)
  const reached = (wanted: TicketState) => states.find(({ state }) => state === wanted)?.at
  const running = clocks.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []))
  return {
    consideredAt: opened,
    dueAt: running.length > 0 ? new Date(Math.min(...running)) : null,
    firstAnsweredAt: reached('answered') ?? null,
    firstAnswerTook: took(reached('answered')),
    completionTook: took(reached('completed')),
    partnerNewsAt: news.partner,
    staffNewsAt: news.staff,
  }
}
