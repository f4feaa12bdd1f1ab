import { describe, expect, test } from 'vitest'
import { fold, foldOn } from '@/lib/escalation/fold'
import { nextMove, nextReached } from '@/lib/escalation/next-move'
import { partnerStep } from '@/lib/escalation/partner-step'
import { transition } from '@/lib/escalation/transition'
import type { Command, Context, Escalation, EscalationEvent, Fact } from '@/lib/escalation/transition-types'
import { CALL, DAY, kinds, mail, minutes, NIGHT, NOVA, OPEN, plan, rowAfter, told } from './transition-nova'

const paging = rowAfter(NOVA, [0, OPEN])
const asked = rowAfter(DAY, [0, OPEN])
const owned = rowAfter(NOVA, [0, OPEN], [1, { kind: 'Ack', by: 'marta' }])
const OUT: Command = { ...OPEN, direction: 'OUT' }
const place = { epoch: 1, loop: 1, step: 1 }
const nobody: Context = { ...NOVA, steps: [[], []] }

describe('what had not to be done says so, and does nothing', () => {
  const closed = rowAfter(NOVA, [0, OPEN], [1, { kind: 'Resolve', by: null }])
  const declined = rowAfter(DAY, [0, OPEN], [1, { kind: 'Decline', by: 'a', reason: 'no', nextWorkingAt: NIGHT }])

  test.each<[string, Escalation, Command, string]>([
    ['an opening of what is closed', closed, OPEN, 'already_closed'],
    ['an opening of what is declined', declined, OPEN, 'already_closed'],
    ['letting go of what nobody has', paging, { kind: 'Unack', by: 'marta', asOf: { epoch: 1 } }, 'not_acked'],
    ['letting go as of another epoch', owned, { kind: 'Unack', by: 'marta', asOf: { epoch: 2 } }, 'stale'],
    ['confirming twice', { ...paging, confirmedBy: 'lead' }, { kind: 'Confirm', by: 'agent' }, 'already_confirmed'],
    ['a step that failed when its time has come', paging, { kind: 'StepFailed', place }, 'already_due'],
    ['a failure in an earlier epoch', paging, { kind: 'StepFailed', place: { ...place, epoch: 0 } }, 'stale'],
    ['a failure in an earlier walk', paging, { kind: 'StepFailed', place: { ...place, loop: 2 } }, 'stale'],
    ['a failure of an earlier step', paging, { kind: 'StepFailed', place: { ...place, step: 2 } }, 'stale'],
    ['a failure of what somebody has', owned, { kind: 'StepFailed', place }, 'stale'],
  ])('%s', (_, row, command, noop) => {
    expect(plan(row, command, minutes(9))).toEqual({ patch: {}, events: [], deliveries: [], noop })
  })

  test('who asks for what cannot be is told the state', () => {
    const decline: Command = { kind: 'Decline', by: 'a', reason: 'no', nextWorkingAt: NIGHT }
    const why = (row: Escalation, command: Command, context = NOVA) => transition(row, command, minutes(2), context)
    expect(why(paging, decline)).toEqual({ ok: false, why: 'not_assessing', details: { state: 'PAGING' } })
    const call = rowAfter(CALL, [0, OPEN])
    expect(why(call, { kind: 'Confirm', by: 'a' }, CALL)).toEqual({
      ok: false,
      why: 'not_assessing',
      details: { state: 'PAGING' },
    })
  })
})

describe('who did what, in the words that are kept', () => {
  test('letting go, closing, noting, deciding', () => {
    const let_go = plan(owned, { kind: 'Unack', by: 'marta', asOf: { epoch: 1 } }, minutes(2))
    expect(let_go.events[0]).toEqual({ seq: 5, at: minutes(2), by: 'marta', kind: 'unacked' })
    expect(plan(paging, { kind: 'Resolve', by: 'lead' }, minutes(2)).events).toEqual([
      { seq: 3, at: minutes(2), by: 'lead', kind: 'resolved' },
    ])
    expect(plan(paging, { kind: 'Note', by: 'lead', text: 'on it' }, minutes(2)).events).toEqual([
      { seq: 3, at: minutes(2), by: 'lead', kind: 'noted', text: 'on it' },
    ])
    expect(plan(asked, { kind: 'Confirm', by: 'lead' }, minutes(2), DAY).events[0]).toMatchObject({
      kind: 'confirmed',
      how: 'decision',
      by: 'lead',
    })
  })

  test('a page that was already going on is confirmed without a further page', () => {
    const confirmed = plan(paging, { kind: 'Confirm', by: 'lead' }, minutes(2))
    expect(confirmed.patch).toEqual({ confirmedBy: 'lead', confirmedAt: minutes(2), lastSeq: 3 })
    expect(confirmed.deliveries).toEqual([])
  })

  test('a repeat tells an owner at once, and nobody while nobody has it', () => {
    const late = { ...NOVA, owner: mail('marta', 120) }
    const repeated = plan(owned, { kind: 'Repeat', by: 'shop' }, minutes(3), late)
    expect(repeated.deliveries).toMatchObject([{ kind: 'escalation.repeat', notBefore: minutes(3) }])
    expect(plan(paging, { kind: 'Repeat', by: 'shop' }, minutes(3), late).deliveries).toEqual([])
  })
})

