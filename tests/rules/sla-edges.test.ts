import { expect, test } from 'vitest'
import { NoOpenTimeError, toInstant } from '@/lib/calendar'
import { type ClockEvent, type ClockState, canPromise, clockOf, readClock, warnAt } from '@/lib/sla'
import { clockIfHeld } from '@/lib/sla/clock'
import { goalOf } from '@/lib/sla/schema'
import { weekdays } from './calendar-arbitraries'

const hour = 3_600_000
const office = weekdays('Europe/Rome', ['09:00', '17:00'])
const never = { ...office, intervals: [] }
/* 2026-11-20 is a Friday. */
const at = (time: string) => toInstant('2026-11-20', time, 'Europe/Rome', 'start')
const event = (state: ClockState, time: string): ClockEvent => ({ state, at: at(time) })
const opened = event('created', '09:00')

test('a promise, and a warning, of no time are a fault', () => {
  expect(() => clockOf(office, 0, [opened])).toThrow('a promise needs more than 0 ms')
  expect(() => clockOf(office, Number.NaN, [opened])).toThrow(RangeError)
  const clock = clockOf(office, hour, [opened])
  expect(() => warnAt(office, clock, 0)).toThrow('a warning needs some time before the deadline')
})

test('hours that hold no such promise promise nothing; any other fault is one', () => {
  expect(clockIfHeld(office, hour, [opened])?.dueAt).toEqual(at('10:00'))
  expect(clockIfHeld(never, hour, [opened])).toBeNull()
  expect(() => clockOf(never, hour, [opened])).toThrow(NoOpenTimeError)
  expect(() => clockIfHeld(office, 0, [opened])).toThrow('more than 0 ms')
  expect(canPromise(never, hour, at('09:00'))).toBe(false)
  expect(() => canPromise(null as never, hour, at('09:00'))).toThrow(TypeError)
})

test('only an answer, or a solution, is a time at which it was met', () => {
  const end = (state: ClockState, goal: 'answer' | 'resolution') =>
    clockOf(office, hour, [opened, event(state, '09:30')], goal)
  expect(end('answered', 'answer')).toMatchObject({ phase: 'met', metAt: at('09:30') })
  expect(end('awaiting_partner', 'answer')).toMatchObject({ phase: 'paused', metAt: null })
  expect(end('answered', 'resolution')).toMatchObject({ phase: 'paused', metAt: null })
  expect(end('completed', 'resolution')).toMatchObject({ phase: 'met', metAt: at('09:30') })
  expect(end('completed', 'answer')).toMatchObject({ phase: 'closed', metAt: null })
})

test('a first and a next answer wait for an answer, a resolution for more', () => {
  expect((['first_answer', 'next_answer', 'resolution'] as const).map(goalOf)).toEqual([
    'answer',
    'answer',
    'resolution',
  ])
})

test('the deadline itself is in time, the next millisecond is not', () => {
  const clock = clockOf(office, hour, [opened])
  expect(readClock(office, clock, at('10:00'))).toMatchObject({ state: 'running', breachedAt: null, kept: null })
  expect(readClock(office, clock, new Date(at('10:00').getTime() + 1))).toMatchObject({
    state: 'breached',
    kept: false,
  })
})

test('a warning as long as the promise comes when the clock begins to run', () => {
  const clock = clockOf(office, hour, [opened])
  expect(warnAt(office, clock, hour)).toEqual(at('09:00'))
  expect(warnAt(office, clock, 2 * hour)).toEqual(at('09:00'))
  expect(warnAt(office, clockOf(office, hour, [opened, event('awaiting_partner', '09:10')]), hour)).toBeNull()
})
