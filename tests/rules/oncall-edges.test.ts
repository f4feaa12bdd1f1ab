import { describe, expect, test } from 'vitest'
import { nextShiftOf, onCall, type Rotation, type RotationVersion, type Schedule, schedule, shifts } from '@/lib/oncall'
import { wallOfAnchor } from '@/lib/oncall/schema'

const at = (text: string) => new Date(text)
const weekly: RotationVersion = {
  validFrom: at('2001-01-01T00:00Z'),
  kind: 'weekly',
  length: 1,
  anchor: '2026-03-02T08:30',
  participants: ['ada', 'bo'],
}
const first: Rotation = { id: 'first', layer: 1, versions: [weekly] }
const rome: Schedule = { timeZone: 'Europe/Rome', rotations: [first], rules: [], overrides: [] }
const noon = at('2026-03-04T12:00Z')
const day = 86_400_000

const refusalOf = (candidate: unknown) => schedule.safeParse(candidate).error?.issues[0]?.message
const withRule = (from: string, to: string) => ({ ...rome, rules: [{ weekdays: [3], from, to }] })
const withVersion = (more: object) => ({ ...rome, rotations: [{ ...first, versions: [{ ...weekly, ...more }] }] })
const withOverride = (add: string | null, remove: string | null, from = '2026-03-04T00:00Z') => ({
  ...rome,
  overrides: [{ from: at(from), to: at('2026-03-05T00:00Z'), add, remove }],
})

/* What is stored was checked when it was saved; what is not as it should be is said and never guessed. */
describe('on call: edges', () => {
  test('hours or an anchor that are none are a fault, not an empty duty', () => {
    expect(() => onCall(withRule('8', '09:00'), noon)).toThrow('no such hours: 8 to 09:00')
    expect(() => onCall(withRule('08:00', '25:00'), noon)).toThrow(RangeError)
    expect(() => onCall(withVersion({ anchor: '2026-03-02' }), noon)).toThrow('no such local time: 2026-03-02')
  })

  test('hours that end when they begin are a day and a night', () => {
    expect(onCall(withRule('13:00', '13:00'), noon).primary).toBe('ada')
    expect(onCall(withRule('13:00', '13:00'), at('2026-03-05T11:59Z')).primary).toBe('ada')
    expect(onCall(withRule('13:00', '13:00'), at('2026-03-05T12:00Z')).primary).toBeNull()
  })

  test('an override that changes nobody changes nothing', () => {
    expect(onCall(withOverride(null, null), noon)).toEqual({ primary: 'ada', others: [] })
  })

  test('a first shift in 100 days is found, one in 400 days is beyond the year', () => {
    const begin = at('2026-03-04T12:00Z')
    const from = (days: number) => withVersion({ validFrom: new Date(begin.getTime() + days * day) })
    expect(nextShiftOf(from(100), 'ada', begin)?.underWay).toBe(false)
    expect(nextShiftOf(from(100), 'ada', begin)?.from.getTime()).toBeGreaterThanOrEqual(begin.getTime() + 100 * day)
    expect(nextShiftOf(from(400), 'ada', begin)).toBeNull()
  })

  test('invariant 19: what begins when the asked time ends is no shift of it', () => {
    const tiles = shifts(withOverride('cy', 'ada'), at('2026-03-03T00:00Z'), at('2026-03-04T00:00Z'))
    expect(tiles).toEqual([{ from: at('2026-03-03T00:00Z'), to: at('2026-03-04T00:00Z'), primary: 'ada', others: [] }])
    expect(shifts(rome, noon, noon)).toEqual([])
  })

  test('versions count by their time, in whatever order they stand', () => {
    const at1 = { ...weekly, validFrom: at('2026-03-04T00:00Z'), participants: ['cy', 'di'], kind: 'daily' as const }
    const at2 = { ...weekly, validFrom: at('2026-03-06T00:00Z'), participants: ['eve'] }
    const tiled = (versions: RotationVersion[]) =>
      shifts({ ...rome, rotations: [{ ...first, versions }] }, at('2026-03-03T00:00Z'), at('2026-03-08T00:00Z'))
    expect(tiled([at2, weekly, at1])).toEqual(tiled([weekly, at1, at2]))
    expect(tiled([at2, weekly, at1]).map(({ primary }) => primary)).toEqual(['ada', 'di', 'cy', 'di', 'eve'])
  })
})

describe('schedule: edges', () => {
  test.each<[string, unknown, string | undefined]>([
    ['hours that are no time', withRule('8:00', '09:00'), 'invalid_time'],
    ['hours that begin when the day ends', withRule('24:00', '09:00'), 'rule_empty'],
    ['hours that end with the day', withRule('09:00', '24:00'), undefined],
    ['the shortest shift', withVersion({ kind: 'custom', length: 15 }), undefined],
    ['a minute less', withVersion({ kind: 'custom', length: 14 }), 'shift_too_short'],
    ['long shifts of many days', withVersion({ kind: 'daily', length: 100 }), undefined],
    ['an override without length', withOverride('cy', null, '2026-03-05T00:00Z'), 'override_inverted'],
    ['an extra hand', withOverride('cy', null), undefined],
    ['an absence', withOverride(null, 'ada'), undefined],
    ['a cover', withOverride('cy', 'ada'), undefined],
    ['a cover of oneself', withOverride('ada', 'ada'), 'override_empty'],
    ['an override of nobody', withOverride(null, null), 'override_empty'],
    ['two layers', { ...rome, rotations: [first, { ...first, id: 'second', layer: 2 }] }, undefined],
    [
      'rules for all and for one of two rotations',
      {
        ...rome,
        rotations: [first, { ...first, id: 'second', layer: 2 }],
        rules: [
          { weekdays: [1], from: '08:00', to: '09:00' },
          { weekdays: [2], from: '08:00', to: '09:00', rotationId: 'second' },
        ],
      },
      undefined,
    ],
    [
      'one rule of two for no rotation',
      {
        ...rome,
        rules: [
          { weekdays: [1], from: '08:00', to: '09:00' },
          { weekdays: [2], from: '08:00', to: '09:00', rotationId: 'gone' },
        ],
      },
      'rotation_unknown',
    ],
  ])('%s', (_, candidate, why) => {
    expect(refusalOf(candidate)).toBe(why)
  })

  test('an anchor is a local date and time, and the end of a day is none', () => {
    expect(wallOfAnchor('2026-03-02T08:30')).toBe(Date.parse('2026-03-02T08:30Z'))
    for (const anchor of ['2026-03-02T24:00', '2026-03-02T8:30', '2026-03-02', '2026-02-30T08:30', 'T08:30', ''])
      expect(wallOfAnchor(anchor)).toBeUndefined()
  })
})
