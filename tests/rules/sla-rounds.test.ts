import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant } from '@/lib/calendar'
import {
  type ClockEvent,
  type ClockState,
  clockOf,
  laterRounds,
  openRound,
  readClock,
  roundOf,
  warnAt,
} from '@/lib/sla'
import { weekdays } from './calendar-arbitraries'
import { conversation, ours, watchTalks } from './sla-oracle'
import { minute } from './sla-worlds'

describe('rounds of next answers', () => {
  test('each begins with our turn, ends with its first answer, and they follow each other (zammad#3140, #5177)', () => {
    fc.assert(
      fc.property(conversation(0, 300), (events) => {
        const rounds = laterRounds(events)
        let place = events.findIndex(({ state }) => state === 'answered')
        for (const [index, { startedAt, events: within }] of rounds.entries()) {
          const begins = events.indexOf(within[0] as ClockEvent)
          expect(begins).toBeGreaterThan(place)
          expect(within[0]?.at).toEqual(startedAt)
          expect(ours(within[0]?.state ?? 'completed')).toBe(true)
          // Between two rounds nothing was owed: we answered last, or asked.
          expect(events.slice(place + 1, begins).some(({ state }) => ours(state))).toBe(false)
          const answers = within.map(({ state }) => state === 'answered')
          expect(answers.lastIndexOf(true)).toBe(index < rounds.length - 1 ? within.length - 1 : answers.indexOf(true))
          place = begins + within.length - 1
          expect(roundOf(events, startedAt)?.startedAt).toEqual(startedAt)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('invariant 27: what came before a round never changes what it is; a new event only adds to the newest', () => {
    fc.assert(
      fc.property(conversation(0, 300), (events) => {
        for (let length = 1; length < events.length; length++) {
          const before = laterRounds(events.slice(0, length))
          const after = laterRounds(events.slice(0, length + 1))
          expect(after.length - before.length).toBeLessThanOrEqual(1)
          expect(after.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the minute-counting oracle', () => {
  test('invariants 22, 25, 26, 27: the three clocks of 4,000 conversations against somebody who watched the clock', () => {
    watchTalks(100)
  })
})

const hour = 60 * minute
const office = weekdays('Europe/Rome', ['09:00', '17:00'])
const at = (date: string, time: string) => toInstant(date, time, 'Europe/Rome', 'start')
const event = (state: ClockState, date: string, time: string): ClockEvent => ({ state, at: at(date, time) })
/* 2026-11-20 is a Friday. */
const friday = '2026-11-20'
const monday = '2026-11-23'
const tuesday = '2026-11-24'
const opened = event('created', friday, '09:00')
const answered = event('answered', friday, '10:00')

describe('next-answer clock: borrowed cases', () => {
  const open = (...events: ClockEvent[]) => openRound([opened, answered, ...events])
  const clock = (...events: ClockEvent[]) => {
    const round = laterRounds([opened, answered, ...events]).at(-1)
    if (!round) throw new Error('nothing was begun')
    return clockOf(office, 4 * hour, round.events)
  }
  const wrote = event('in_progress', friday, '11:00')

  test('S1 (zammad#3140): the agent answered last, so nothing is owed and no clock is on', () => {
    expect(open()).toBeNull()
    expect(open(wrote)).not.toBeNull()
    expect(open(wrote, event('answered', friday, '12:00'))).toBeNull()
    expect(open(wrote, event('answered', friday, '12:00'), event('awaiting_partner', friday, '12:05'))).toBeNull()
    expect(clock(wrote, event('answered', friday, '12:00'))).toMatchObject({ phase: 'met', dueAt: null })
  })

  test('S2 (zammad#5177): before the first answer there is no next one, however often the partner writes', () => {
    const before = [opened, event('awaiting_partner', friday, '09:30'), event('in_progress', friday, '11:00')]
    expect(laterRounds(before)).toEqual([])
    expect(openRound(before)).toBeNull()
  })

  test('S3 (zammad#2082): it stops at the answer; the next round begins with nothing spent', () => {
    const again = clock(wrote, event('answered', friday, '14:00'), event('in_progress', monday, '09:00'))
    expect(again).toMatchObject({ consumed: 0, dueAt: at(monday, '13:00'), breachedAt: null })
    expect(readClock(office, clock(wrote, event('answered', friday, '14:00')), at(tuesday, '12:00'))).toMatchObject({
      state: 'met',
      kept: true,
    })
  })

  test('S5 (zammad#3410): the partner writes three times: it is counted from the first that nobody answered', () => {
    const more = clock(wrote, event('in_progress', friday, '12:00'), event('in_progress', friday, '14:30'))
    expect(more.dueAt).toEqual(at(friday, '15:00'))
  })

  test('S9 (glpi#6902, #15605): the earlier pause still counts when the promise changes, and changing back restores it', () => {
    const events = [
      opened,
      answered,
      wrote,
      event('awaiting_partner', friday, '12:00'),
      event('in_progress', friday, '15:00'),
    ]
    const round = openRound(events)?.events ?? []
    expect(clockOf(office, 2 * hour, round).dueAt).toEqual(at(friday, '16:00'))
    expect(clockOf(office, 4 * hour, round).dueAt).toEqual(at(monday, '10:00'))
    expect(clockOf(office, 2 * hour, round).dueAt).toEqual(at(friday, '16:00'))
  })

  test('S10 (glpi#10594): a pause over the weekend moves the deadline by nothing', () => {
    const late = event('in_progress', friday, '16:00')
    const paused = clock(late, event('awaiting_partner', friday, '17:00'), event('in_progress', monday, '09:00'))
    expect(paused.dueAt).toEqual(at(monday, '12:00'))
    expect(clock(late).dueAt).toEqual(at(monday, '12:00'))
  })

  test('S11 (glpi#23359): solved and taken up again, the time in between is not ours', () => {
    const reopened = clock(wrote, event('completed', friday, '12:00'), event('in_progress', monday, '09:00'))
    expect(reopened.dueAt).toEqual(at(monday, '12:00'))
    const solved = clock(wrote, event('completed', friday, '12:00'))
    expect(readClock(office, solved, at(tuesday, '12:00'))).toMatchObject({
      state: 'closed',
      breachedAt: null,
      kept: null,
    })
  })

  test('S12 (glpi#24481): no breach and no warning while it waits for the partner', () => {
    const paused = clock(wrote, event('awaiting_partner', friday, '14:59'))
    expect(readClock(office, paused, at(tuesday, '12:00'))).toMatchObject({
      state: 'paused',
      kept: null,
      breachedAt: null,
    })
    expect(warnAt(office, paused, hour)).toBeNull()
  })

  test('zammad#4432, #2157: no warning at midnight or on Sunday', () => {
    const late = clock(event('in_progress', friday, '16:30'))
    expect(late.dueAt).toEqual(at(monday, '12:30'))
    expect(warnAt(office, late, 4 * hour - 10 * minute)).toEqual(at(friday, '16:40'))
    expect(warnAt(office, late, 3.5 * hour)).toEqual(at(monday, '09:00'))
  })

  test('an answer after the deadline ends the round broken, and the round after it is new', () => {
    const broken = clock(wrote, event('answered', monday, '09:30'))
    expect(readClock(office, broken, at(monday, '10:00'))).toMatchObject({
      kept: false,
      breachedAt: at(friday, '15:00'),
    })
    const next = clock(wrote, event('answered', monday, '09:30'), event('in_progress', monday, '10:00'))
    expect(readClock(office, next, at(monday, '11:00'))).toMatchObject({ state: 'running', kept: null, left: 0.75 })
  })
})
