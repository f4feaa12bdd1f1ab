import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSegments } from '@/lib/calendar'
import { onCall, shifts } from '@/lib/oncall'
import { hoursFor } from '../rules/calendar-arbitraries'
import { openMinutes } from '../rules/calendar-minutes'
import { MinuteWalk, zoneYears } from '../rules/minute-walk'
import { scheduleFor, watchedOnCall } from '../rules/oncall-worlds'

const minute = 60_000
const day = 24 * 60 * minute

/* Every minute of a year and of the days beside it; the short suite samples the same around clock changes. */
describe.each(zoneYears)('a year by the minute, %s %i', (zone, year) => {
  const around = { zone, from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) }
  const walk = new MinuteWalk(zone, around.from - 2 * day, around.to + 2 * day)
  const minutesOfYear = function* () {
    for (let time = around.from; time < around.to; time += minute) yield time
  }

  test('invariants 19, 22: the shifts of the year equal a minute walk', () => {
    fc.assert(
      fc.property(scheduleFor(around), (schedule) => {
        const watched = watchedOnCall(walk, schedule)
        const tiles = shifts(schedule, new Date(around.from), new Date(around.to))
        let tile = 0
        for (const time of minutesOfYear()) {
          while ((tiles[tile]?.to.getTime() ?? Number.POSITIVE_INFINITY) <= time) tile++
          const told = tiles[tile]
          const seen = watched[(time - walk.from) / minute]
          if (told?.primary === seen?.primary && told?.others.join() === seen?.others.join()) continue
          expect({ at: new Date(time), primary: told?.primary, others: told?.others }).toEqual({
            at: new Date(time),
            ...seen,
          })
        }
      }),
      { numRuns: 10 },
    )
  })

  test('invariant 22: who is on call in each minute of the year', () => {
    const [schedule] = fc.sample(scheduleFor(around), { numRuns: 1, seed: year })
    if (!schedule) throw new Error('no schedule')
    const watched = watchedOnCall(walk, schedule)
    for (const time of minutesOfYear()) {
      const told = onCall(schedule, new Date(time))
      const seen = watched[(time - walk.from) / minute]
      if (told.primary === seen?.primary && told.others.join() === seen.others.join()) continue
      expect({ at: new Date(time), ...told }).toEqual({ at: new Date(time), ...seen })
    }
  })

  test('invariant 22: the open segments of the year equal a minute walk', () => {
    fc.assert(
      fc.property(hoursFor(around), (hours) => {
        const open = openMinutes(walk, hours)
        const segments = openSegments(hours, new Date(around.from), new Date(around.to))
        let next = 0
        for (const time of minutesOfYear()) {
          while ((segments[next]?.to.getTime() ?? Number.POSITIVE_INFINITY) <= time) next++
          const told = (segments[next]?.from.getTime() ?? Number.POSITIVE_INFINITY) <= time
          if (told !== open[(time - walk.from) / minute]) expect.fail(`${new Date(time).toISOString()} told ${told}`)
        }
      }),
      { numRuns: 20 },
    )
  })
})