describe('time', () => {
  test('steps and the widest circle keep the delays of their rules, an assessment does not', () => {
    const slow = { ...NOVA, steps: [[mail('marta', 120)], []], catchAll: [mail('lead', 60)] }
    expect(plan(null, OPEN, NIGHT, slow).deliveries).toMatchObject([{ notBefore: minutes(2) }])
    const unanswered = plan(null, OPEN, NIGHT, { ...slow, steps: [[], []] })
    expect(unanswered.deliveries).toMatchObject([{ membershipId: 'lead', notBefore: minutes(1) }])
  })

  test('an acknowledgement without expiry that a timer meets is let go, whenever it was touched', () => {
    const due = { ...owned, nextAt: minutes(5) }
    const touched = { ...NOVA, ownerTouchedAt: minutes(60) }
    expect(kinds(plan(due, { kind: 'Timer' }, minutes(5), touched))).toEqual(['ack_expired', 'step_entered'])
  })

  test('a hold that ends now holds nothing', () => {
    expect(kinds(plan(null, OPEN, NIGHT, { ...NOVA, holdUntil: NIGHT }))).toEqual(['opened', 'step_entered'])
    expect(kinds(plan(null, OPEN, NIGHT, { ...NOVA, holdUntil: minutes(-1) }))).toEqual(['opened', 'step_entered'])
  })

  test('a severity that no longer waits is paged within its place’s own time', () => {
    const up: Command = { kind: 'SeverityUp', by: 'ada', severity: 'P0' }
    const far = (row: Escalation) => ({ ...row, severity: 'P2' as const, nextAt: minutes(300) })
    const raised = (row: Escalation, context = NOVA) => plan(far(row), up, minutes(1), context)
    expect(raised({ ...paging, step: 0 }).patch.nextAt).toEqual(minutes(1))
    const distinct = { ...NOVA, policy: { ...NOVA.policy, steps: [{ delaySeconds: 120 }, { delaySeconds: 240 }] } }
    expect(raised(paging, distinct).patch.nextAt).toEqual(minutes(3))
    expect(raised({ ...paging, step: 2 }, distinct).patch.nextAt).toEqual(minutes(5))
    expect(raised({ ...paging, step: 3 }, distinct).patch.nextAt).toEqual(minutes(11))
    expect(raised(paging, distinct).events).toEqual([
      { seq: 3, at: minutes(1), by: 'ada', kind: 'severity_raised', severity: 'P0', nextAt: minutes(3) },
    ])
    // What waits for something else than hours keeps its time.
    for (const row of [asked, owned, { ...paging, state: 'UNANSWERED' as const }])
      expect(raised(row).patch.nextAt).toBeUndefined()
    const soon = { ...paging, severity: 'P2' as const, nextAt: minutes(2) }
    expect(plan(soon, up, minutes(1)).patch).toEqual({ severity: 'P0', lastSeq: 3 })
    expect(plan({ ...paging, severity: 'P2', nextAt: minutes(6) }, up, minutes(1)).patch.nextAt).toBeUndefined()
  })
})

