/*
 * The oracle: a clock on the wall, read minute by minute through Intl, which the rules under test do not use.
 * Whatever a formula says about local time, this is what somebody who watched the clock all along would have seen.
 */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Zones whose clocks have embarrassed somebody, each with a year in which they did. */
export const zoneYears = [
  ['America/Havana', 2026],
  ['Asia/Beirut', 2026],
  ['Australia/Lord_Howe', 2026],
  ['Africa/Casablanca', 2025],
  ['Pacific/Apia', 2011],
  ['Antarctica/Troll', 2026],
  ['Asia/Kathmandu', 1985],
  ['Europe/Rome', 2026],
  ['America/Sao_Paulo', 2018],
  ['Europe/Moscow', 2014],
  ['America/New_York', 2026],
  ['Asia/Kolkata', 2026],
  ['America/St_Johns', 2010],
] as const

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the wall shows at `instant`, as minutes since 1970-01-01T00:00 of that wall. */
export function wallMinute(zone: string, instant: number): number {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    clocks.set(zone, clock)
  }
  // '03/29/2026, 02:30'
  const text = clock.format(instant)
  const part = (from: number, to: number) => Number(text.slice(from, to))
  return Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17)) / minute
}

/** The hours (epoch ms) of `year` within which the zone's offset changes. */
export function changesOf(zone: string, year: number): number[] {
  const found: number[] = []
  let last: number | undefined
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += hour) {
    const offset = wallMinute(zone, time) - time / minute
    if (last !== undefined && offset !== last) found.push(time)
    last = offset
  }
  return found
}

export type Window = { zone: string; from: number; to: number }

/** A few days around every change of the year, around its end, and in an ordinary week. */
export function windowsOf(zone: string, year: number): Window[] {
  const middles = [...changesOf(zone, year), Date.UTC(year, 6, 8), Date.UTC(year + 1, 0, 1)]
  return middles.map((middle) => ({ zone, from: middle - 2 * day, to: middle + 2 * day }))
}

let sampled: Window[] | undefined

export function sampledWindows(): Window[] {
  sampled ??= zoneYears.flatMap(([zone, year]) => windowsOf(zone, year))
  return sampled
}

/** The walls of [from, to), minute by minute. */
export class MinuteWalk {
  readonly walls: number[] = []
  readonly #first = new Map<number, number>()
  readonly #last = new Map<number, number>()

  constructor(
    readonly zone: string,
    readonly from: number,
    readonly to: number,
  ) {
    for (let time = from; time < to; time += hour) {
      const wall = wallMinute(zone, time)
      // An hour after which the wall is an hour on had no change in it, so its minutes need not be asked one by one.
      const steady = wallMinute(zone, time + hour) === wall + 60
      for (let ahead = 0; ahead < 60 && time + ahead * minute < to; ahead++) {
        this.#see(steady ? wall + ahead : wallMinute(zone, time + ahead * minute))
      }
    }
  }

  #see(wall: number): void {
    const index = this.walls.push(wall) - 1
    if (!this.#first.has(wall)) this.#first.set(wall, index)
    this.#last.set(wall, index)
  }

  instant(index: number): number {
    return this.from + index * minute
  }

  /** The minute at which the wall shows `wall`; when it never does, the first that shows more. May lie past the end. */
  indexOf(wall: number, edge: 'start' | 'end'): number {
    const seen = (edge === 'start' ? this.#first : this.#last).get(wall)
    if (seen !== undefined) return seen
    const later = this.walls.findIndex((shown) => shown > wall)
    return later < 0 ? this.walls.length : later
  }

  /** The local days that the walk meets, and one more on either side (days since 1970-01-01). */
  days(): number[] {
    const shown = new Set(this.walls.map((wall) => Math.floor(wall / 1440)))
    const sorted = [...shown].sort((a, b) => a - b)
    const [first = 0] = sorted
    const last = sorted.at(-1) ?? first
    return Array.from({ length: last - first + 3 }, (_, index) => first - 1 + index)
  }
}
