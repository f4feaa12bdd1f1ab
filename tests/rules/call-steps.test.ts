import { describe, expect, test } from 'vitest'
import { callSteps } from '@/lib/escalation/call-steps'
import { claimEvidence } from '@/lib/escalation/claim-evidence'
import { falseUrgentRate, LEAST_DECIDED } from '@/lib/escalation/false-urgent'
import type { DeliveryFate } from '@/lib/escalation/schema'
import type { EscalationEvent, Fact } from '@/lib/escalation/transition-types'

const at = new Date('2026-03-03T10:00:00Z')
const event = (seq: number, fact: Fact, by: string | null = null) => ({ seq, at, by, ...fact }) as EscalationEvent
const entered = (seq: number, step: number, receivers = 1) =>
  event(seq, { kind: 'step_entered', epoch: 1, loop: 1, step, nextAt: at, receivers })
const widest = (seq: number, loop: number) =>
  event(seq, { kind: 'unanswered', epoch: 1, loop, step: 5, nextAt: at, receivers: 2 })
const copy = (recipientId: string | null, step: number, loop = 1): DeliveryFate => ({
  id: `${recipientId} ${step}`,
  kind: 'escalation.page',
  recipientId,
  channel: 'mail',
  address: 'a@b.example',
  status: 'SENT',
  notBefore: null,
  plannedAt: at,
  settledAt: at,
  outcome: null,
  epoch: 1,
  loop,
  step,
  bundleId: null,
  attempts: [],
})
const names = new Map([['ines', 'Inés']])
const nameOf = (id: string | null) => (id && names.get(id)) || null
const kinds = (events: EscalationEvent[], fates: DeliveryFate[] = []) =>
  callSteps(events, fates, nameOf).map(({ kind }) => kind)

describe('a call as the called company reads it (000-16)', () => {
  test('its own people are named: called first, reminded then', () => {
    const steps = callSteps(
      [event(1, { kind: 'opened', direction: 'OUT', severity: 'P0' }), entered(2, 1), entered(3, 2)],
      [copy('ines', 1), copy('ines', 2), copy(null, 2)],
      nameOf,
    )
    expect(steps.map(({ kind, people }) => [kind, people.map(({ name }) => name)])).toEqual([
      ['opened', []],
      ['called', ['Inés']],
      ['reminded', ['Inés']],
    ])
  })

  test('that the staff were told is one line, however often, and once more after somebody let go', () => {
    expect(kinds([entered(1, 4), widest(2, 1), widest(3, 2)])).toEqual(['told_staff'])
    const acked = event(2, { kind: 'acked', nextAt: null }, 'ines')
    const unacked = event(3, { kind: 'unacked' }, null)
    expect(kinds([widest(1, 1), acked, unacked, widest(4, 2)])).toEqual(['told_staff', 'taken', 'let_go', 'told_staff'])
    expect(kinds([event(1, { kind: 'ack_expired' })])).toEqual(['let_go'])
  })

  test('a step that told nobody, was passed over or held is no line', () => {
    const held = event(2, { kind: 'held', nextAt: at, why: 'window', epoch: 1, loop: 1, step: 0 })
    const skipped = event(3, { kind: 'step_skipped', epoch: 1, loop: 1, step: 1 })
    expect(kinds([entered(1, 1, 0), held, skipped])).toEqual([])
  })

  test('who said that it is mended, or that it ended by itself; words and severities', () => {
    expect(kinds([event(1, { kind: 'resolved' }, 'ines')])).toEqual(['fixed'])
    expect(kinds([event(1, { kind: 'resolved' })])).toEqual(['ended'])
    const told = callSteps(
      [
        event(1, { kind: 'noted', text: 'The disk is full.' }, 'ines'),
        event(2, { kind: 'severity_raised', severity: 'P0' }),
        event(3, { kind: 'repeated' }),
        event(4, { kind: 'maintenance', direction: 'OUT', severity: 'P1', epoch: 1, loop: 1, step: 0 }),
      ],
      [],
      nameOf,
    )
    expect(told.map(({ kind, by, text }) => [kind, by, text])).toEqual([
      ['noted', 'Inés', 'The disk is full.'],
      ['raised', null, 'P0'],
      ['repeated', null, null],
      ['muted', null, null],
    ])
  })
})

describe('evidence as it is shown (000-06)', () => {
  test('a rate needs enough decided claims', () => {
    expect(falseUrgentRate({ declined: 1, decided: LEAST_DECIDED - 1 })).toBeNull()
    expect(falseUrgentRate({ declined: 1, decided: LEAST_DECIDED })).toBeCloseTo(1 / 3)
    expect(falseUrgentRate({ declined: 0, decided: 10 })).toBe(0)
  })

  test('what was not looked at is absent; times and names are such again', () => {
    const ref = (id: string | null) => (id ? { membershipId: id, name: id } : null)
    const nothing = { lifecycle: null, pause: null, ledger: null, openRuns: null, falseUrgent: null, appeal: null }
    expect(claimEvidence({}, ref)).toEqual(nothing)
    const appeal = { text: 'Look again', byId: 'ines', declinedById: 'ada', declinedAt: at.toISOString(), reason: 'No' }
    const shown = claimEvidence(
      {
        pause: { until: at.toISOString(), reason: 'Server' },
        falseUrgent: { declined: 2, decided: 4, days: 90 },
        appeal,
      },
      ref,
    )
    expect(shown).toEqual({
      ...nothing,
      pause: { until: at, reason: 'Server' },
      falseUrgent: { declined: 2, decided: 4, days: 90, rate: 0.5 },
      appeal: { text: 'Look again', by: ref('ines'), declinedBy: ref('ada'), declinedAt: at, reason: 'No' },
    })
  })
})
