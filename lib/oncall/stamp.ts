import { createHash } from 'node:crypto'
import type { StoredSchedule } from './store'

/**
 * Which state of the layers and hours this is: two edits that were begun on the same state cannot both be saved.
 * Overrides are left out: they come and go beside every edit and never contradict one.
 */
export function stampOf({ rotations, rules }: StoredSchedule): string {
  const parts = [
    ...rotations.flatMap(({ versions }) => versions.map(({ id }) => id)),
    ...rules.map(({ id, validTo }) => `${id} ${validTo?.getTime() ?? ''}`),
  ]
  return createHash('sha256').update(parts.sort().join('\n')).digest('base64url').slice(0, 22)
}
