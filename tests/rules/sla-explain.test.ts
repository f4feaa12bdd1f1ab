import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { business, type CalendarHours, toInstant } from '@/lib/calendar'
import { type ClockEvent, type ClockGoal, clockOf, explainDeadline, readClock, type Segment } from '@/lib/sla'
import { hoursFor, momentIn, weekdays, window } from './calendar-arbitraries'
import { conversation } from './sla-oracle'
import { day, minute, target } from './sla-worlds'

const hour = 60 * minute
const zone = 'Europe/Rome'
const at = (date: string, time: string) => toInstant(date, time, zone, 'start')
const event = (state: ClockEvent['state'], date: string, time: string): ClockEvent => ({ state, at: at(date, time) })
const counted = (segments: readonly Segment[]) =>
  segments.filter(({ why }) => why === 'counted').reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)

describe('explain this deadline', () => {
  test('invariants 23, 24, 26: the segments tile the time, and what is counted is the target, or what was consumed', () => {
    const worlds = window.chain((around) =>
      fc.record({
        hours: hoursFor(around),
        events: momentIn(around, 1000).chain((from) => conversation(from.getTime(), 9 * 60)),
        wait: fc.integer({ min: -2 * day, max: 3 * day }),
        promise: target,
        goal: fc.constantFrom<ClockGoal>('answer', 'resolution'),
      }),
    )
    fc.assert(
      fc.property(worlds, ({ hours, events, wait, promise, goal }) => {
        const last = events.at(-1)?.at.getTime() ?? 0
        const now = new Date(Math.max(last + wait, last))
        const clock = clockOf(hours, promise, events, goal)
        const { segments, dueAt } = explainDeadline(hours, promise, events, now, goal)
        const reading = readClock(hours, clock, now)
        expect(dueAt).toEqual(reading.breachedAt ?? reading.dueAt)
        let reached = events[0]?.at
        let spent = 0
        for (const segment of segments) {
          expect(segment.from).toEqual(reached)
          expect(segment.to.getTime()).toBeGreaterThan(segment.from.getTime())
          const open = business(hours, segment.from, segment.to)
          if (segment.why === 'counted') expect(open).toBe(segment.to.getTime() - segment.from.getTime())
          if (segment.why === 'closed' || segment.why === 'holiday') expect(open).toBe(0)
          expect(segment.ahead).toBe(segment.from >= now)
          expect(segment.holiday !== null).toBe(segment.why === 'holiday')
          spent += segment.why === 'counted' ? open : 0
          expect(segment.spent).toBe(spent)
          reached = segment.to
        }
        expect(counted(segments.filter(({ ahead }) => !ahead))).toBe(reading.consumed)
        if (dueAt) expect(counted(segments.filter(({ late }) => !late))).toBe(promise)
        else expect(counted(segments)).toBe(reading.consumed)
      }),
      { numRuns: 1500 },
    )
  })

  const office: CalendarHours = {
    ...weekdays(zone, ['09:00', '13:00'], ['14:00', '18:00']),
    holidays: [
      { date: '2026-12-07', name: 'Ponte' },
      { date: '2026-12-08', name: 'Immacolata', open: [{ from: '09:00', to: '11:00' }] },
      { date: '2026-12-06', name: 'A Sunday' },
    ],
  }
  const told = (segments: readonly Segment[]) =>
    segments.map(({ from, to, why, holiday, ahead, late }) => [
      from.toISOString().slice(5, 16),
      to.toISOString().slice(5, 16),
      holiday ?? why,
      ...(ahead ? ['ahead'] : []),
      ...(late ? ['late'] : []),
    ])

  test('S6 (zammad#390): closed hours, lunch and each holiday by its name, in order; a Sunday is closed anyway', () => {
    const events = [
      event('created', '2026-12-04', '17:50'),
      event('awaiting_partner', '2026-12-08', '10:00'),
      event('in_progress', '2026-12-09', '09:30'),
    ]
    const way = explainDeadline(office, 2 * hour, events, at('2026-12-09', '10:00'))
    expect(way.dueAt).toEqual(at('2026-12-09', '10:20'))
    expect(told(way.segments)).toEqual([
      ['12-04T16:50', '12-04T17:00', 'counted'],
      ['12-04T17:00', '12-06T23:00', 'closed'],
      ['12-06T23:00', '12-07T23:00', 'Ponte'],
      ['12-07T23:00', '12-08T08:00', 'Immacolata'],
      ['12-08T08:00', '12-08T09:00', 'counted'],
      ['12-08T09:00', '12-09T08:30', 'partner'],
      ['12-09T08:30', '12-09T09:00', 'counted'],
      ['12-09T09:00', '12-09T09:20', 'counted', 'ahead'],
    ])
  })

  test('time after a broken deadline is told as late, up to now', () => {
    const way = explainDeadline(office, hour, [event('created', '2026-12-09', '09:00')], at('2026-12-09', '10:30'))
    expect(told(way.segments)).toEqual([
      ['12-09T08:00', '12-09T09:00', 'counted'],
      ['12-09T09:00', '12-09T09:30', 'counted', 'late'],
    ])
  })

  test('S11 (glpi#23359): answered, taken up again, solved and reopened: a resolution says of each that it did not count', () => {
    const events = [
      event('created', '2026-12-09', '09:00'),
      event('answered', '2026-12-09', '10:00'),
      event('in_progress', '2026-12-09', '11:00'),
      event('completed', '2026-12-09', '12:00'),
      event('in_progress', '2026-12-10', '09:00'),
    ]
    const way = explainDeadline(office, 3 * hour, events, at('2026-12-10', '09:00'), 'resolution')
    expect(way.dueAt).toEqual(at('2026-12-10', '10:00'))
    expect(told(way.segments)).toEqual([
      ['12-09T08:00', '12-09T09:00', 'counted'],
      ['12-09T09:00', '12-09T10:00', 'answered'],
      ['12-09T10:00', '12-09T11:00', 'counted'],
      ['12-09T11:00', '12-10T08:00', 'completed'],
      ['12-10T08:00', '12-10T09:00', 'counted', 'ahead'],
    ])
  })

  test('what was answered or cancelled ends there', () => {
    const answered = [event('created', '2026-12-09', '09:00'), event('answered', '2026-12-09', '10:00')]
    expect(explainDeadline(office, 3 * hour, answered, at('2026-12-20', '10:00'))).toMatchObject({
      dueAt: null,
      segments: [{ why: 'counted', spent: hour, ahead: false }],
    })
    const cancelled = [answered[0] as ClockEvent, { ...event('completed', '2026-12-09', '10:00'), cancelled: true }]
    expect(explainDeadline(office, 3 * hour, cancelled, at('2026-12-20', '10:00'), 'resolution').segments).toHaveLength(
      1,
    )
  })

  test('events written in the other order than they happened still tile the time', () => {
    const events = [
      event('created', '2026-12-09', '09:00'),
      event('awaiting_partner', '2026-12-09', '10:00'),
      event('answered', '2026-12-09', '12:00'),
      event('in_progress', '2026-12-09', '11:00'),
    ]
    const way = explainDeadline(office, 3 * hour, events, at('2026-12-09', '12:30'), 'resolution')
    expect(told(way.segments).slice(0, 3)).toEqual([
      ['12-09T08:00', '12-09T09:00', 'counted'],
      ['12-09T09:00', '12-09T10:00', 'partner'],
      ['12-09T10:00', '12-09T11:30', 'counted'],
    ])
  })
})
