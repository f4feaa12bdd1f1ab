import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant, wallAt } from '@/lib/calendar'
import { zone as anyZone, timeText, window } from './calendar-arbitraries'
import { MinuteWalk, sampledWindows, wallMinute, windowsOf, zoneYears } from './minute-walk'

const edges = ['start', 'end'] as const
const edge = fc.constantFrom(...edges)

function instantOf(wall: number, zone: string, at: 'start' | 'end'): number {
  const date = new Date(Math.floor(wall / 1440) * 86_400_000).toISOString().slice(0, 10)
  return toInstant(date, timeText(((wall % 1440) + 1440) % 1440), zone, at).getTime()
}

describe('toInstant', () => {
  test('invariant 20: monotone in local time, and a start never after the end of the same time', () => {
    fc.assert(
      fc.property(window, fc.nat(4 * 1440), fc.nat(240), edge, ({ zone, from }, minutes, more, at) => {
        const wall = wallMinute(zone, from) + minutes
        expect(instantOf(wall, zone, at)).toBeLessThanOrEqual(instantOf(wall + more, zone, at))
        expect(instantOf(wall, zone, 'start')).toBeLessThanOrEqual(instantOf(wall, zone, 'end'))
      }),
      { numRuns: 3000 },
    )
  })

  test.each(zoneYears)('invariants 20, 22: equals the watched clock around every change of %s in %i', (zone, year) => {
    for (const { from, to } of windowsOf(zone, year)) {
      const walk = new MinuteWalk(zone, from, to)
      const [first = 0] = walk.walls
      const last = walk.walls.at(-1) ?? first
      // A skipped or repeated time at the very rim of the walk cannot be told from its end.
      for (let wall = first + 180; wall < last - 180; wall++) {
        for (const at of edges) {
          const told = instantOf(wall, zone, at)
          if (told !== walk.instant(walk.indexOf(wall, at))) {
            expect.fail(`${zone} ${at} ${new Date(wall * 60_000).toISOString()}: ${new Date(told).toISOString()}`)
          }
        }
      }
    }
  })

  test('the wall at an instant is what Intl shows', () => {
    for (const { zone, from, to } of sampledWindows()) {
      for (let time = from; time < to; time += 7 * 60_000) {
        if (wallAt(zone, time) / 60_000 !== wallMinute(zone, time))
          expect.fail(`${zone} ${new Date(time).toISOString()}`)
      }
    }
  })

  test('any moment from 1972 to 2100 is found again by its local time, also between two pages of the zone table', () => {
    const page = 512 * 1440
    const anywhen = fc.oneof(
      fc.integer({ min: 730 * 1440, max: 47_480 * 1440 }),
      fc
        .tuple(fc.integer({ min: 2, max: 92 }), fc.integer({ min: -4320, max: 4320 }))
        .map(([at, near]) => at * page + near),
    )
    fc.assert(
      fc.property(anyZone, anywhen, (zone, minutes) => {
        const time = minutes * 60_000
        const wall = wallMinute(zone, time)
        expect(wallAt(zone, time) / 60_000).toBe(wall)
        expect([instantOf(wall, zone, 'start'), instantOf(wall, zone, 'end')]).toContain(time)
      }),
      { numRuns: 4000 },
    )
  })

  test.each([
    [
      'a skipped time is the first instant after the gap',
      '2026-03-29',
      '02:30',
      'Europe/Rome',
      'start',
      '2026-03-29T01:00Z',
    ],
    ['the end of the gap does not come before it', '2026-03-29', '03:00', 'Europe/Rome', 'start', '2026-03-29T01:00Z'],
    ['a time shown twice starts at its first', '2026-10-25', '02:30', 'Europe/Rome', 'start', '2026-10-25T00:30Z'],
    ['a time shown twice ends at its last', '2026-10-25', '02:30', 'Europe/Rome', 'end', '2026-10-25T01:30Z'],
    ['S22: a midnight that is skipped', '2026-03-08', '00:00', 'America/Havana', 'start', '2026-03-08T05:00Z'],
    ['S22: the end of the day before it', '2026-03-07', '24:00', 'America/Havana', 'end', '2026-03-08T05:00Z'],
    ['S22: a midnight shown twice, first', '2026-11-01', '00:00', 'America/Havana', 'start', '2026-11-01T04:00Z'],
    ['S22: a midnight shown twice, last', '2026-10-31', '24:00', 'America/Havana', 'end', '2026-11-01T05:00Z'],
    ['S22: midnight in Beirut is skipped', '2026-03-29', '00:15', 'Asia/Beirut', 'start', '2026-03-28T22:00Z'],
    ['half an hour is skipped', '2026-10-04', '02:15', 'Australia/Lord_Howe', 'end', '2026-10-03T15:30Z'],
    ['two hours are skipped', '2026-03-29', '01:30', 'Antarctica/Troll', 'start', '2026-03-29T01:00Z'],
    ['two hours are shown twice', '2026-10-25', '02:00', 'Antarctica/Troll', 'end', '2026-10-25T02:00Z'],
    ['a whole day is skipped', '2011-12-30', '17:00', 'Pacific/Apia', 'end', '2011-12-30T10:00Z'],
  ] as const)('%s', (_, date, time, zone, at, instant) => {
    expect(toInstant(date, time, zone, at)).toEqual(new Date(instant))
  })

  test.each([
    ['2026-02-30', '09:00', 'Europe/Rome'],
    ['2026-2-3', '09:00', 'Europe/Rome'],
    ['2026-02-03', '9:00', 'Europe/Rome'],
    ['2026-02-03', '24:01', 'Europe/Rome'],
    ['2026-02-03', '09:00', 'Europe/Atlantis'],
  ])('refuses %s %s in %s', (date, time, zone) => {
    expect(() => toInstant(date, time, zone, 'start')).toThrow(RangeError)
  })
})
