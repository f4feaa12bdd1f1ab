import { expect, test } from 'vitest'
import { fold } from '@/lib/escalation/fold'
import type { EscalationEvent } from '@/lib/escalation/transition-types'

const at = new Date('2026-03-28T02:00:00Z')
const opened: EscalationEvent = { seq: 1, at, by: 'shop', kind: 'opened', direction: 'IN', severity: 'P0' }
const resolved: EscalationEvent = { seq: 2, at, by: null, kind: 'resolved' }

test('invariant 3: the fold refuses a gap, a repetition and a story without a beginning', () => {
  expect(fold([opened, resolved])).toMatchObject({ state: 'RESOLVED', lastSeq: 2, severity: 'P0' })
  expect(() => fold([])).toThrow('no opening event')
  expect(() => fold([resolved])).toThrow('no opening event')
  expect(() => fold([opened, { ...resolved, seq: 3 }])).toThrow('expected 2')
  expect(() => fold([opened, { ...opened, seq: 2 }])).toThrow('opened twice')
})
