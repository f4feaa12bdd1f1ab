/* What a draft holds and where it belongs. Safe in the browser: no parser here. */

/** What a form holds by its fields' names; a name that occurs more than once has a list. */
export type Written = Record<string, string | string[]>

/** A draft as the server keeps it. `version` grows with each save. */
export type DraftView = { written: Written; version: number; updatedAt: Date }

/** Characters of a whole draft as JSON: several times the longest message with all its fields. */
export const DRAFT_LARGEST = 150_000

const places = {
  partner: /^(new|follow|reply):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  staff: /^(answer|note):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

/**
 * Whether somebody of that side writes there: `new:TOPIC`, `follow:TICKET` and `reply:TICKET` are partners',
 * `answer:TICKET` and `note:TICKET` the staff's.
 */
export function isPlaceOf(side: 'partner' | 'staff', place: string): boolean {
  return places[side].test(place)
}

/** Nothing but white space: not worth keeping. */
export function isBlank(written: Written): boolean {
  return Object.values(written).every((value) => [value].flat().every((text) => text.trim() === ''))
}

/** The same texts, whatever order they came in; a field that is empty is as good as absent. */
export function sameWritten(one: Written, other: Written): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  const text = (written: Written, name: string) => JSON.stringify([written[name] ?? ''].flat().filter(Boolean))
  return [...names].every((name) => text(one, name) === text(other, name))
}
