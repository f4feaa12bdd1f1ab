import { Temporal } from 'temporal-polyfill'

/*
 * The one place that asks what a zone's clock shows. Everything above it counts in two kinds of milliseconds:
 * an *instant* (epoch milliseconds) and a *wall* (the local date and time written down as if it were UTC).
 */

/** Which instant an edge takes when its wall time happens twice: a start the first, an end the last. */
export type Edge = 'start' | 'end'

type Stretch = { from: number; to: number; offset: number }

const day = 86_400_000

/** Zone rules are read in pages of this length, numbered from 1970. */
const pageLength = 512 * day

// Zone rules do not change while the process lives, so a page is asked once: that costs far more than reading a table.
const zones = new Map<string, Map<number, Stretch[]>>()

function pageOf(zone: string, number: number): Stretch[] {
  const pages = zones.get(zone) ?? new Map<number, Stretch[]>()
  const page = pages.get(number) ?? readPage(zone, number)
  zones.set(zone, pages.set(number, page))
  return page
}

/** The zone's constant offsets during one page, in order and without gaps. */
function readPage(zone: string, number: number): Stretch[] {
  const begin = number * pageLength
  const end = begin + pageLength
  const found: Stretch[] = []
  let here = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone)
  for (;;) {
    const next = here.getTimeZoneTransition('next')
    const to = next && next.epochMilliseconds < end ? next.epochMilliseconds : end
    found.push({ from: found.at(-1)?.to ?? begin, to, offset: here.offsetNanoseconds / 1_000_000 })
    if (!next || to === end) return found
    here = next
  }
}

/** Every constant offset that two days around `time` can meet; no zone is further than that from UTC. */
function stretchesAround(zone: string, time: number): Stretch[] {
  if (Number.isNaN(time)) throw new RangeError('not a time')
  const first = Math.floor((time - 2 * day) / pageLength)
  const last = Math.floor((time + 2 * day) / pageLength)
  return first === last ? pageOf(zone, first) : [...pageOf(zone, first), ...pageOf(zone, last)]
}

/** What the zone's wall shows at `instant`. */
export function wallAt(zone: string, instant: number): number {
  const stretch = stretchesAround(zone, instant).find(({ from, to }) => from <= instant && instant < to)
  if (!stretch) throw new RangeError(`no offset known in ${zone}`)
  return instant + stretch.offset
}

/**
 * The instant at which the zone's wall shows `wall`. Monotone in `wall` for either edge:
 * a time that the clock skips is the first instant after the gap; a time shown twice is the first one for a start,
 * the last one for an end. (Temporal's own 'compatible' lets 02:30 overtake 03:00 when an hour is skipped.)
 */
export function instantOfWall(zone: string, wall: number, edge: Edge): number {
  let answer: number | undefined
  let before: Stretch | undefined
  for (const stretch of stretchesAround(zone, wall)) {
    // Skipped: the wall lies past what the clock showed before the change and short of what it shows after it.
    if (before && before.to + before.offset <= wall && wall < stretch.from + stretch.offset) return stretch.from
    const instant = wall - stretch.offset
    if (stretch.from <= instant && instant < stretch.to) {
      if (edge === 'start') return instant
      answer = instant
    }
    before = stretch
  }
  if (answer === undefined) throw new RangeError(`no instant known in ${zone}`)
  return answer
}

/** Days since 1970-01-01 of a wall. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / day)
}

/** Milliseconds of a wall at `minutes` after the midnight that begins day `dayNumber`. */
export function wallOf(dayNumber: number, minutes: number): number {
  return dayNumber * day + minutes * 60_000
}
