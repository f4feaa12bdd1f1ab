import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpen, toInstant } from '@/lib/calendar'
import { type ClockEvent, clockOf, type Ladder, mostSpecific, nextRung, readClock, rungsOf, stillTold } from '@/lib/sla'
import { weekdays } from './calendar-arbitraries'
import { eventsOf, kinds, minute, target, world } from './sla-worlds'

const hour = 60 * minute
const zone = 'Europe/Rome'
const office = weekdays(zone, ['09:00', '17:00'])
const at = (date: string, time: string) => toInstant(date, time, zone, 'start')
const event = (state: ClockEvent['state'], date: string, time: string): ClockEvent => ({ state, at: at(date, time) })
/* 2026-11-20 is a Friday. */
const friday = '2026-11-20'
const monday = '2026-11-23'
const ladder: Ladder = { warnMinutes: 60, pageMinutes: 120 }
const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms)

describe.each(kinds)('the ladder of the %s clock', (_kind, reckon) => {
  const ladders = fc.record({
    warnMinutes: fc.option(fc.integer({ min: 1, max: 300 })),
    pageMinutes: fc.option(fc.integer({ min: 0, max: 300 })),
  })

  test('invariants 26, 29: rungs come in order, a warning inside open hours, and none while it stands still or is over', () => {
    fc.assert(
      fc.property(world(1000), target, ladders, ({ hours, created, pauses }, promise, asked) => {
        const events = eventsOf(created, pauses)
        const clock = reckon(hours, promise, events)
        const found = rungsOf(hours, clock, asked)
        const times = found.map(({ at: when }) => when.getTime())
        expect(times).toEqual([...times].sort((a, b) => a - b))
        for (const { rung, at: when } of found) {
          if (rung === 'warning') expect(isOpen(hours, when)).toBe(true)
          else expect(readClock(hours, clock, when).state).toBe('breached')
        }
        const last = events.at(-1)?.at ?? new Date(created)
        for (const state of ['awaiting_partner', 'completed'] as const)
          expect(rungsOf(hours, reckon(hours, promise, [...events, { at: last, state }]), asked)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('who is told, and when', () => {
  const running = clockOf(office, 4 * hour, [event('created', friday, '14:00')])

  test('an hour before, a moment after, and two hours of our turn after that: in working time', () => {
    expect(running.dueAt).toEqual(at(monday, '10:00'))
    expect(rungsOf(office, running, ladder)).toEqual([
      { rung: 'warning', at: at(monday, '09:00') },
      { rung: 'breach', at: later(at(monday, '10:00'), 1) },
      { rung: 'page', at: at(monday, '12:00') },
    ])
    expect(rungsOf(office, running, { warnMinutes: null, pageMinutes: null }).map(({ rung }) => rung)).toEqual([
      'breach',
    ])
    expect(rungsOf(office, running, { warnMinutes: null, pageMinutes: 0 }).at(-1)?.at).toEqual(
      later(at(monday, '10:00'), 1),
    )
  })

  test('S8 (zammad#4432, #2157): nobody is reminded at midnight or on Sunday', () => {
    const saturday = clockOf(office, 2 * hour, [event('created', '2026-11-21', '11:00')])
    expect(rungsOf(office, saturday, { warnMinutes: 240, pageMinutes: null })[0]?.at).toEqual(at(monday, '09:00'))
  })

  test('after a breach the clock is paused and taken up again: the page counts our turn alone, and never rings at night', () => {
    const late = [
      event('created', friday, '09:00'),
      event('awaiting_partner', friday, '14:00'),
      event('in_progress', '2026-11-21', '22:00'),
    ]
    const found = rungsOf(office, clockOf(office, 4 * hour, late), ladder)
    expect(found).toEqual([
      { rung: 'breach', at: later(at(friday, '13:00'), 1) },
      { rung: 'page', at: at(monday, '10:00') },
    ])
    const longLate = [...late.slice(0, 1), event('awaiting_partner', friday, '16:00'), ...late.slice(2)]
    expect(rungsOf(office, clockOf(office, 4 * hour, longLate), ladder).at(-1)?.at).toEqual(at(monday, '09:00'))
  })

  test('what was told is told once, and anew when the deadline has moved away', () => {
    const found = rungsOf(office, running, ladder)
    expect(nextRung(found, 0)?.rung).toBe('warning')
    expect(nextRung(found, 1)?.rung).toBe('breach')
    expect(nextRung(found, 3)).toBeNull()
    expect(stillTold(found, 1, at(monday, '09:30'))).toBe(1)
    expect(stillTold(found, 1, at(friday, '16:00'))).toBe(0)
    expect(stillTold(found, 3, at(monday, '11:00'))).toBe(2)
    expect(stillTold([], 2, at(monday, '11:00'))).toBe(2)
  })
})

describe('resolution clock: borrowed cases', () => {
  const clock = (...events: ClockEvent[]) => clockOf(office, 4 * hour, events, 'resolution')
  const opened = event('created', friday, '09:00')

  test('S4 (zammad#2579, #4516): completion meets it, however it was completed; a cancelled one is neither kept nor broken', () => {
    const done = event('completed', friday, '11:00')
    expect(clock(opened, done)).toMatchObject({ phase: 'met', metAt: at(friday, '11:00'), consumed: 2 * hour })
    expect(
      readClock(office, clock(opened, event('answered', friday, '10:00'), done), at(monday, '12:00')),
    ).toMatchObject({
      state: 'met',
      kept: true,
      consumed: hour,
    })
    expect(readClock(office, clock(opened, { ...done, cancelled: true }), at(monday, '12:00'))).toMatchObject({
      state: 'closed',
      kept: null,
    })
  })

  test('stands still while answered and while we wait for the partner', () => {
    const waits = clock(opened, event('answered', friday, '10:00'), event('awaiting_partner', friday, '12:00'))
    expect(waits).toMatchObject({ phase: 'paused', consumed: hour, dueAt: null })
    expect(clock(opened, event('answered', friday, '10:00'), event('in_progress', monday, '09:00')).dueAt).toEqual(
      at(monday, '12:00'),
    )
  })

  test('S11 (glpi#23359): solved, then taken up again: it goes on with what was left, and is open once more', () => {
    const again = clock(opened, event('completed', friday, '10:00'), event('in_progress', monday, '09:00'))
    expect(again).toMatchObject({ phase: 'running', metAt: null, consumed: hour, dueAt: at(monday, '12:00') })
    expect(readClock(office, again, at(monday, '10:00')).kept).toBeNull()
  })

  test('S15 (glpi#10594): five days of eight hours and forty hours are the same promise', () => {
    expect(clockOf(office, 40 * hour, [opened], 'resolution').dueAt).toEqual(
      clockOf(office, 5 * 8 * hour, [opened], 'resolution').dueAt,
    )
    expect(clockOf(office, 40 * hour, [opened], 'resolution').dueAt).toEqual(at('2026-11-26', '17:00'))
  })

  test('S19 (dbt_zendesk#107): hours that change while it runs are counted by the new ones alone, and no minute twice', () => {
    const events = [opened, event('answered', friday, '11:00'), event('in_progress', friday, '15:00')]
    const before = readClock(office, clock(...events), at(monday, '10:00'))
    expect(before.consumed).toBe(4 * hour + hour)
    const shorter = weekdays(zone, ['10:00', '16:00'])
    const changed = clockOf(shorter, 4 * hour, events, 'resolution')
    expect(readClock(shorter, changed, at(monday, '10:00')).consumed).toBe(2 * hour)
    expect(changed.dueAt).toEqual(at(monday, '12:00'))
  })

  test('S26: a state is told by what it is, not by its name: who renames one moves no pause', () => {
    const events = [opened, event('awaiting_partner', friday, '10:00'), event('in_progress', friday, '12:00')]
    expect(clock(...events)).toEqual(clock(...structuredClone(events)))
  })
})

describe('which promise holds (S24)', () => {
  const row = (topicId: string | null, priority: string | null, tier: string | null) => ({
    name: `${topicId ?? '-'} ${priority ?? '-'} ${tier ?? '-'}`,
    topicId,
    priority,
    tier,
  })

  test('the topic outranks the priority, the priority the tier', () => {
    const order = [
      row('t', 'high', 'key'),
      row('t', 'high', null),
      row('t', null, 'key'),
      row('t', null, null),
      row(null, 'high', 'key'),
      row(null, 'high', null),
      row(null, null, 'key'),
      row(null, null, null),
    ]
    for (let from = 0; from < order.length; from++) {
      const rest = [...order.slice(from)].reverse()
      expect(mostSpecific(rest, 't', 'high', 'key')?.name).toBe(order[from]?.name)
    }
    expect(mostSpecific(order, 'u', 'low', 'plus')?.name).toBe('- - -')
    expect(mostSpecific(order, 't', 'low', 'plus')?.name).toBe('t - -')
    expect(mostSpecific([], 't', 'high', 'key')).toBeNull()
  })

  test('whatever is asked, what wins fits, and nothing that fits outranks it', () => {
    const any = (values: string[]) => fc.option(fc.constantFrom(...values))
    const rows = fc.array(fc.tuple(any(['t', 'u']), any(['low', 'high']), any(['key', 'plus'])), { maxLength: 12 })
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('t', 'u'),
        fc.constantFrom('low', 'high'),
        fc.constantFrom('key', 'plus'),
        (all, ...asked) => {
          const won = mostSpecific(
            all.map((one) => row(...one)),
            ...asked,
          )
          const fits = (one: (typeof all)[number]) =>
            one.every((value, place) => value === null || value === asked[place])
          const fitting = all.filter(fits)
          expect(won === null).toBe(fitting.length === 0)
          const rank = (one: readonly (string | null)[]) => one.map((value) => (value === null ? '0' : '1')).join('')
          const best = fitting.map(rank).sort().at(-1)
          if (won) expect(rank([won.topicId, won.priority, won.tier])).toBe(best)
        },
      ),
    )
  })
})
