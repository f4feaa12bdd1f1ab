import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broadestAround, companiesIn, type Report } from '@/lib/tickets/breadth'

const MINUTE = 60_000
const report = (id: string, partnerId: string, minutes: number): Report => ({
  id,
  partnerId,
  at: new Date(minutes * MINUTE),
})

const reports = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(120)), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(([partnerId, at], index) => report(String(index), partnerId, at)))

describe('breadth of a fault (002-09)', () => {
  test('companies count, not requests; both ends of the window count', () => {
    const three = [report('1', 'a', 0), report('2', 'b', 15), report('3', 'c', 30)]
    expect(companiesIn(broadestAround(three, new Date(30 * MINUTE), 30 * MINUTE))).toBe(3)
    expect(companiesIn(broadestAround(three, new Date(30 * MINUTE), 29 * MINUTE))).toBe(2)
    const twice = [report('1', 'a', 0), report('2', 'a', 1), report('3', 'b', 2)]
    expect(companiesIn(broadestAround(twice, new Date(0), 30 * MINUTE))).toBe(2)
  })

  test('the same as trying every minute at which a window that holds the request could begin', () => {
    fc.assert(
      fc.property(reports, fc.nat(11), fc.integer({ min: 0, max: 60 }), (all, which, minutes) => {
        const mine = all[which % all.length] as Report
        const found = broadestAround(all, mine.at, minutes * MINUTE)
        let most = 0
        for (let from = 0; from <= 120; from++) {
          const [begins, ends] = [from * MINUTE, (from + minutes) * MINUTE]
          if (begins > mine.at.getTime() || ends < mine.at.getTime()) continue
          most = Math.max(most, companiesIn(all.filter(({ at }) => at.getTime() >= begins && at.getTime() <= ends)))
        }
        expect(companiesIn(found)).toBe(most)
        const times = found.map(({ at }) => at.getTime())
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(minutes * MINUTE)
        expect(found).toContainEqual(mine)
      }),
      { numRuns: 2000 },
    )
  })

  test('a storm of thousands is looked at without standing still', () => {
    const storm = Array.from({ length: 20_000 }, (_, at) => report(String(at), `company ${at % 3000}`, at / 1000))
    const found = broadestAround(storm, new Date(10 * MINUTE), 30 * MINUTE)
    expect([found.length, companiesIn(found)]).toEqual([20_000, 3000])
  })

  test('the last of a group to be opened always sees the whole group', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 0, max: 60 }), (all, minutes) => {
        const broadest = Math.max(...all.map(({ at }) => companiesIn(broadestAround(all, at, minutes * MINUTE))))
        const last = [...all].sort((a, b) => a.at.getTime() - b.at.getTime())
        const seen = last.map((one, place) =>
          companiesIn(broadestAround(last.slice(0, place + 1), one.at, minutes * MINUTE)),
        )
        expect(Math.max(...seen)).toBe(broadest)
      }),
      { numRuns: 1000 },
    )
  })
})
