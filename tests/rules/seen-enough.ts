import { expect } from 'vitest'

/**
 * That a property met what it is about more than `least` times, or it would prove nothing. With few runs, as in mutation
 * testing, once is enough.
 */
export function seenEnough(times: number, least: number): void {
  expect(times).toBeGreaterThan(process.env.WAYBILL_PROPERTY_RUNS ? 0 : least)
}
