import { describe, expect, test } from 'vitest'
import { mailWay, modeOf } from '@/lib/notifications/mail-way'
import { PARTNER_NOTICES, STAFF_NOTICES } from '@/lib/notifications/schema'

const of = (chosen: Parameters<typeof mailWay>[1]) =>
  Object.fromEntries([...PARTNER_NOTICES, ...STAFF_NOTICES].map((kind) => [kind, mailWay(kind, chosen)]))

describe('which way a mail takes (002-07)', () => {
  test('each: every one at once', () => {
    expect(new Set(Object.values(of('each')))).toEqual(new Set(['now']))
  })

  test('only when needed: a question, a deadline, a decision, work that is hers, an answer that did not leave', () => {
    const now = Object.entries(of('needed')).flatMap(([kind, way]) => (way === 'now' ? [kind] : []))
    expect(now.sort()).toEqual([
      'agent.answer_kept',
      'agent.assigned',
      'claim.decided',
      'promise.breach',
      'promise.warning',
      'ticket.asked',
      'ticket.reminder',
    ])
    expect(Object.values(of('needed'))).not.toContain('digest')
  })

  test('a digest: everything waits but what is of no use a day later', () => {
    const now = Object.entries(of('digest')).flatMap(([kind, way]) => (way === 'now' ? [kind] : []))
    expect(now.sort()).toEqual(['agent.answer_kept', 'claim.decided', 'promise.breach', 'promise.warning'])
    expect(Object.values(of('digest'))).not.toContain('never')
  })

  test('who chose nothing: partners get each, staff what needs them', () => {
    expect([modeOf(null, 'partner'), modeOf(null, 'staff')]).toEqual(['each', 'needed'])
    expect(mailWay('ticket.answered', null)).toBe('now')
    expect(mailWay('agent.replied', null)).toBe('never')
    expect(mailWay('agent.assigned', null)).toBe('now')
  })
})
