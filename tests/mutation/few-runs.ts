/*
 * fast-check with few runs of each property and a fixed seed, for mutation testing alone (its Vitest config puts this in
 * the library's place): thousands of mutants are tried, and each must meet the same stories.
 */
import * as real from 'fast-check'

const RUNS = Number(process.env.WAYBILL_PROPERTY_RUNS ?? 25)

export const assert: typeof real.assert = ((property: never, given: { numRuns?: number } = {}) =>
  real.assert(property, {
    ...given,
    numRuns: Math.min(given.numRuns ?? RUNS, RUNS),
    seed: 2026,
    endOnFailure: true,
  })) as typeof real.assert

export * from 'fast-check'
export default { ...real, assert }
