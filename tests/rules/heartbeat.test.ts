import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Beat, heard, looked, missedAt } from '@/lib/alerts/heartbeat-move'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 3) + seconds * 1000)
const beat = (change: Partial<Beat> = {}): Beat => ({
  state: 'healthy',
  everySeconds: 60,
  graceSeconds: 30,
  lastSeenAt: at(0),
  nextAt: at(90),
  ...change,
})

describe('a heartbeat', () => {
  test('counts as missed after its interval and its grace, not before', () => {
    expect(looked(beat(), at(89))).toEqual({ kind: 'none', state: 'healthy', nextAt: at(90) })
    expect(looked(beat(), at(90))).toEqual({ kind: 'missed', state: 'missed', nextAt: null })
  })

  test('heard again while missed is left to the worker, which finds it returned', () => {
    const missed = beat({ state: 'missed', nextAt: null })
    expect(heard(missed, at(500))).toEqual({ state: 'missed', nextAt: at(500) })
    const back = { ...missed, lastSeenAt: at(500), nextAt: at(500) }
    expect(looked(back, at(501))).toEqual({ kind: 'returned', state: 'healthy', nextAt: at(590) })
  })

  test('heard, and silent again before the worker looked: still missed, and no second run', () => {
    const back = beat({ state: 'missed', lastSeenAt: at(500), nextAt: at(500) })
    expect(looked(back, at(700))).toEqual({ kind: 'none', state: 'missed', nextAt: null })
  })

  test('one that was never heard, or is paused, is never missed', () => {
    expect(looked(beat({ state: 'waiting', lastSeenAt: null, nextAt: null }), at(9_999)).kind).toBe('none')
    expect(looked(beat({ state: 'paused', nextAt: null }), at(9_999)).kind).toBe('none')
    expect(heard(beat({ state: 'paused', nextAt: null }), at(10))).toEqual({ state: 'paused', nextAt: null })
  })

  test('looked at twice is looked at once; what is heard in time is never missed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 9_999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.nat(20_000),
        (every, grace, now) => {
          const one = beat({
            everySeconds: every,
            graceSeconds: grace,
            nextAt: missedAt({ everySeconds: every, graceSeconds: grace }, at(0)),
          })
          const once = looked(one, at(now))
          const twice = looked({ ...one, ...once }, at(now))
          expect(twice.kind).toBe('none')
          expect(twice.state).toBe(once.state)
          expect(once.kind === 'missed').toBe(now >= every + grace)
        },
      ),
    )
  })
})
