import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineOf } from '@/lib/escalation/deadline'
import { heldUntil, openWindows } from '@/lib/escalation/paging-window'
import type { Paging, PolicyTarget } from '@/lib/escalation/policy-schema'
import { simulatePolicy } from '@/lib/escalation/simulate-policy'
import type { Schedule } from '@/lib/oncall'
import { OUT_POLICIES } from '@/prisma/seeds/out-policies'

const at = (text: string) => new Date(text)
const OFFICE: Paging = {
  window: { timeZone: 'Europe/Rome', spans: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }] },
  hold: ['P1', 'P2'],
}
const always = { holidays: [], nextOn: (from: Date) => from }
const FRIDAY_EVENING = at('2026-03-06T19:00:00Z')
const MONDAY_NINE = at('2026-03-09T08:00:00Z')

describe('the hours of a policy', () => {
  test('what can wait waits for the next opening; what cannot, and what comes in time, does not', () => {
    expect(heldUntil(OFFICE, 'P2', FRIDAY_EVENING, always)).toEqual({ until: MONDAY_NINE, why: 'window' })
    expect(heldUntil(OFFICE, 'P0', FRIDAY_EVENING, always)).toBeNull()
    expect(heldUntil(OFFICE, 'P2', MONDAY_NINE, always)).toBeNull()
    expect(heldUntil({ ...OFFICE, hold: undefined }, 'P2', FRIDAY_EVENING, always)).toBeNull()
    expect(heldUntil({}, 'P2', FRIDAY_EVENING, always)).toBeNull()
  })

  test('the opening keeps its local time across the change of clocks, and holidays are closed', () => {
    // Rome's clocks go forward on Sunday, 29 March.
    const friday = at('2026-03-27T20:00:00Z')
    expect(heldUntil(OFFICE, 'P2', friday, always)?.until).toEqual(at('2026-03-30T07:00:00Z'))
    const holidays = [{ date: '2026-03-30', name: 'Founding day', open: [{ from: '10:00', to: '11:00' }] }]
    expect(heldUntil(OFFICE, 'P2', friday, { ...always, holidays })?.until).toEqual(at('2026-03-31T07:00:00Z'))
  })

  test('hours past midnight belong to the day they begin on', () => {
    const nights: Paging = {
      hold: ['P2'],
      window: { timeZone: 'UTC', spans: [{ weekdays: [7], from: '22:00', to: '06:00' }] },
    }
    expect(heldUntil(nights, 'P2', at('2026-03-09T05:59:00Z'), always)).toBeNull()
    expect(heldUntil(nights, 'P2', at('2026-03-09T06:00:00Z'), always)?.until).toEqual(at('2026-03-15T22:00:00Z'))
  })

  test('until somebody is on: both are waited for, and what never comes holds nothing back', () => {
    const waits: Paging = { ...OFFICE, holdUntilSomeoneIsOn: true }
    const tuesday = at('2026-03-10T09:00:00Z')
    const nextOn = (from: Date) => (from < tuesday ? tuesday : from)
    expect(heldUntil(waits, 'P2', FRIDAY_EVENING, { holidays: [], nextOn })).toEqual({
      until: tuesday,
      why: 'nobody_on',
    })
    // On call at night only: nobody is ever on within the hours.
    const nightly = (from: Date) =>
      new Date(Math.ceil((from.getTime() - 80_000_000) / 86_400_000) * 86_400_000 + 80_000_000)
    expect(heldUntil(waits, 'P2', FRIDAY_EVENING, { holidays: [], nextOn: nightly })).toBeNull()
    expect(heldUntil(waits, 'P2', FRIDAY_EVENING, { holidays: [], nextOn: () => null })).toBeNull()
    expect(
      heldUntil({ hold: ['P2'], holdUntilSomeoneIsOn: true }, 'P2', FRIDAY_EVENING, { holidays: [], nextOn }),
    ).toEqual({ until: tuesday, why: 'nobody_on' })
  })

  test('the last reason counts: somebody is on, and the hours have closed meanwhile', () => {
    const waits: Paging = { ...OFFICE, holdUntilSomeoneIsOn: true }
    const evening = at('2026-03-06T19:30:00Z')
    const nextOn = (from: Date) => (from < evening ? evening : from)
    expect(heldUntil(waits, 'P2', at('2026-03-06T10:00:00Z'), { holidays: [], nextOn })).toEqual({
      until: MONDAY_NINE,
      why: 'window',
    })
  })

  test('hours without a minute hold nothing back, hours from nine to nine are a day, a zone that is none is a fault', () => {
    const hours = (spans: NonNullable<Paging['window']>['spans'], timeZone = 'UTC'): Paging => ({
      hold: ['P2'],
      window: { timeZone, spans },
    })
    expect(heldUntil(hours([]), 'P2', FRIDAY_EVENING, always)).toBeNull()
    const monday = hours([{ weekdays: [1], from: '09:00', to: '09:00' }])
    expect(heldUntil(monday, 'P2', at('2026-03-09T20:00:00Z'), always)).toBeNull()
    expect(heldUntil(monday, 'P2', at('2026-03-10T09:00:00Z'), always)?.until).toEqual(at('2026-03-16T09:00:00Z'))
    const nowhere = hours([{ weekdays: [1], from: '09:00', to: '10:00' }], 'Europe/Atlantis')
    expect(() => heldUntil(nowhere, 'P2', FRIDAY_EVENING, always)).toThrow(RangeError)
    expect(openWindows({}, FRIDAY_EVENING, MONDAY_NINE, [])).toEqual([{ from: FRIDAY_EVENING, to: MONDAY_NINE }])
  })

  test('an answer is never in the past, and at its end nothing is held', () => {
    const span = fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.constantFrom('00:00', '02:30', '09:00', '22:00'),
      to: fc.constantFrom('06:00', '02:00', '18:00', '24:00'),
    })
    const zone = fc.constantFrom('Europe/Rome', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    const moment = fc.integer({ min: 0, max: 366 * 1440 }).map((minute) => new Date(Date.UTC(2026, 0, 1, 0, minute)))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), zone, moment, (spans, timeZone, now) => {
        const paging: Paging = { hold: ['P1'], window: { timeZone, spans } }
        const held = heldUntil(paging, 'P1', now, always)
        if (!held) return
        expect(held.until.getTime()).toBeGreaterThan(now.getTime())
        expect(heldUntil(paging, 'P1', held.until, always)).toBeNull()
        expect(heldUntil(paging, 'P1', new Date(held.until.getTime() - 60_000), always)).toEqual(held)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the deadline of a call (000-16)', () => {
  const opened = at('2026-03-06T19:00:00Z')
  const hours = (count: number) => new Date(opened.getTime() + count * 3_600_000)

  test.each([
    ['P0', 1],
    ['P1', 24],
    ['P2', 168],
  ])('%s: %i hours', (severity, count) => {
    const policy = OUT_POLICIES.find((one) => one.severity === severity)
    expect(deadlineOf((policy?.steps ?? []) as never, opened)).toEqual(hours(count))
  })

  test('a step for the partner and others is no longer the partner’s alone; without others all steps are its', () => {
    const asks = { delaySeconds: 3_600, targets: [{ kind: 'partner_contacts' as const }] }
    const both = { delaySeconds: 60, targets: [...asks.targets, { kind: 'leads' as const }] }
    expect(deadlineOf([asks, both, asks], opened)).toEqual(hours(1))
    expect(deadlineOf([asks, asks], opened)).toEqual(hours(2))
  })

  test('a policy that does not ask the partner first has none', () => {
    expect(deadlineOf([{ delaySeconds: 60, targets: [{ kind: 'leads' }] }], opened)).toBeNull()
    expect(deadlineOf([], opened)).toBeNull()
  })
})

describe('the simulator', () => {
  const week: Schedule = {
    timeZone: 'UTC',
    overrides: [],
    rules: [],
    rotations: [
      {
        id: 'r',
        layer: 0,
        versions: [
          {
            validFrom: at('2026-03-02T09:00:00Z'),
            kind: 'daily',
            length: 1,
            anchor: '2026-03-02T09:00',
            participants: ['ada', 'bo'],
          },
        ],
      },
    ],
  }
  const schedule: PolicyTarget = { kind: 'schedule', scheduleId: 's' }
  const people = { leads: ['lea'], consultant: null }
  const range = { from: at('2026-03-01T00:00:00Z'), to: at('2026-03-04T00:00:00Z') }

  test('says who each step calls, shift by shift, and where nobody is called', () => {
    const policy = { paging: {}, steps: [{ delaySeconds: 300, targets: [schedule] }] }
    const found = simulatePolicy(policy, new Map([['s', week]]), people, range)
    expect(found.map(({ from, steps, gap }) => [from.toISOString().slice(0, 16), steps[0]?.people, gap])).toEqual([
      ['2026-03-01T00:00', [], true],
      ['2026-03-02T09:00', ['ada'], false],
      ['2026-03-03T09:00', ['bo'], false],
    ])
    expect(found.at(-1)?.to).toEqual(range.to)
  })

  test('leads and systems are there at any hour, and what is held is said until when', () => {
    const steps = [
      { delaySeconds: 60, targets: [{ kind: 'leads' as const }, { kind: 'webhook' as const, endpointId: 'e' }] },
    ]
    const found = simulatePolicy({ paging: OFFICE, steps }, new Map(), people, range)
    expect(
      found.map(({ from, heldUntil: held, gap }) => [
        from.toISOString().slice(5, 16),
        held?.toISOString().slice(5, 16),
        gap,
      ]),
    ).toEqual([
      ['03-01T00:00', '03-02T08:00', false],
      ['03-02T08:00', undefined, false],
      ['03-02T17:00', '03-03T08:00', false],
      ['03-03T08:00', undefined, false],
      ['03-03T17:00', '03-04T08:00', false],
    ])
    expect(found[0]?.steps[0]).toEqual({ people: ['lea'], systems: 1, partner: false })
  })

  test('an empty range has nothing to say', () => {
    expect(simulatePolicy({ paging: {}, steps: [] }, new Map(), people, { from: range.to, to: range.from })).toEqual([])
  })
})
