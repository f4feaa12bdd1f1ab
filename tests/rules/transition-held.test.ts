import { describe, expect, test } from 'vitest'
import { nextMove } from '@/lib/escalation/next-move'
import type { Command, Context } from '@/lib/escalation/transition-types'
import { CALL, DAY, kinds, mail, minutes, NIGHT, NOVA, OPEN, plan, rowAfter, told } from './transition-nova'

const HELD: Context = { ...NOVA, holdUntil: minutes(300), holdWhy: 'window' }
const TIMER: Command = { kind: 'Timer' }

describe('a policy that holds pages back', () => {
  test('opens without a page, says until when, and goes on by itself when its hours begin', () => {
    const opened = plan(null, OPEN, NIGHT, HELD)
    expect(kinds(opened)).toEqual(['opened', 'held'])
    expect(opened.events[1]).toMatchObject({ nextAt: minutes(300), why: 'window', epoch: 1, loop: 1, step: 0 })
    expect(opened.deliveries).toEqual([])
    const row = rowAfter(HELD, [0, OPEN])
    expect(row).toMatchObject({ state: 'PAGING', step: 0, nextAt: minutes(300) })
    const due = plan(row, TIMER, minutes(300), HELD)
    expect(kinds(due)).toEqual(['step_entered'])
    expect(told(due)).toEqual(['marta'])
  })

  test('is asked to assess at once all the same; the assessment that ends waits for the hours', () => {
    const asked = plan(null, OPEN, NIGHT, { ...HELD, staffed: true })
    expect(kinds(asked)).toEqual(['opened', 'assess_asked'])
    const row = rowAfter({ ...HELD, staffed: true }, [0, OPEN])
    expect(kinds(plan(row, TIMER, minutes(15), HELD))).toEqual(['assess_timed_out', 'held'])
    expect(kinds(plan(row, { kind: 'Confirm', by: 'ada' }, minutes(3), HELD))).toEqual(['confirmed', 'held'])
  })

  test('between two steps and in the widest circle it stays where it is', () => {
    const paging = rowAfter(NOVA, [0, OPEN])
    const held = plan(paging, TIMER, minutes(5), HELD)
    expect(held.patch).toEqual({ nextAt: minutes(300), lastSeq: 3 })
    const nobody = { ...NOVA, steps: [[], []] }
    const unanswered = rowAfter(nobody, [0, OPEN])
    const resting = plan(unanswered, TIMER, minutes(10), { ...HELD, steps: [[], []] })
    expect(resting.patch).toMatchObject({ state: 'PAGING', nextAt: minutes(300) })
    expect(resting.patch.loop).toBeUndefined()
    const again = plan({ ...unanswered, ...resting.patch }, TIMER, minutes(300), { ...nobody, holdUntil: minutes(300) })
    expect(again.patch).toMatchObject({ state: 'UNANSWERED', loop: 2 })
  })

  test('who was woken passes it on whatever the hour, each tap once (invariant 10)', () => {
    const row = rowAfter(HELD, [0, OPEN])
    const tap: Command = { kind: 'Escalate', by: 'marta', asOf: { epoch: 1, loop: 1, step: 0 } }
    const passed = plan(row, tap, minutes(1), HELD)
    expect(kinds(passed)).toEqual(['passed_on', 'step_skipped', 'step_entered'])
    expect(told(passed)).toEqual(['bruno'])
    expect(plan({ ...row, ...passed.patch }, tap, minutes(1), HELD).noop).toBe('stale')
  })

  test('let go, it waits without an owner, in a new epoch', () => {
    const owned = rowAfter(NOVA, [0, OPEN], [1, { kind: 'Ack', by: 'marta' }])
    const let_go = plan(owned, { kind: 'Unack', by: 'marta', asOf: { epoch: 1 } }, minutes(2), HELD)
    expect({ ...owned, ...let_go.patch }).toMatchObject({ state: 'PAGING', epoch: 2, step: 0, ackedBy: null })
    expect(let_go.deliveries).toEqual([])
  })

  test('a severity that does not wait pages now; one that does goes on waiting', () => {
    const row = { ...rowAfter(HELD, [0, OPEN]), severity: 'P2' as const }
    const up: Command = { kind: 'SeverityUp', by: 'ada', severity: 'P0' }
    expect(plan(row, up, minutes(1), NOVA).patch).toMatchObject({ severity: 'P0', nextAt: minutes(1) })
    expect(plan(row, up, minutes(1), HELD).patch.nextAt).toBeUndefined()
    const paging = { ...rowAfter(NOVA, [0, OPEN]), severity: 'P2' as const }
    expect(plan(paging, up, minutes(1), NOVA).patch.nextAt).toBeUndefined()
  })

  test('looked at again when who is on call has changed: held until then, or on at once, each once', () => {
    const row = rowAfter(HELD, [0, OPEN])
    const look: Command = { kind: 'LookAgain', asOf: { epoch: row.epoch, loop: row.loop, step: row.step } }
    expect(plan(row, look, minutes(1), HELD).noop).toBe('not_later')
    const sooner = plan(row, look, minutes(1), { ...HELD, holdUntil: minutes(60) })
    expect(sooner.patch).toEqual({ nextAt: minutes(60), lastSeq: row.lastSeq + 1 })
    const on = plan(row, look, minutes(1), NOVA)
    expect(kinds(on)).toEqual(['step_entered'])
    expect(plan({ ...row, ...on.patch }, look, minutes(1), NOVA).noop).toBe('stale')
    const assessed = { ...row, state: 'ASSESSING' as const }
    expect(plan(assessed, look, minutes(1), NOVA).noop).toBe('stale')
  })

  test('every list says that it is held, and a wait that is no longer than its place’s is none', () => {
    const at = minutes(300)
    const row = rowAfter(HELD, [0, OPEN])
    expect(nextMove(row, NOVA.policy, minutes(10))).toEqual({ at, move: 'hold_ends' })
    expect(nextMove({ ...row, step: 1 }, NOVA.policy, minutes(10))).toEqual({ at, move: 'hold_ends' })
    expect(nextMove({ ...row, step: 1 }, NOVA.policy, minutes(295))).toEqual({ at, move: 'pages_next' })
    expect(nextMove({ ...row, step: 3 }, NOVA.policy, minutes(289))).toEqual({ at, move: 'hold_ends' })
    expect(nextMove({ ...row, step: 3 }, NOVA.policy, minutes(290))).toEqual({ at, move: 'repages' })
    expect(nextMove({ ...row, state: 'UNANSWERED', step: 3 }, NOVA.policy, minutes(0))?.move).toBe('repages')
    expect(nextMove({ ...row, state: 'ASSESSING' }, NOVA.policy, minutes(0))?.move).toBe('assess_ends')
    expect(nextMove({ ...row, state: 'ACKED' }, NOVA.policy, minutes(0))?.move).toBe('ack_expires')
    expect(nextMove({ ...row, nextAt: null }, NOVA.policy, minutes(0))).toBeNull()
  })

  test('maintenance ends a call before any hours are asked (invariant 18)', () => {
    const out: Command = { ...OPEN, direction: 'OUT' }
    const resting = { ...CALL, holdUntil: minutes(300), partnerInMaintenance: true }
    expect(kinds(plan(null, out, NIGHT, resting))).toEqual(['maintenance'])
    const called = rowAfter({ ...CALL, steps: [[], []] }, [0, out])
    expect(kinds(plan(called, TIMER, minutes(10), resting))).toEqual(['maintenance'])
  })
})

