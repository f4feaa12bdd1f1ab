import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toInstant, wallAt } from '@/lib/calendar'
import { keepFigures } from '../faults/figures'
import { timeText } from '../rules/calendar-arbitraries'
import { zoneYears } from '../rules/minute-walk'
import { clusterUrl } from '../setup/cluster'

/*
 * Local time by the minute for a year: ours (Temporal over the rules of Node's ICU) against Postgres' own. The two carry
 * their zone rules apart, in versions of their own; where only one of them knows a law of this year they may differ
 * (lib/decisions: zone rules). Then this test fails and its message names both versions.
 */
const MINUTE = 60_000
const versions = `Node's zone rules are ${process.versions.tz}`

const walked = [...zoneYears, ['Pacific/Chatham', 2026] as const]

describe('a year by the minute against Postgres AT TIME ZONE', () => {
  let client: pg.Client
  const seen = { zones: 0, minutes: 0, mismatches: 0 }
  beforeAll(async () => {
    client = new pg.Client({ connectionString: clusterUrl() })
    await client.connect()
  })
  afterAll(async () => {
    keepFigures('postgres-zones', { ...seen, node: process.versions.tz })
    await client.end()
  })

  /** What Postgres' wall shows in each minute from `from` on: minutes since 1970-01-01T00:00 of that wall. */
  async function wallsOf(zone: string, from: number, to: number): Promise<number[]> {
    const { rows } = await client.query<{ walls: number[] }>(
      `select array_agg((extract(epoch from (t at time zone $1)) / 60)::int order by t) as walls
         from generate_series(to_timestamp($2), to_timestamp($3), interval '1 minute') as t`,
      [zone, from / 1000, (to - MINUTE) / 1000],
    )
    return rows[0]?.walls ?? []
  }

  test.each(walked)('invariants 20, 22: %s in %i, 0 mismatches', async (zone, year) => {
    const from = Date.UTC(year, 0, 1) - 26 * 60 * MINUTE
    const to = Date.UTC(year + 1, 0, 1) + 26 * 60 * MINUTE
    const walls = await wallsOf(zone, from, to)
    expect(walls).toHaveLength((to - from) / MINUTE)
    let mismatches = 0
    const wrong: string[] = []
    const note = (what: string) => {
      mismatches++
      if (wrong.length < 5) wrong.push(what)
    }

    const first = new Map<number, number>()
    const last = new Map<number, number>()
    for (const [index, wall] of walls.entries()) {
      const time = from + index * MINUTE
      if (wallAt(zone, time) !== wall * MINUTE) note(`the wall at ${new Date(time).toISOString()}`)
      if (!first.has(wall)) first.set(wall, time)
      last.set(wall, time)
    }

    // Each local minute of the year: shown once, twice or, when clocks go forward, never.
    let later = 0
    for (let wall = Date.UTC(year, 0, 1) / MINUTE; wall < Date.UTC(year + 1, 0, 1) / MINUTE; wall++) {
      const starts = first.get(wall)
      while (starts === undefined && (walls[later] ?? Number.POSITIVE_INFINITY) <= wall) later++
      const skipped = from + later * MINUTE
      const date = new Date(Math.floor(wall / 1440) * 86_400_000).toISOString().slice(0, 10)
      const local = timeText(wall % 1440)
      if (toInstant(date, local, zone, 'start').getTime() !== (starts ?? skipped)) note(`${date} ${local} as a start`)
      if (toInstant(date, local, zone, 'end').getTime() !== (last.get(wall) ?? skipped))
        note(`${date} ${local} as an end`)
    }
    seen.zones++
    seen.minutes += walls.length
    seen.mismatches += mismatches
    expect({ zone, year, mismatches, wrong }, versions).toEqual({ zone, year, mismatches: 0, wrong: [] })
  })
})
