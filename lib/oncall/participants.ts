import type { Schedule } from './schema'

/** Everybody who takes part in the layers as they turn at last, each once. */
export function participantsOf({ rotations }: Pick<Schedule, 'rotations'>): string[] {
  return [...new Set(rotations.flatMap(({ versions }) => versions.at(-1)?.participants ?? []))]
}
