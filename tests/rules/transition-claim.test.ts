import { describe, expect, test } from 'vitest'
import { transition } from '@/lib/escalation/transition'
import type { Command, Escalation } from '@/lib/escalation/transition-types'
import { CALL, DAY, kinds, mail, minutes, NIGHT, NOVA, OPEN, plan, rowAfter, told } from './transition-nova'

describe('a claim', () => {
  test('by day: team and person on call are asked at once, also those whose rules would wait (000-04)', () => {
    const opened = plan(null, OPEN, NIGHT, DAY)
    expect(opened.patch).toMatchObject({ state: 'ASSESSING', epoch: 1, loop: 1, step: 0, nextAt: minutes(15) })
    expect(told(opened)).toEqual(['team', 'marta'])
    expect(opened.deliveries.every((d) => d.kind === 'escalation.assess' && d.notBefore === NIGHT)).toBe(true)
  })

  test('by day with nobody to ask: pages in the same tick, never silent', () => {
    const opened = plan(null, OPEN, NIGHT, { ...DAY, assess: [{ membershipId: 'new', methods: [] }] })
    expect(kinds(opened)).toEqual(['opened', 'nobody_to_assess', 'step_entered'])
    expect(told(opened)).toEqual(['marta'])
  })

  test('by night: straight to the first step', () => {
    const opened = plan(null, OPEN)
    expect(opened.patch).toMatchObject({ state: 'PAGING', epoch: 1, loop: 1, step: 1, nextAt: minutes(5) })
    expect(told(opened)).toEqual(['marta'])
  })

  test('a rule with a delay is planned at once, for later', () => {
    const opened = plan(null, OPEN, NIGHT, { ...NOVA, steps: [[mail('marta', 120)], []] })
    expect(opened.deliveries[0]?.notBefore).toEqual(minutes(2))
  })

  test('somebody named twice in a step gets one copy', () => {
    expect(told(plan(null, OPEN, NIGHT, { ...NOVA, steps: [[mail('marta'), mail('marta')], []] }))).toEqual(['marta'])
  })

  test('again while open: an event; its owner is told, others are not', () => {
    const paging = rowAfter(NOVA, [0, OPEN])
    expect(plan(paging, { kind: 'Repeat', by: 'shop' })).toMatchObject({ patch: { lastSeq: 3 }, deliveries: [] })
    const owned = rowAfter(NOVA, [0, OPEN], [1, { kind: 'Ack', by: 'marta' }])
    const repeated = plan(owned, { kind: 'Repeat', by: 'shop' }, minutes(9), { ...NOVA, owner: mail('marta') })
    expect(repeated.deliveries).toMatchObject([{ kind: 'escalation.repeat', membershipId: 'marta' }])
    expect(kinds(repeated)).toEqual(['repeated'])
  })
})