describe('maintenance (invariant 18)', () => {
  const resting = { ...CALL, partnerInMaintenance: true }
  const called = rowAfter(CALL, [0, OUT])

  test('is the called partner’s own: a claim of it is paged all the same', () => {
    expect(kinds(plan(null, OPEN, NIGHT, { ...NOVA, partnerInMaintenance: true }))).toEqual(['opened', 'step_entered'])
    const silent = { ...nobody, partnerInMaintenance: true }
    expect(kinds(plan(null, OPEN, NIGHT, silent)).at(-1)).toBe('unanswered')
    const held = { ...silent, holdUntil: minutes(60) }
    expect(kinds(plan(null, OPEN, NIGHT, held))).toEqual(['opened', 'held'])
    const unanswered = rowAfter(nobody, [0, OPEN])
    expect(kinds(plan(unanswered, { kind: 'Timer' }, minutes(10), held))).toEqual(['held'])
    expect(kinds(plan(unanswered, { kind: 'Timer' }, minutes(10), silent))).toEqual(['unanswered'])
  })

  test('ends a call at whatever place its time comes: a step, the widest circle, a hold', () => {
    expect(kinds(plan(called, { kind: 'Timer' }, minutes(5), resting))).toEqual(['maintenance'])
    const unanswered = rowAfter({ ...CALL, steps: [[], []] }, [0, OUT])
    expect(kinds(plan(unanswered, { kind: 'Timer' }, minutes(10), resting))).toEqual(['maintenance'])
    const held = { ...resting, holdUntil: minutes(60) }
    expect(kinds(plan(unanswered, { kind: 'Timer' }, minutes(10), held))).toEqual(['maintenance'])
    expect(kinds(plan(unanswered, { kind: 'Timer' }, minutes(10), { ...held, partnerInMaintenance: false }))).toEqual([
      'held',
    ])
  })
})

describe('the row that events tell of (invariant 3)', () => {
  const at = minutes(7)
  const row: Escalation = { ...owned, lastSeq: 9 }
  const there = { epoch: 2, loop: 3, step: 4 }
  const waits = { ...there, nextAt: at, receivers: 1 }
  const free = { ackedBy: null, ackedAt: null }
  const after = (fact: Fact, by: string | null = 'bruno') =>
    foldOn(row, [{ seq: 10, at, by, ...fact } as EscalationEvent])

  test.each<[Fact, Partial<Escalation>]>([
    [
      { kind: 'assess_asked', ...waits },
      { ...there, state: 'ASSESSING', nextAt: at },
    ],
    [
      { kind: 'step_entered', ...waits },
      { ...there, ...free, state: 'PAGING', nextAt: at },
    ],
    [
      { kind: 'held', ...there, nextAt: at, why: 'window' },
      { ...there, ...free, state: 'PAGING', nextAt: at },
    ],
    [
      { kind: 'unanswered', ...waits },
      { ...there, ...free, state: 'UNANSWERED', nextAt: at },
    ],
    [
      { kind: 'confirmed', how: 'ack' },
      { confirmedBy: 'bruno', confirmedAt: at },
    ],
    [
      { kind: 'acked', nextAt: at },
      { state: 'ACKED', ackedBy: 'bruno', ackedAt: at, nextAt: at },
    ],
    [{ kind: 'ack_extended', nextAt: at }, { nextAt: at }],
    [{ kind: 'step_failed', nextAt: at }, { nextAt: at }],
    [{ kind: 'clock_set_back', nextAt: at }, { nextAt: at }],
    [{ kind: 'severity_raised', severity: 'P0' }, { severity: 'P0' }],
    [
      { kind: 'severity_raised', severity: 'P0', nextAt: at },
      { severity: 'P0', nextAt: at },
    ],
    [
      { kind: 'declined', reason: 'no', nextWorkingAt: at },
      { state: 'DECLINED', nextAt: null },
    ],
    [
      { kind: 'maintenance', direction: 'OUT', severity: 'P0', ...there },
      { ...there, state: 'RESOLVED', nextAt: null },
    ],
    [{ kind: 'resolved' }, { state: 'RESOLVED', nextAt: null }],
    [{ kind: 'step_skipped', ...there }, there],
    [{ kind: 'unacked' }, {}],
    [{ kind: 'ack_expired' }, {}],
    [{ kind: 'passed_on' }, {}],
    [{ kind: 'assess_timed_out' }, {}],
    [{ kind: 'nobody_to_assess' }, {}],
    [{ kind: 'repeated' }, {}],
    [{ kind: 'noted', text: 'on it' }, {}],
  ])('$0.kind', (fact, change) => {
    expect(after(fact)).toEqual({ ...row, ...change, lastSeq: 10 })
  })

  test('begins with its opening, or with the maintenance that ended it', () => {
    const opened: EscalationEvent = { seq: 1, at, by: null, kind: 'opened', direction: 'OUT', severity: 'P1' }
    expect(fold([opened])).toMatchObject({ state: 'PAGING', direction: 'OUT', nextAt: null, lastSeq: 1 })
    const ended: EscalationEvent = { ...opened, kind: 'maintenance', epoch: 1, loop: 1, step: 0 }
    expect(fold([ended])).toMatchObject({ state: 'RESOLVED', direction: 'OUT', lastSeq: 1 })
  })
})

