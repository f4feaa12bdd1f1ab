import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliveryId } from '@/lib/escalation/delivery-key'
import type { PlannedDelivery } from '@/lib/escalation/transition-types'

const RUN = '0198a000-0000-7000-8000-000000000001'
const page: PlannedDelivery = {
  kind: 'escalation.page',
  epoch: 1,
  loop: 1,
  step: 1,
  membershipId: '0198a000-0000-7000-8000-00000000000a',
  ruleIndex: 0,
  channel: 'mail',
  address: 'marta@nova.example',
  notBefore: new Date('2026-03-28T02:00:00Z'),
}

test('invariant 5: the same copy has the same id, whenever it is planned', () => {
  const again = { ...page, notBefore: new Date('2026-03-28T04:00:00Z') }
  expect(deliveryId(RUN, again)).toBe(deliveryId(RUN, page))
  expect(deliveryId(RUN, page)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids written today are found again tomorrow: this one never changes', () => {
  expect(deliveryId(RUN, page)).toBe('7fd9ed44-3fcd-556c-a76b-e7702dba8514')
})

test('each part of the identity counts', () => {
  const others: Partial<PlannedDelivery>[] = [
    { kind: 'escalation.assess' },
    { epoch: 2 },
    { loop: 2 },
    { step: 2 },
    { membershipId: '0198a000-0000-7000-8000-00000000000b' },
    { ruleIndex: 1 },
    { channel: 'push' },
    { address: 'bruno@nova.example' },
  ]
  const ids = [page, ...others.map((other) => ({ ...page, ...other }))].map((copy) => deliveryId(RUN, copy))
  ids.push(deliveryId('0198a000-0000-7000-8000-000000000002', page))
  expect(new Set(ids).size).toBe(others.length + 2)
})

test('neighbouring parts never run into each other: different copies, different ids', () => {
  const part = fc.record({
    epoch: fc.integer({ min: 1, max: 12 }),
    loop: fc.integer({ min: 1, max: 12 }),
    step: fc.integer({ min: 0, max: 12 }),
    ruleIndex: fc.nat(12),
    membershipId: fc.string({ maxLength: 3 }),
    address: fc.string({ maxLength: 3 }),
  })
  fc.assert(
    fc.property(part, part, (one, other) => {
      const same = JSON.stringify(Object.values(one)) === JSON.stringify(Object.values(other))
      expect(deliveryId(RUN, { ...page, ...one }) === deliveryId(RUN, { ...page, ...other })).toBe(same)
    }),
    { numRuns: 2_000 },
  )
})