describe('the assessment', () => {
  const asked = rowAfter(DAY, [0, OPEN])

  test('invariant 13: 15 minutes without a decision page', () => {
    expect(plan(asked, { kind: 'Timer' }, minutes(14)).noop).toBe('not_due')
    const late = plan(asked, { kind: 'Timer' }, minutes(15))
    expect(kinds(late)).toEqual(['assess_timed_out', 'step_entered'])
    expect(late.patch).toMatchObject({ state: 'PAGING', step: 1, nextAt: minutes(20) })
    expect(late.patch).not.toHaveProperty('confirmedBy')
  })

  test('confirm pages at once and says who', () => {
    const confirmed = plan(asked, { kind: 'Confirm', by: 'agent' }, minutes(2))
    expect(kinds(confirmed)).toEqual(['confirmed', 'step_entered'])
    expect(confirmed.patch).toMatchObject({ state: 'PAGING', confirmedBy: 'agent', confirmedAt: minutes(2) })
  })

  test('decline ends it with a reason and the next working time; confirming then comes too late', () => {
    const nextWorkingAt = minutes(300)
    const decline: Command = { kind: 'Decline', by: 'agent', reason: 'one order only', nextWorkingAt }
    const declined = plan(asked, decline, minutes(2))
    expect(declined.patch).toMatchObject({ state: 'DECLINED', nextAt: null })
    expect(declined.events).toMatchObject([{ kind: 'declined', by: 'agent', reason: 'one order only', nextWorkingAt }])
    const row = { ...asked, ...declined.patch }
    const late = transition(row, { kind: 'Confirm', by: 'lead' }, minutes(3), DAY)
    expect(late).toMatchObject({ ok: false, why: 'closed', details: { state: 'DECLINED' } })
    expect(plan(row, decline, minutes(3)).noop).toBe('already_closed')
  })

  test('declining comes too late once confirmed, and once paging', () => {
    const decline: Command = { kind: 'Decline', by: 'agent', reason: 'no', nextWorkingAt: NIGHT }
    const confirmed = rowAfter(DAY, [0, OPEN], [1, { kind: 'Confirm', by: 'lead' }])
    const details = { by: 'lead', at: minutes(1) }
    expect(transition(confirmed, decline, minutes(2), DAY)).toEqual({ ok: false, why: 'already_confirmed', details })
    const paging = rowAfter(NOVA, [0, OPEN])
    expect(transition(paging, decline, minutes(2), NOVA)).toMatchObject({ ok: false, why: 'not_assessing' })
  })

  test('acknowledging is confirming', () => {
    const taken = plan(asked, { kind: 'Ack', by: 'marta' }, minutes(3), DAY)
    expect(taken.events).toMatchObject([
      { kind: 'confirmed', how: 'ack', by: 'marta' },
      { kind: 'acked', by: 'marta' },
    ])
    expect(taken.patch).toMatchObject({ state: 'ACKED', ackedBy: 'marta', confirmedBy: 'marta', nextAt: null })
    expect(taken.deliveries).toEqual([])
  })

  test('also of a page that nobody assessed, but not of one that somebody confirmed', () => {
    expect(kinds(plan(rowAfter(NOVA, [0, OPEN]), { kind: 'Ack', by: 'marta' }))).toEqual(['confirmed', 'acked'])
    const confirmed = rowAfter(DAY, [0, OPEN], [1, { kind: 'Confirm', by: 'lead' }])
    expect(kinds(plan(confirmed, { kind: 'Ack', by: 'marta' }))).toEqual(['acked'])
  })
})

test('severity only rises', () => {
  const row = { ...rowAfter(NOVA, [0, OPEN]), severity: 'P1' as const }
  expect(plan(row, { kind: 'SeverityUp', by: null, severity: 'P0' }).patch).toEqual({ severity: 'P0', lastSeq: 3 })
  for (const severity of ['P1', 'P2'] as const) {
    expect(plan(row, { kind: 'SeverityUp', by: null, severity }).noop).toBe('not_higher')
  }
})

test('resolved is the end: nothing pages, taps are told so', () => {
  const row = rowAfter(NOVA, [0, OPEN], [1, { kind: 'Resolve', by: null }])
  expect(row).toMatchObject({ state: 'RESOLVED', nextAt: null })
  expect(plan(row, { kind: 'Timer' }, minutes(60)).noop).toBe('not_due')
  expect(plan(row, { kind: 'Resolve', by: 'marta' }).noop).toBe('already_closed')
  expect(transition(row, { kind: 'Ack', by: 'marta' }, minutes(2), NOVA)).toMatchObject({ ok: false, why: 'closed' })
})

test('OUT goes straight to the partner, by day too, and an acknowledgement confirms nothing (000-15)', () => {
  const opened = plan(null, { ...OPEN, direction: 'OUT' }, NIGHT, CALL)
  expect(opened.patch).toMatchObject({ state: 'PAGING', step: 1 })
  const row = { ...(opened.patch as Escalation) }
  expect(kinds(plan(row, { kind: 'Ack', by: 'technician' }, NIGHT, CALL))).toEqual(['acked'])
})

test('a command for no escalation is a bug, an opening of one that exists is not', () => {
  expect(() => transition(null, { kind: 'Timer' }, NIGHT, NOVA)).toThrow('needs an escalation')
  expect(plan(rowAfter(NOVA, [0, OPEN]), OPEN).noop).toBe('already_open')
})
