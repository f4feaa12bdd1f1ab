import { test } from 'vitest'
import { watchTalks } from '../rules/sla-oracle'

test('invariants 22, 25, 26, 27: the three clocks of 100,000 conversations, 0 mismatches', () => {
  watchTalks(2_500)
}, 600_000)
