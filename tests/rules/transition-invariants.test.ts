import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { patience } from '@/lib/escalation/ladder'
import { isWaiting } from '@/lib/escalation/states'
import { transition } from '@/lib/escalation/transition'
import type { Escalation } from '@/lib/escalation/transition-types'
import { action, order, playStories, policy, roster, setting, World } from './transition-world'

/** As many runs as told; in `npm run test:full` a hundred times as many. */
function runs(count: number): { numRuns: number } {
  return { numRuns: process.env.WAYBILL_FULL ? count * 100 : count }
}

vi.setConfig({ testTimeout: process.env.WAYBILL_FULL ? 900_000 : 30_000 })

test('invariants 1, 2, 3, 4, 5, 7, 10, 11, 12, 13 hold in every story, plan by plan', () => {
  playStories(3_000)
}, 60_000)

test('invariant 2: however often a condition is claimed, one run is open', () => {
  fc.assert(
    fc.property(setting, fc.array(action, { maxLength: 30 }), (given, actions) => {
      const world = new World(given)
      for (const each of actions) {
        world.play({ do: 'claim' })
        world.play({ do: 'claim' })
        world.play(each)
      }
      const opened = world.runs.flatMap(({ events }) => events.filter(({ seq }) => seq === 1))
      expect(opened).toHaveLength(world.runs.length)
    }),
    runs(300),
  )
})

test('invariant 10: of concurrent acknowledgements one becomes the owner, and the other is told whom', () => {
  fc.assert(
    fc.property(setting, fc.array(action, { maxLength: 12 }), (given, actions) => {
      const world = new World(given)
      world.play({ do: 'claim' })
      for (const each of actions) world.play(each)
      world.play({ do: 'ack', who: 'ada' })
      const run = world.run
      if (run?.row?.state !== 'ACKED') return
      const late = transition(run.row, { kind: 'Ack', by: 'zoe' }, new Date(world.now), world.context(run))
      expect(late).toMatchObject({
        ok: false,
        why: 'already_acked',
        details: { by: run.row.ackedBy, at: run.row.ackedAt },
      })
    }),
    runs(500),
  )
})

test('invariant 11: a policy that reaches nobody is at the catch-all in one tick', () => {
  fc.assert(
    fc.property(policy, roster, (anyPolicy, anyRoster) => {
      const nobody = { ...anyRoster, steps: anyRoster.steps.map(() => []) }
      const world = new World({ policy: anyPolicy, roster: nobody, direction: 'IN', staffed: false })
      world.play({ do: 'claim' })
      expect(world.run?.row?.state).toBe('UNANSWERED')
      const skipped = world.run?.events.filter(({ kind }) => kind === 'step_skipped')
      expect(skipped).toHaveLength(anyPolicy.steps.length)
      expect(world.run?.row?.nextAt).toEqual(new Date(world.now + anyPolicy.catchAllEverySeconds * 1000))
    }),
    runs(100),
  )
})

test('invariant 12: UNANSWERED pages the whole catch-all again at every turn, as new copies', () => {
  fc.assert(
    fc.property(policy, roster, fc.integer({ min: 1, max: 20 }), (anyPolicy, anyRoster, turns) => {
      const world = new World({
        policy: { ...anyPolicy, steps: [] },
        roster: anyRoster,
        direction: 'IN',
        staffed: false,
      })
      world.play({ do: 'claim' })
      const copies = world.run?.ledger.size ?? 0
      for (let turn = 0; turn < turns; turn += 1) {
        world.play({ do: 'wait', seconds: anyPolicy.catchAllEverySeconds })
        world.play({ do: 'tick' })
      }
      expect(world.run?.ledger.size).toBe(copies * (turns + 1))
    }),
    runs(100),
  )
})

test('invariant 14: editing a policy never changes a run that is open', () => {
  fc.assert(
    fc.property(setting, fc.array(action, { maxLength: 30 }), policy, (given, actions, edited) => {
      const [calm, busy] = [new World(given), new World(given)]
      const quiet = actions.filter((each) => each.do !== 'editPolicy' && each.do !== 'claim')
      calm.play({ do: 'claim' })
      busy.play({ do: 'claim' })
      for (const each of quiet) {
        calm.play(each)
        busy.play({ do: 'editPolicy', policy: edited })
        busy.play(each)
      }
      expect(busy.trace).toEqual(calm.trace)
    }),
    runs(300),
  )
})

test('invariant 15: after the clock was set back, whoever is waited for has the time of her place and no more', () => {
  fc.assert(
    fc.property(
      setting,
      fc.array(action, { maxLength: 12 }),
      fc.integer({ min: 2, max: 90_000 }),
      (given, all, back) => {
        const world = new World(given)
        world.play({ do: 'claim' })
        for (const each of all) world.play(each)
        world.now -= back * 1000
        world.play({ do: 'clockSetBack' })
        const { row, policy: frozen } = world.run ?? {}
        if (!row || !frozen || !isWaiting(row.state)) return
        const waits = row.state === 'ASSESSING' ? frozen.assessTimeoutSeconds : patience(row, frozen)
        expect(row.nextAt?.getTime()).toBeLessThanOrEqual(world.now + waits * 1000)
      },
    ),
    runs(300),
  )
})