describe('another system among those who are told', () => {
  const system = { membershipId: null, endpointId: 'pager', methods: mail('x').methods }

  test('gets a copy of its own that says which system it is, once', () => {
    const opened = plan(null, OPEN, NIGHT, { ...NOVA, steps: [[system, system, mail('marta')], []] })
    expect(opened.deliveries.map(({ membershipId, endpointId }) => [membershipId, endpointId])).toEqual([
      [null, 'pager'],
      ['marta', undefined],
    ])
    expect(opened.events.at(-1)).toMatchObject({ kind: 'step_entered', receivers: 2 })
  })

  test('is told all the same when a person passes it on', () => {
    const context = { ...NOVA, steps: [[mail('marta')], [system, mail('marta')]] }
    const tap: Command = { kind: 'Escalate', by: 'marta', asOf: { epoch: 1, loop: 1, step: 1 } }
    const passed = plan(rowAfter(context, [0, OPEN]), tap, minutes(1), context)
    expect(passed.deliveries.map(({ endpointId }) => endpointId)).toEqual(['pager'])
  })
})

describe('what nobody claimed', () => {
  test('is paged at once, by day too; taking it confirms nothing, and there is nothing to decide (A8)', () => {
    const row = rowAfter(CALL, [0, OPEN])
    expect(row).toMatchObject({ state: 'PAGING', step: 1 })
    expect(kinds(plan(row, { kind: 'Ack', by: 'marta' }, minutes(1), CALL))).toEqual(['acked'])
    expect(() => plan(row, { kind: 'Confirm', by: 'ada' }, minutes(1), CALL)).toThrow('not_assessing')
  })

  test('an owner who has left: the run is everybody’s again, in a new epoch', () => {
    const owned = rowAfter(DAY, [0, OPEN], [1, { kind: 'Ack', by: 'marta' }])
    const left = plan(owned, { kind: 'Unack', by: null, asOf: { epoch: 1 } }, minutes(9))
    expect(kinds(left)).toEqual(['unacked', 'step_entered'])
    expect(left.events[0]?.by).toBeNull()
    expect({ ...owned, ...left.patch }).toMatchObject({ state: 'PAGING', epoch: 2, ackedBy: null })
  })

  test('words change nothing else, and a closed run takes none', () => {
    const row = rowAfter(CALL, [0, OPEN])
    const note: Command = { kind: 'Note', by: 'marta', text: 'restarting' }
    expect(plan(row, note, minutes(1), CALL)).toMatchObject({ patch: { lastSeq: 3 }, deliveries: [] })
    const closed = rowAfter(CALL, [0, OPEN], [1, { kind: 'Resolve', by: 'marta' }])
    expect(() => plan(closed, note, minutes(2), CALL)).toThrow('closed')
  })
})
