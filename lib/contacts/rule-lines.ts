import type { z } from 'zod/mini'
import { LINES_MOST, type RuleLine, type rulesInput } from './schema'

/** The lines that a form holds: one of each field a line (`rulesInput` sees to that). */
export function linesOf({ method, delay, severity }: z.infer<typeof rulesInput>): RuleLine[] {
  const [delays, severities] = [listOf(delay), listOf(severity)]
  return listOf(method).map((methodId, place) => ({
    methodId,
    delayMinutes: delays[place] ?? 0,
    minSeverity: severities[place] ?? 'P2',
  }))
}

function listOf<T>(one: T | T[] | undefined): T[] {
  if (one === undefined) return []
  return Array.isArray(one) ? one : [one]
}

/** 'up 2', 'down 0', 'remove 1', or 'add': one more line by the method `spare`, five minutes after the last. */
export function changed(lines: readonly RuleLine[], change: string | undefined, spare?: string): RuleLine[] {
  const [what, at] = (change ?? '').split(' ')
  const place = Number(at)
  if (what === 'add' && spare && lines.length < LINES_MOST)
    return [...lines, { methodId: spare, delayMinutes: lines.length === 0 ? 0 : 5, minSeverity: 'P2' }]
  if (what === 'remove') return lines.filter((_line, index) => index !== place)
  if (what === 'up') return swapped(lines, place - 1)
  return what === 'down' ? swapped(lines, place) : [...lines]
}

/** The lines with those at `place` and after it exchanged, where both exist. */
function swapped(lines: readonly RuleLine[], place: number): RuleLine[] {
  const [first, second] = [lines[place], lines[place + 1]]
  if (!first || !second) return [...lines]
  return lines.with(place, second).with(place + 1, first)
}

/** Two lines that say exactly the same would only double a message: the first stays. */
export function withoutTwins(lines: readonly RuleLine[]): RuleLine[] {
  const said = (line: RuleLine) => `${line.methodId} ${line.delayMinutes} ${line.minSeverity}`
  return lines.filter((line, index) => lines.findIndex((other) => said(other) === said(line)) === index)
}