/** Lets `moves` timers run, each late by what `lateness` says, and answers the places and copies that came of it. */
function night(world: World, lateness: number[]) {
  world.play({ do: 'claim' })
  const places = [order(world.run?.row as Escalation)]
  for (const late of lateness) {
    const run = world.run
    if (!run?.row?.nextAt) break
    world.now = run.row.nextAt.getTime() + late * 1000
    world.give(run, { kind: 'Timer' })
    places.push(order(run.row))
  }
  return { places, copies: [...(world.run?.ledger.keys() ?? [])] }
}

test('invariant 15: however late the timers come, the same people are told in the same order, each once', () => {
  const lateness = fc.array(fc.nat(100_000_000), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(setting, lateness, (given, late) => {
      const punctual = night(
        new World(given),
        late.map(() => 0),
      )
      expect(night(new World(given), late)).toEqual(punctual)
    }),
    runs(500),
  )
})

test('invariant 15: a late timer makes one move and counts the next one from now', () => {
  fc.assert(
    fc.property(setting, fc.nat(100_000_000), (given, late) => {
      const world = new World(given)
      world.play({ do: 'claim' })
      world.now = (world.run?.row?.nextAt?.getTime() ?? 0) + late * 1000
      world.play({ do: 'tick' })
      const once = world.trace.length
      const copies = world.run?.ledger.size
      world.play({ do: 'tick' })
      expect(world.trace.at(-1)?.noop).toBe('not_due')
      expect(world.trace.length).toBe(once + 1)
      expect(world.run?.ledger.size).toBe(copies)
      expect(world.run?.row?.nextAt?.getTime()).toBeGreaterThan(world.now)
    }),
    runs(100),
  )
})

test('invariant 15: after a clock that went back, a timer does nothing until its time comes again', () => {
  fc.assert(
    fc.property(setting, fc.integer({ min: 1, max: 100_000 }), (given, back) => {
      const world = new World(given)
      world.play({ do: 'claim' })
      const before = structuredClone(world.run?.row)
      world.play({ do: 'jump', seconds: -back })
      world.play({ do: 'tick' })
      expect(world.run?.row).toEqual(before)
    }),
    runs(100),
  )
})

test('hours that hold pages back: nothing leaves before their end, and the first page leaves at it (invariants 1, 3, 5)', () => {
  fc.assert(
    fc.property(setting, fc.integer({ min: 1, max: 500_000 }), (given, seconds) => {
      const world = new World({ ...given, staffed: false })
      world.play({ do: 'hold', seconds, why: 'window' })
      world.play({ do: 'claim' })
      const run = world.run
      expect(run?.events.map(({ kind }) => kind)).toEqual(['opened', 'held'])
      expect(run?.row).toMatchObject({ state: 'PAGING', step: 0, nextAt: new Date(world.now + seconds * 1000) })
      world.play({ do: 'wait', seconds: seconds - 1 })
      world.play({ do: 'tick' })
      expect(run?.ledger.size).toBe(0)
      world.play({ do: 'wait', seconds: 1 })
      world.play({ do: 'tick' })
      const at = run?.events.filter(({ kind }) => kind === 'step_entered' || kind === 'unanswered').map((one) => one.at)
      expect(at).toEqual([new Date(world.now)])
    }),
    runs(500),
  )
})

test('whoever passes it on is not held back, and a hold gives nobody a run (invariant 10)', () => {
  fc.assert(
    fc.property(setting, fc.array(action, { maxLength: 12 }), (given, actions) => {
      const world = new World(given)
      world.play({ do: 'claim' })
      for (const each of actions) world.play(each)
      world.play({ do: 'hold', seconds: 100_000, why: 'nobody_on' })
      const owner = world.run?.row?.ackedBy
      world.play({ do: 'escalate', who: owner ?? 'ada', stale: false })
      const last = world.trace.at(-1)
      if (last?.events[0]?.kind !== 'passed_on' || world.run?.row?.state === 'RESOLVED') return
      expect(last.events.map(({ kind }) => kind)).not.toContain('held')
      expect(world.run?.row).toMatchObject({ ackedBy: null })
    }),
    runs(500),
  )
})

test('invariant 18: a partner in maintenance gets no page and leaves one event', () => {
  fc.assert(
    fc.property(setting, fc.boolean(), (given, alreadyPaged) => {
      const world = new World({ ...given, direction: 'OUT' })
      if (alreadyPaged) world.play({ do: 'claim' })
      world.play({ do: 'maintenance' })
      const copies = world.run?.ledger.size ?? 0
      const events = world.run?.events.length ?? 0
      if (alreadyPaged) world.play({ do: 'wait', seconds: 10_000 })
      world.play(alreadyPaged ? { do: 'tick' } : { do: 'claim' })
      expect(world.run?.ledger.size).toBe(copies)
      expect(world.run?.events).toHaveLength(events + 1)
      expect(world.run?.events.at(-1)?.kind).toBe('maintenance')
      expect(world.run?.row).toMatchObject({ state: 'RESOLVED', nextAt: null })
    }),
    runs(100),
  )
})
