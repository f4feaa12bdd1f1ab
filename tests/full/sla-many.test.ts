import { test } from 'vitest'
import { keepFigures } from '../faults/figures'
import { watchTalks } from '../rules/sla-oracle'

test('invariants 22, 25, 26, 27: the three clocks of 100,000 conversations, 0 mismatches', () => {
  watchTalks(2_500)
  keepFigures('sla-oracle', { conversations: 100_000, mismatches: 0 })
}, 600_000)
