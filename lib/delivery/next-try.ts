import type { Priority } from './schema'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A page that cannot be sent within minutes is the next person's turn, not a later try's. */
const forPages = [5 * SECOND, 15 * SECOND, 45 * SECOND, 2 * MINUTE]
/** Other mail outlives a mail server's bad night. */
const forMail = [...forPages, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR]

/** How much a pause may be shorter or longer, so that what failed together does not come back together. */
const SPREAD = 0.2

/**
 * Milliseconds until the next try after `failures` known failures (1 for the first); null: give up.
 * @param chance in [0, 1), drawn by the caller
 */
export function nextTry(failures: number, priority: Priority, chance: number): number | null {
  const pause = (priority === 2 ? forMail : forPages)[failures - 1]
  return pause === undefined ? null : Math.round(pause * (1 - SPREAD + 2 * SPREAD * chance))
}
