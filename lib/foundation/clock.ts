/**
 * The only reader of this machine's clock. Rules never call it: they are handed `now`, which use cases read from
 * the database (`app_now()`), so that one clock decides and tests can move it.
 */
export function machineNow(): Date {
  return new Date()
}

/** Milliseconds that only ever grow; for measuring how long something took, never for deadlines. */
export function stopwatch(): number {
  return performance.now()
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `instant` moved by `milliseconds` (which may be negative) of elapsed time. */
export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}
