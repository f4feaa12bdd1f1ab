import { describe, expect, test } from 'vitest'
import { nextShiftOf, onCall, type Rotation, type RotationVersion, type Schedule, schedule, shifts } from '@/lib/oncall'

const at = (text: string) => new Date(text)
const longAgo = at('2001-01-01T00:00Z')

const weekly: RotationVersion = {
  validFrom: longAgo,
  kind: 'weekly',
  length: 1,
  anchor: '2026-03-02T08:30',
  participants: ['ada', 'bo'],
}
const primary: Rotation = { id: 'first', layer: 1, versions: [weekly] }
const rome: Schedule = { timeZone: 'Europe/Rome', rotations: [primary], rules: [], overrides: [] }
const second = (participants: string[]): Rotation => ({
  id: 'second',
  layer: 2,
  versions: [{ ...weekly, participants }],
})

function refusalOf(candidate: unknown): string | undefined {
  return schedule.safeParse(candidate).error?.issues[0]?.message
}

/* 2026-03-02 is a Monday; clocks in Rome go forward on 2026-03-29. */
describe('on call: cases', () => {
  test('S28 (oncall#3261), rotationdst: Monday 08:30 stays 08:30 after the clock change', () => {
    expect(
      shifts(rome, at('2026-03-23T00:00Z'), at('2026-04-07T00:00Z')).map(({ from, primary }) => [primary, from]),
    ).toEqual([
      ['ada', at('2026-03-23T00:00Z')],
      ['bo', at('2026-03-23T07:30Z')],
      ['ada', at('2026-03-30T06:30Z')],
      ['bo', at('2026-04-06T06:30Z')],
    ])
  })

  test('rotationwrap: before the anchor the turns are counted backwards', () => {
    expect(onCall(rome, at('2026-03-02T07:30Z')).primary).toBe('ada')
    expect(onCall(rome, at('2026-03-02T07:29Z')).primary).toBe('bo')
    expect(onCall(rome, at('2026-02-17T12:00Z')).primary).toBe('ada')
  })

  test('an hourly shift is counted on the wall: three hours over the gap last two', () => {
    const hourly = { ...weekly, kind: 'hourly' as const, length: 3, anchor: '2026-03-29T00:00' }
    const hours = shifts(
      { ...rome, rotations: [{ ...primary, versions: [hourly] }] },
      at('2026-03-28T23:00Z'),
      at('2026-03-29T04:00Z'),
    )
    expect(hours.map(({ primary, from, to }) => [primary, from, to])).toEqual([
      ['ada', at('2026-03-28T23:00Z'), at('2026-03-29T01:00Z')],
      ['bo', at('2026-03-29T01:00Z'), at('2026-03-29T04:00Z')],
    ])
  })

  test('a hand-off at a time shown twice happens once, at the first', () => {
    const daily = { ...weekly, kind: 'daily' as const, anchor: '2026-10-24T02:30' }
    const nights = { ...rome, rotations: [{ ...primary, versions: [daily] }] }
    expect(
      shifts(nights, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z')).map(({ primary, from }) => [primary, from]),
    ).toEqual([
      ['ada', at('2026-10-24T12:00Z')],
      ['bo', at('2026-10-25T00:30Z')],
    ])
    // 02:15 comes round again after the hand-off of 02:30: it is not taken back.
    expect(onCall(nights, at('2026-10-25T00:15Z')).primary).toBe('ada')
    expect(onCall(nights, at('2026-10-25T01:15Z')).primary).toBe('bo')
  })

  test('hours that begin or end at a time shown twice leave no hole', () => {
    const newfoundland = { ...rome, timeZone: 'America/St_Johns' }
    const on = (rule: Schedule['rules'][number], instant: string) =>
      onCall({ ...newfoundland, rules: [rule] }, at(instant)).primary !== null
    // At 00:01 on Sunday 7 November 2010 clocks went back to 23:01 on Saturday.
    const sunday = { weekdays: [7], from: '00:00', to: '24:00' }
    expect(on(sunday, '2010-11-07T02:29:59Z')).toBe(false)
    expect(on(sunday, '2010-11-07T02:45:00Z')).toBe(true)
    const fromFriday = { weekdays: [5], from: '23:45', to: '23:30' }
    expect(on(fromFriday, '2010-11-07T02:30:20Z')).toBe(true)
    expect(on(fromFriday, '2010-11-07T03:00:00Z')).toBe(false)
  })

  test('escalationgap: a gap in the cover is a shift of its own without a primary', () => {
    const rules = [{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }]
    const nights = shifts({ ...rome, rules }, at('2026-03-06T12:00Z'), at('2026-03-10T00:00Z'))
    expect(nights.map(({ primary, from }) => [primary, from])).toEqual([
      [null, at('2026-03-06T12:00Z')],
      ['ada', at('2026-03-06T17:00Z')],
      [null, at('2026-03-07T07:00Z')],
      ['bo', at('2026-03-09T17:00Z')],
    ])
  })

  test('hours for one rotation leave the others alone; several rules add up', () => {
    const rules = [
      { weekdays: [6, 7], from: '00:00', to: '24:00', rotationId: 'first' },
      { weekdays: [1], from: '09:00', to: '17:00', rotationId: 'first' },
    ]
    const both = { ...rome, rotations: [second(['cy']), primary], rules }
    expect(onCall(both, at('2026-03-07T12:00Z'))).toEqual({ primary: 'ada', others: ['cy'] })
    expect(onCall(both, at('2026-03-04T12:00Z'))).toEqual({ primary: 'cy', others: [] })
    expect(onCall(both, at('2026-03-09T12:00Z'))).toEqual({ primary: 'bo', others: ['cy'] })
  })

  test('a person in two layers is named once, and the next layer does not move up a place', () => {
    const both = { ...rome, rotations: [primary, second(['ada'])] }
    expect(onCall(both, at('2026-03-04T12:00Z'))).toEqual({ primary: 'ada', others: [] })
  })

  test('cover, extra hand and absence', () => {
    const window = { from: at('2026-03-04T00:00Z'), to: at('2026-03-05T00:00Z') }
    const with_ = (add: string | null, remove: string | null) => ({ ...rome, overrides: [{ ...window, add, remove }] })
    const noon = at('2026-03-04T12:00Z')
    expect(onCall(with_('cy', 'ada'), noon)).toEqual({ primary: 'cy', others: [] })
    expect(onCall(with_('cy', 'bo'), noon)).toEqual({ primary: 'ada', others: [] })
    expect(onCall(with_('cy', null), noon)).toEqual({ primary: 'ada', others: ['cy'] })
    expect(onCall(with_(null, 'ada'), noon)).toEqual({ primary: null, others: [] })
    expect(onCall({ ...with_('cy', null), rotations: [] }, noon)).toEqual({ primary: 'cy', others: [] })
    expect(onCall(with_('cy', 'ada'), window.from).primary).toBe('cy')
    expect(onCall(with_('cy', 'ada'), window.to).primary).toBe('ada')
  })

  test('a cover may be covered in turn: overrides apply in the order they were made', () => {
    const window = { from: at('2026-03-04T00:00Z'), to: at('2026-03-05T00:00Z') }
    const overrides = [
      { ...window, add: 'cy', remove: 'ada' },
      { ...window, add: 'di', remove: 'cy' },
    ]
    expect(onCall({ ...rome, overrides }, at('2026-03-04T12:00Z')).primary).toBe('di')
  })

  test('a version without participants ends a rotation, one later in the list wins at the same instant', () => {
    const end = { ...weekly, validFrom: at('2026-03-04T00:00Z'), participants: [] }
    const again = { ...weekly, validFrom: at('2026-03-04T00:00Z'), participants: ['cy'] }
    const ended = { ...rome, rotations: [{ ...primary, versions: [weekly, end] }] }
    expect(onCall(ended, at('2026-03-03T23:59Z')).primary).toBe('ada')
    expect(onCall(ended, at('2026-03-04T00:00Z')).primary).toBeNull()
    expect(
      onCall({ ...rome, rotations: [{ ...primary, versions: [weekly, end, again] }] }, at('2026-03-04T00:00Z')).primary,
    ).toBe('cy')
    expect(
      onCall(
        { ...rome, rotations: [{ ...primary, versions: [{ ...weekly, validFrom: at('2026-03-04T00:00Z') }] }] },
        at('2026-03-03T00:00Z'),
      ).primary,
    ).toBeNull()
  })

  test('on now? next? each stretch, and the one after it', () => {
    const now = nextShiftOf(rome, 'ada', at('2026-03-04T12:00Z'))
    expect(now).toEqual({ from: at('2026-03-04T12:00Z'), to: at('2026-03-09T07:30Z'), primary: true, underWay: true })
    expect(nextShiftOf(rome, 'ada', at('2026-03-09T07:30Z'))).toEqual({
      from: at('2026-03-16T07:30Z'),
      to: at('2026-03-23T07:30Z'),
      primary: true,
      underWay: false,
    })
    expect(nextShiftOf(rome, 'zoe', at('2026-03-04T12:00Z'))).toBeNull()
    const alone = { ...rome, rotations: [{ ...primary, versions: [{ ...weekly, participants: ['ada'] }] }] }
    expect(nextShiftOf(alone, 'ada', at('2026-03-04T12:00Z'))).toMatchObject({ to: null, underWay: true })
  })
})

describe('schedule', () => {
  test('accepts what the cases use', () => {
    expect(
      refusalOf({ ...rome, rules: [{ weekdays: [1], from: '22:00', to: '06:00', rotationId: 'first' }] }),
    ).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['an unknown zone', { ...rome, timeZone: 'Europe/Atlantis' }, 'unknown_zone'],
    [
      'an anchor that does not exist',
      { ...rome, rotations: [{ ...primary, versions: [{ ...weekly, anchor: '2026-02-30T08:30' }] }] },
      'invalid_time',
    ],
    ['two rotations on one layer', { ...rome, rotations: [primary, { ...primary, id: 'other' }] }, 'layer_twice'],
    [
      'a rule for no rotation',
      { ...rome, rules: [{ weekdays: [1], from: '08:00', to: '09:00', rotationId: 'none' }] },
      'rotation_unknown',
    ],
    ['a rule without a minute', { ...rome, rules: [{ weekdays: [1], from: '08:00', to: '08:00' }] }, 'rule_empty'],
    [
      'shifts of five minutes',
      { ...rome, rotations: [{ ...primary, versions: [{ ...weekly, kind: 'custom', length: 5 }] }] },
      'shift_too_short',
    ],
    [
      'an override that ends before it begins',
      { ...rome, overrides: [{ from: at('2026-03-05T00:00Z'), to: at('2026-03-04T00:00Z'), add: 'cy', remove: null }] },
      'override_inverted',
    ],
    [
      'an override that changes nobody',
      { ...rome, overrides: [{ from: at('2026-03-04T00:00Z'), to: at('2026-03-05T00:00Z'), add: null, remove: null }] },
      'override_empty',
    ],
  ])('refuses %s', (_, candidate, why) => {
    expect(refusalOf(candidate)).toBe(why)
  })
})
