import { expect, test } from 'vitest'
import type { DeliveryFate } from '@/lib/delivery/schema'
import { callSteps } from '@/lib/escalation/call-steps'
import { plannedWith, timeline } from '@/lib/escalation/timeline'
import type { EscalationEvent } from '@/lib/escalation/transition-types'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 0, minute))
const paged = (seq: number): EscalationEvent => {
  const place = { epoch: 1, loop: seq, step: 2 }
  return { seq, at: at(seq), by: null, kind: 'unanswered', ...place, nextAt: at(seq + 1), receivers: 1 }
}
const copy = (seq: number, kind = 'escalation.page') =>
  ({
    id: `${seq} ${kind}`,
    kind,
    plannedAt: at(seq),
    epoch: 1,
    loop: seq,
    step: 2,
    recipientId: 'marta',
  }) as DeliveryFate
const named = (membershipId: string | null) => (membershipId ? { membershipId, name: membershipId } : null)

test('a story of days is told by its beginning and its end, with one line for what lies between', () => {
  const events = [1, 2, 900, 901].map(paged)
  const fates = [1, 2, 900, 901].flatMap((seq) => [copy(seq), copy(seq, 'escalation.repeat')])
  const told = timeline(events, fates, [], named)
  expect(told.map(({ kind, data, deliveries }) => [kind, data.leftOut, deliveries.map(({ id }) => id)])).toEqual([
    ['unanswered', undefined, ['1 escalation.page']],
    ['unanswered', undefined, ['2 escalation.page']],
    ['left_out', 897, []],
    ['unanswered', undefined, ['900 escalation.page']],
    ['unanswered', undefined, ['901 escalation.page']],
  ])
  expect(plannedWith(events)).toEqual([at(1), at(2), at(900), at(901)])
  expect(callSteps(events, fates, (id) => id).map(({ kind }) => kind)).toEqual([
    'called',
    'reminded',
    'left_out',
    'reminded',
    'reminded',
  ])
})
