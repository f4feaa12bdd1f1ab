import { describe, expect, test } from 'vitest'
import { transition } from '@/lib/escalation/transition'
import type { Command } from '@/lib/escalation/transition-types'
import { DAY, kinds, mail, minutes, NIGHT, NOVA, OPEN, plan, rowAfter, told } from './transition-nova'

describe('the ladder', () => {
  test('a silent night: two steps, twice, then the leads every 10 minutes', () => {
    let row = rowAfter(NOVA, [0, OPEN])
    const story: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const due = plan(row, { kind: 'Timer' }, row.nextAt as Date)
      row = { ...row, ...due.patch }
      const at = (due.events[0]?.at.getTime() ?? 0) - NIGHT.getTime()
      story.push(`${at / 60_000} ${row.state} ${row.loop}.${row.step} ${told(due)}`)
    }
    expect(story).toEqual([
      '5 PAGING 1.2 bruno',
      '10 PAGING 2.1 marta',
      '15 PAGING 2.2 bruno',
      '20 UNANSWERED 2.3 lead',
      '30 UNANSWERED 3.3 lead',
      '40 UNANSWERED 4.3 lead',
    ])
  })

  test('invariant 11: an empty step is passed in the same tick, with an event', () => {
    const opened = plan(null, OPEN, NIGHT, { ...NOVA, steps: [[], [mail('bruno')]] })
    expect(kinds(opened)).toEqual(['opened', 'step_skipped', 'step_entered'])
    expect(opened.patch).toMatchObject({ step: 2, nextAt: minutes(5) })
  })

  test('a step whose copies all failed makes the next one due now; the catch-all keeps its pace', () => {
    const paging = rowAfter(NOVA, [0, OPEN])
    const failed = plan(paging, { kind: 'StepFailed', place: { epoch: 1, loop: 1, step: 1 } }, minutes(1))
    expect(failed.patch.nextAt).toEqual(minutes(1))
    expect(plan(paging, { kind: 'StepFailed', place: { epoch: 1, loop: 1, step: 0 } }, minutes(1)).noop).toBe('stale')
    const unanswered = rowAfter({ ...NOVA, steps: [] }, [0, OPEN])
    const place = { epoch: 1, loop: 1, step: unanswered.step }
    expect(unanswered.state).toBe('UNANSWERED')
    expect(plan(unanswered, { kind: 'StepFailed', place }, minutes(1)).noop).toBe('stale')
  })

  test('a failed assessment pages', () => {
    const failed: Command = { kind: 'StepFailed', place: { epoch: 1, loop: 1, step: 0 } }
    expect(rowAfter(DAY, [0, OPEN], [1, failed], [1, { kind: 'Timer' }]).state).toBe('PAGING')
  })
})

describe('the owner', () => {
  const owned = rowAfter(NOVA, [0, OPEN], [1, { kind: 'Ack', by: 'marta' }])

  test('invariant 10: a second tap is nothing; another person is told by whom and since when', () => {
    expect(plan(owned, { kind: 'Ack', by: 'marta' }).noop).toBe('already_yours')
    const details = { by: 'marta', at: minutes(1) }
    const late = transition(owned, { kind: 'Ack', by: 'bruno' }, minutes(2), NOVA)
    expect(late).toEqual({ ok: false, why: 'already_acked', details })
  })

  test('lets go: a new epoch from the first step; an old "let go" never takes it from the next owner', () => {
    const unack: Command = { kind: 'Unack', by: 'marta', asOf: { epoch: 1 } }
    const again = plan(owned, unack, minutes(9))
    expect({ ...owned, ...again.patch }).toMatchObject({
      state: 'PAGING',
      epoch: 2,
      loop: 1,
      step: 1,
      ackedBy: null,
      nextAt: minutes(14),
    })
    const next = rowAfter(
      NOVA,
      [0, OPEN],
      [1, { kind: 'Ack', by: 'marta' }],
      [9, unack],
      [10, { kind: 'Ack', by: 'bruno' }],
    )
    expect(plan(next, unack, minutes(11)).noop).toBe('stale')
  })

  test('passes on: a new epoch from the next step', () => {
    const passed = plan(owned, { kind: 'Escalate', by: 'marta', asOf: { epoch: 1, loop: 1, step: 1 } }, minutes(9))
    expect(kinds(passed)).toEqual(['passed_on', 'step_entered'])
    expect({ ...owned, ...passed.patch }).toMatchObject({ state: 'PAGING', epoch: 2, loop: 1, step: 2, ackedBy: null })
    expect(told(passed)).toEqual(['bruno'])
  })

  test('invariant 10: a stale "pass on" is a no-op', () => {
    const paging = rowAfter(NOVA, [0, OPEN])
    const tap: Command = { kind: 'Escalate', by: 'marta', asOf: { epoch: 1, loop: 1, step: 1 } }
    const passed = { ...paging, ...plan(paging, tap, minutes(1)).patch }
    expect(passed).toMatchObject({ epoch: 1, step: 2 })
    expect(plan(passed, tap, minutes(1)).noop).toBe('stale')
  })

  test('invariant 10: "pass on" from a page of before it was taken leaves the owner hers', () => {
    const tap: Command = { kind: 'Escalate', by: 'bruno', asOf: { epoch: 1, loop: 1, step: 1 } }
    expect(plan(owned, tap, minutes(2))).toMatchObject({ noop: 'stale', patch: {}, events: [], deliveries: [] })
  })

  test('who just said "can\'t take it" is not paged by the very next step', () => {
    const alone = { ...NOVA, steps: [[mail('marta')], [mail('marta')]] }
    const tap: Command = { kind: 'Escalate', by: 'marta', asOf: { epoch: 1, loop: 1, step: 1 } }
    const passed = plan(rowAfter(alone, [0, OPEN]), tap, minutes(1), alone)
    expect(passed.patch.state).toBe('UNANSWERED')
    expect(told(passed)).toEqual(['lead'])
  })

  test('ack_expiry: untouched for an hour, it is paged again; touched, it waits an hour from then', () => {
    const strict = { ...NOVA, policy: { ...NOVA.policy, ackExpirySeconds: 3600 } }
    const row = rowAfter(strict, [0, OPEN], [1, { kind: 'Ack', by: 'marta' }])
    expect(row.nextAt).toEqual(minutes(61))
    const touched = plan(row, { kind: 'Timer' }, minutes(61), { ...strict, ownerTouchedAt: minutes(30) })
    expect(touched.patch.nextAt).toEqual(minutes(90))
    expect(kinds(touched)).toEqual(['ack_extended'])
    const expired = plan(row, { kind: 'Timer' }, minutes(61), strict)
    expect(kinds(expired)).toEqual(['ack_expired', 'step_entered'])
    expect({ ...row, ...expired.patch }).toMatchObject({ epoch: 2, loop: 1, step: 1, ackedBy: null })
  })
})
