import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOf, hoursOf } from '@/lib/integration/contact-hours'
import { instantIn, nextLook, pauseFault } from '@/lib/integration/pause-times'
import { contactInput, pauseInput, SEVERITIES } from '@/lib/integration/schema'
import { type Callable, whoToCall } from '@/lib/integration/who-to-call'

const office = {
  timeZone: 'Europe/Rome',
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
}
const MONDAY_NOON = new Date('2026-03-02T11:00:00Z')
const SUNDAY_NIGHT = new Date('2026-03-01T02:00:00Z')
const contact = (membershipId: string, more: Partial<Callable> = {}): Callable => ({
  membershipId,
  position: 0,
  minSeverity: 'P2',
  hours: null,
  ...more,
})

describe('whom to call (000-11, 000-15)', () => {
  test('000-15 by severity: who takes only the most severe is not called for less', () => {
    const contacts = [
      contact('a', { minSeverity: 'P0' }),
      contact('b', { minSeverity: 'P1', position: 1 }),
      contact('c', { position: 2 }),
    ]
    expect(SEVERITIES.map((severity) => whoToCall(contacts, severity, MONDAY_NOON))).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['c'],
    ])
  })

  test('000-11 by hour, in their order; at nobody’s hour everybody whose severity fits', () => {
    const contacts = [contact('late', { position: 2 }), contact('office', { hours: office, position: 1 })]
    expect(whoToCall(contacts, 'P1', MONDAY_NOON)).toEqual(['office', 'late'])
    expect(whoToCall(contacts, 'P1', SUNDAY_NIGHT)).toEqual(['late'])
    expect(whoToCall([contact('office', { hours: office })], 'P1', SUNDAY_NIGHT)).toEqual(['office'])
  })

  test('hours that cannot be read silence nobody', () => {
    const odd = { timeZone: 'Nowhere/Land', spans: [] }
    expect(whoToCall([contact('a', { hours: odd })], 'P0', SUNDAY_NIGHT)).toEqual(['a'])
  })

  test('never empty while anybody takes this severity, and never anybody who does not', () => {
    const any = fc.record({
      membershipId: fc.uuid(),
      position: fc.nat(9),
      minSeverity: fc.constantFrom(...SEVERITIES),
      hours: fc.constantFrom(null, office, { ...office, spans: [] }),
    })
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 6 }),
        fc.constantFrom(...SEVERITIES),
        fc.date({ min: SUNDAY_NIGHT, max: new Date('2027-01-01'), noInvalidDate: true }),
        (contacts, severity, now) => {
          const called = whoToCall(contacts, severity, now)
          const fitting = contacts.filter(({ minSeverity }) => minSeverity >= severity)
          expect(called.length > 0).toBe(fitting.length > 0)
          expect(called.every((id) => fitting.some(({ membershipId }) => membershipId === id))).toBe(true)
        },
      ),
    )
  })
})

describe('times of a maintenance (000-08)', () => {
  const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)

  test('it ends after it begins, within two weeks, and is not announced too far ahead', () => {
    expect(pauseFault(at('10:00'), at('10:00'), at('12:00'))).toBeNull()
    expect(pauseFault(at('10:00'), at('12:00'), at('12:00'))).toBe('pause_backwards')
    expect(pauseFault(at('10:00'), at('08:00'), at('09:00'))).toBe('pause_backwards')
    expect(pauseFault(at('10:00'), at('10:00'), new Date('2026-03-16T10:00:01Z'))).toBe('pause_too_long')
    expect(pauseFault(at('10:00'), new Date('2026-06-01'), new Date('2026-06-02'))).toBe('pause_too_far')
  })

  test('the worker reminds before the end, once, and not of what is shorter than that', () => {
    const long = { fromAt: at('10:00'), untilAt: at('12:00'), remindedAt: null }
    expect(nextLook(long, 30, at('10:00'))).toEqual(at('11:30'))
    expect(nextLook({ ...long, remindedAt: at('11:30') }, 30, at('11:30'))).toEqual(at('12:00'))
    expect(nextLook(long, 120, at('10:00'))).toEqual(at('12:00'))
    expect(nextLook(long, 0, at('10:00'))).toEqual(at('12:00'))
  })

  test('local times are read in the zone of whoever wrote them', () => {
    expect(instantIn('2026-03-02T12:30', 'Europe/Rome')).toEqual(at('11:30'))
    expect(instantIn('2026-02-30T12:30', 'Europe/Rome')).toBeUndefined()
    expect(instantIn('2026-03-02T12:30', 'Nowhere/Land')).toBeUndefined()
  })

  test('what a form sends is cleaned and measured', () => {
    const form = { until: '2026-03-02T12:30', reason: '  New\u200B  server ' }
    expect(pauseInput.parse(form)).toEqual({ from: '', until: '2026-03-02T12:30', reason: 'New server' })
    expect(pauseInput.safeParse({ ...form, until: 'tomorrow' }).success).toBe(false)
    expect(pauseInput.safeParse({ ...form, reason: ' ' }).success).toBe(false)
  })
})

describe('hours of a contact (000-11)', () => {
  const input = (more: Record<string, unknown>) =>
    contactInput.parse({
      member: crypto.randomUUID(),
      minSeverity: 'P1',
      when: 'hours',
      from: '09:00',
      to: '18:00',
      timeZone: 'Europe/Madrid',
      ...more,
    })

  test('a night belongs to the day on which it begins', () => {
    expect(hoursOf(input({ days: ['7'], from: '22:00', to: '06:00' }))).toEqual({
      timeZone: 'Europe/Madrid',
      spans: [
        { weekday: 7, from: '22:00', to: '24:00' },
        { weekday: 1, from: '00:00', to: '06:00' },
      ],
    })
    expect(hoursOf(input({ days: '1', timeZone: 'Nowhere' }))).toBe('unknown_zone')
    expect(hoursOf(input({ days: [], when: 'always' }))).toBeNull()
  })

  test('days and times are needed where hours are asked for', () => {
    expect(() => input({ days: [] })).toThrow()
    expect(() => input({ days: ['1'], from: '' })).toThrow()
  })

  test('what was saved is shown again as it was asked for', () => {
    const day = fc.constantFrom('1', '2', '3', '4', '5', '6', '7')
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1 }), time, time, (days, from, to) => {
        fc.pre(from !== to && !(from > to && from === '00:00'))
        const hours = hoursOf(input({ days, from, to }))
        if (!hours || hours === 'unknown_zone') throw new Error('no hours')
        expect(askedOf(hours)).toEqual({ days: days.map(Number).sort(), from, to })
      }),
    )
  })
})