describe('what happens next by itself', () => {
  const { policy } = NOVA
  test('each state says its move', () => {
    expect(nextMove(asked, policy, NIGHT)).toEqual({ at: minutes(15), move: 'assess_ends' })
    expect(nextMove(paging, policy, NIGHT)).toEqual({ at: minutes(5), move: 'pages_next' })
    expect(nextMove({ ...paging, step: 2 }, policy, NIGHT)).toEqual({ at: minutes(5), move: 'pages_next' })
    expect(nextMove(rowAfter(nobody, [0, OPEN]), policy, NIGHT)).toEqual({ at: minutes(10), move: 'repages' })
    expect(nextMove(owned, policy, NIGHT)).toBeNull()
    expect(nextMove({ ...owned, nextAt: minutes(60) }, policy, NIGHT)).toEqual({ at: minutes(60), move: 'ack_expires' })
    expect(nextMove({ ...paging, nextAt: minutes(60) }, policy, NIGHT)).toEqual({ at: minutes(60), move: 'hold_ends' })
  })

  test('and whom it reaches: the next step with somebody, a further walk, else the widest circle', () => {
    const who = (row: Escalation, context: Context = NOVA) =>
      nextReached(row, context).map(({ membershipId }) => membershipId)
    expect(who(paging)).toEqual(['bruno'])
    expect(who({ ...paging, step: 2 })).toEqual(['marta'])
    expect(who({ ...paging, step: 2, loop: 2 })).toEqual(['lead'])
    expect(who({ ...paging, step: 3 })).toEqual(['lead'])
    expect(who(owned)).toEqual(['marta'])
    expect(who({ ...owned, step: 2, loop: 2 })).toEqual(['marta'])
    expect(who(asked)).toEqual(['marta'])
    const unreached = { ...NOVA, steps: [[mail('marta')], [{ membershipId: 'bruno', methods: [] }]] }
    expect(who(paging, unreached)).toEqual(['marta'])
    expect(who({ ...paging, loop: 2 }, unreached)).toEqual(['lead'])
    expect(who(paging, nobody)).toEqual(['lead'])
    const half = { ...NOVA, steps: [[{ membershipId: 'off', methods: [] }, mail('marta')], []] }
    expect(who(asked, half)).toEqual(['off', 'marta'])
  })
})

describe('what the partner is shown (000-06)', () => {
  const event = (fact: Fact): EscalationEvent => ({ seq: 9, at: NIGHT, by: 'lead', ...fact }) as EscalationEvent
  const waits = { ...place, nextAt: NIGHT, receivers: 1 }

  test.each<[Fact, string]>([
    [{ kind: 'assess_asked', ...waits }, 'assessment_asked'],
    [{ kind: 'confirmed', how: 'ack' }, 'claim_confirmed'],
    [{ kind: 'step_entered', ...waits }, 'oncall_paged'],
    [{ kind: 'unanswered', ...waits }, 'oncall_unanswered'],
    [{ kind: 'acked', nextAt: null }, 'oncall_acknowledged'],
    [{ kind: 'resolved' }, 'escalation_resolved'],
  ])('$0.kind is $1', (fact, kind) => {
    expect(partnerStep(event(fact), paging)).toEqual({ kind })
  })

  test('a decline with its reason and the next working time; the widest circle once', () => {
    expect(partnerStep(event({ kind: 'declined', reason: 'one order', nextWorkingAt: minutes(60) }), asked)).toEqual({
      kind: 'claim_declined',
      data: { reason: 'one order', nextWorkingAt: minutes(60).toISOString() },
    })
    const again = event({ kind: 'unanswered', ...waits })
    expect(partnerStep(again, { ...paging, state: 'UNANSWERED' })).toBeNull()
    expect(partnerStep(again, null)).toEqual({ kind: 'oncall_unanswered' })
  })

  test('all else is the engineers’ business', () => {
    for (const kind of [
      'passed_on',
      'unacked',
      'repeated',
      'ack_expired',
      'assess_timed_out',
      'nobody_to_assess',
    ] as const)
      expect(partnerStep(event({ kind }), paging)).toBeNull()
  })
})

test('an owner who passes it on is left out of the next step alone', () => {
  const both = { ...NOVA, steps: [[mail('marta')], [mail('marta'), mail('bruno')]] }
  const passed = plan(rowAfter(both, [0, OPEN]), { kind: 'Escalate', by: 'marta', asOf: place }, minutes(1), both)
  expect(told(passed)).toEqual(['bruno'])
})
