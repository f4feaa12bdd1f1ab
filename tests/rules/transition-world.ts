import assert from 'node:assert/strict'
import fc from 'fast-check'
import { deliveryId } from '@/lib/escalation/delivery-key'
import { fold } from '@/lib/escalation/fold'
import { isOpen, isWaiting } from '@/lib/escalation/states'
import { transition } from '@/lib/escalation/transition'
import type {
  Command,
  Context,
  Direction,
  Escalation,
  EscalationEvent,
  HoldReason,
  Place,
  Plan,
  Policy,
  Recipient,
  Severity,
} from '@/lib/escalation/transition-types'

/**
 * A small world around the real `transition`: a clock that tests move, a ledger that inserts a copy only when it is
 * absent, and one dedup key. `check` looks at every plan before it is written; `numbers` are those of the invariants.
 */
export type Roster = Pick<Context, 'steps' | 'assess' | 'catchAll'>
export type Setting = { policy: Policy; roster: Roster; direction: Direction; staffed: boolean; isClaim?: boolean }
export type Action =
  | { do: 'wait'; seconds: number }
  | { do: 'jump'; seconds: number }
  | { do: 'claim' }
  | { do: 'touch' }
  | { do: 'staffed' }
  | { do: 'maintenance' }
  /** The policy's hours end, for so many seconds. */
  | { do: 'hold'; seconds: number; why: HoldReason }
  | { do: 'roster'; roster: Roster }
  | { do: 'editPolicy'; policy: Policy }
  | Pressed
/** What becomes a command for the run. */
type Pressed =
  | { do: 'tick' | 'resolve' | 'clockSetBack' | 'lookAgain' }
  | { do: 'ack' | 'confirm' | 'decline'; who: string }
  | { do: 'unack' | 'escalate'; who: string; stale: boolean }
  | { do: 'stepFailed'; stale: boolean }
  | { do: 'severity'; to: Severity }
  | { do: 'note'; who: string }

const START = Date.UTC(2026, 2, 28, 22, 0, 0)
const PEOPLE = ['ada', 'bruno', 'carla', 'dina'] as const

export class World {
  now = START
  staffed: boolean
  maintenance = false
  holdUntil: Date | null = null
  holdWhy: HoldReason = 'window'
  touchedAt: Date | null = null
  roster: Roster
  /** What an administrator edits; a run keeps what it was opened with. */
  livePolicy: Policy
  runs: Run[] = []
  trace: Plan[] = []

  constructor(readonly setting: Setting) {
    this.staffed = setting.staffed
    this.roster = setting.roster
    this.livePolicy = setting.policy
  }

  get run(): Run | undefined {
    return this.runs.at(-1)
  }

  play(action: Action): void {
    if (action.do === 'wait' || action.do === 'jump') this.now += action.seconds * 1000
    else if (action.do === 'staffed') this.staffed = !this.staffed
    else if (action.do === 'maintenance') this.maintenance = !this.maintenance
    else if (action.do === 'hold') {
      this.holdUntil = new Date(this.now + action.seconds * 1000)
      this.holdWhy = action.why
    } else if (action.do === 'touch') this.touchedAt = new Date(this.now)
    else if (action.do === 'roster') this.roster = action.roster
    else if (action.do === 'editPolicy') this.livePolicy = action.policy
    else if (action.do === 'claim') this.claim()
    else if (this.run?.row && (action.do !== 'lookAgain' || this.run.held))
      this.give(this.run, this.command(action, this.run.row, this.run.earlier))
  }

  private claim(): void {
    let run = this.run
    const repeats = run?.row && isOpen(run.row.state)
    if (!run || !repeats) {
      run = new Run(freeze(structuredClone(this.livePolicy)))
      this.runs.push(run)
    }
    const { direction } = this.setting
    const opens: Command = { kind: 'Open', direction, severity: 'P1', by: 'shop' }
    this.give(run, repeats ? { kind: 'Repeat', by: 'shop' } : opens)
  }

  private command(action: Pressed, row: Escalation, earlier: Place): Command {
    const present = { epoch: row.epoch, loop: row.loop, step: row.step }
    switch (action.do) {
      case 'tick':
        return { kind: 'Timer' }
      case 'resolve':
        return { kind: 'Resolve', by: 'ada' }
      case 'clockSetBack':
        return { kind: 'ClockSetBack' }
      case 'lookAgain':
        return { kind: 'LookAgain', asOf: present }
      case 'ack':
        return { kind: 'Ack', by: action.who }
      case 'confirm':
        return { kind: 'Confirm', by: action.who }
      case 'decline':
        return { kind: 'Decline', by: action.who, reason: 'one order', nextWorkingAt: new Date(this.now) }
      case 'unack':
        return { kind: 'Unack', by: action.who, asOf: { epoch: action.stale ? row.epoch - 1 : row.epoch } }
      case 'escalate':
        return { kind: 'Escalate', by: action.who, asOf: action.stale ? earlier : present }
      case 'stepFailed':
        return { kind: 'StepFailed', place: action.stale ? earlier : present }
      case 'severity':
        return { kind: 'SeverityUp', by: 'ada', severity: action.to }
      case 'note':
        return { kind: 'Note', by: action.who, text: 'looking' }
    }
  }

  context(run: Run): Context {
    const owner = run.row?.ackedBy
    const methods = [{ ruleIndex: 0, channel: 'mail' as const, address: `${owner}@nova.example`, delaySeconds: 0 }]
    return freeze({
      ...this.roster,
      // The loader resolves the steps of the run's own version.
      steps: run.policy.steps.map((_, index) => this.roster.steps[index] ?? []),
      staffed: this.staffed,
      policy: run.policy,
      owner: owner ? { membershipId: owner, methods } : null,
      ownerTouchedAt: this.touchedAt,
      partnerInMaintenance: this.maintenance,
      isClaim: this.setting.direction === 'IN' && this.setting.isClaim !== false,
      holdUntil: this.holdUntil,
      holdWhy: this.holdWhy,
    })
  }

  give(run: Run, command: Command): void {
    const now = new Date(this.now)
    const context = this.context(run)
    const before = run.row
    const outcome = transition(before && freeze(before), command, now, context)
    if (!outcome.ok) return
    const plan = outcome.value
    this.trace.push(plan)
    run.write(plan)
    check(run, before, command, plan, now, context)
    assert(this.runs.filter(({ row }) => row && isOpen(row.state)).length <= 1, 'invariant 2')
  }

  /** Nobody does anything any more, and a worker lives: each timer runs when it is due. */
  silentNight(): void {
    const run = this.run
    if (!run?.row) return
    // One turn more for a hold.
    const most = run.policy.steps.length * Math.max(1, run.policy.repeat) + 5
    for (let moves = 0; moves < most && run.row.nextAt; moves += 1) {
      this.now = Math.max(this.now, run.row.nextAt.getTime())
      this.give(run, { kind: 'Timer' })
      assert(!run.row.nextAt || run.row.nextAt.getTime() > this.now, 'invariant 1: overdue after its tick')
    }
    assert(!isWaiting(run.row.state) || run.row.state === 'UNANSWERED', 'invariant 1: the ladder ends at the catch-all')
  }
}

export class Run {
  row: Escalation | null = null
  events: EscalationEvent[] = []
  ledger = new Map<string, Plan['deliveries'][number]>()
  openedAt = 0
  earlier: Place = { epoch: 0, loop: 0, step: 0 }

  constructor(readonly policy: Policy) {}

  /** Whether its newest time is that of a hold. */
  get held(): boolean {
    return this.events.findLast((event) => 'nextAt' in event && event.nextAt)?.kind === 'held'
  }

  write(plan: Plan): void {
    if (this.row) this.earlier = { epoch: this.row.epoch, loop: this.row.loop, step: this.row.step }
    else this.openedAt = plan.events[0]?.at.getTime() ?? 0
    // Open's patch is the whole row.
    this.row = { ...(this.row ?? ({} as Escalation)), ...plan.patch }
    this.events.push(...plan.events)
    for (const delivery of plan.deliveries) {
      const id = deliveryId('0198a000-0000-7000-8000-000000000001', delivery)
      if (delivery.kind !== 'escalation.repeat') assert(!this.ledger.has(id), 'invariant 5: a copy was planned twice')
      this.ledger.set(id, delivery)
    }
  }
}

function check(run: Run, before: Escalation | null, command: Command, plan: Plan, now: Date, context: Context): void {
  const row = run.row
  assert(row)
  assert.equal(
    row.nextAt !== null || row.state === 'ACKED',
    isWaiting(row.state) || row.state === 'ACKED',
    'invariant 1',
  )
  assert.deepStrictEqual(fold(run.events), row, 'invariant 3: fold(events) = row')
  assert.equal(row.lastSeq, run.events.length, 'invariant 3: dense')
  if (before) assert(order(before) <= order(row), 'invariant 4')
  if (before?.state === 'PAGING' && row.state === 'PAGING' && plan.deliveries.length > 0)
    assert(order(before) < order(row))
  assert.equal(
    row.state === 'ACKED',
    row.ackedBy !== null && isOpen(row.state),
    'an open run has an owner when ACKED only',
  )
  if (plan.noop) assert(plan.events.length + plan.deliveries.length + Object.keys(plan.patch).length === 0)
  if (command.kind !== 'Open' && before && !isOpen(before.state))
    assert.deepStrictEqual(before, row, 'closed is closed')

  rerun(run, before, command, plan, now, context)
  for (const event of plan.events) reached(event, plan, now, context)
  if (row.state === 'PAGING') {
    const since = run.events.filter((event) => event.kind === 'step_entered' || event.kind === 'held').at(-1)
    const reached = since?.kind === 'held' ? since.nextAt > since.at : since && since.receivers > 0
    assert(reached, 'invariant 11: never waits on an empty step')
  }
  if (row.state === 'UNANSWERED' && row.nextAt && plan.events.length > 0) {
    const told = run.events.filter((event) => event.kind === 'unanswered').at(-1)
    assert(told && row.nextAt.getTime() <= told.at.getTime() + run.policy.catchAllEverySeconds * 1000, 'invariant 12')
  }
  if (row.state === 'ASSESSING') {
    const latest = run.openedAt + run.policy.assessTimeoutSeconds * 1000
    assert(row.nextAt && row.nextAt.getTime() <= latest, 'invariant 13: nothing prolongs the assessment')
  }
}

/** Invariants 5 and 10: the same command again, before the commit (a crash) and after it (a double tap). */
function rerun(run: Run, before: Escalation | null, command: Command, plan: Plan, now: Date, context: Context): void {
  const ids = ({ deliveries }: Plan) => deliveries.map((delivery) => deliveryId('run', delivery))
  // What a hold says depends on when it is asked, and so does an expiry.
  if ((before?.state !== 'ACKED' || command.kind !== 'Timer') && context.holdUntil === null) {
    const retried = transition(before, command, new Date(now.getTime() + 90_000), context)
    const tooEarly = plan.noop === 'not_due'
    assert(
      retried.ok && (tooEarly || plan.noop === 'already_due' || sameIds(ids(retried.value), ids(plan))),
      'invariant 5',
    )
  }
  const again = transition(run.row, command, now, context)
  if (!again.ok) return
  const { patch, events, deliveries } = again.value
  if (command.kind === 'Repeat')
    assert(
      deliveries.every((delivery) => run.ledger.has(idIn(delivery))),
      'told once',
    )
  // Words may be said twice; every other command is done once.
  else if (command.kind !== 'Note')
    assert.deepStrictEqual([patch, events, deliveries], [{}, [], []], `invariant 10: ${command.kind} twice`)
}

const idIn = (delivery: Plan['deliveries'][number]) => deliveryId('0198a000-0000-7000-8000-000000000001', delivery)
const sameIds = (one: string[], other: string[]) => one.join() === other.join()

/** Invariant 7, planning side: a place that was entered has a copy for each method of each recipient, and no other. */
function reached(event: EscalationEvent, plan: Plan, now: Date, context: Context): void {
  let wanted: readonly Recipient[]
  if (event.kind === 'assess_asked') wanted = context.assess
  else if (event.kind === 'unanswered') wanted = context.catchAll
  else if (event.kind === 'step_entered') {
    const passed = plan.events.find(({ kind }) => kind === 'passed_on')
    const step = context.steps[event.step - 1] ?? []
    wanted = step.filter(({ membershipId }) => !passed || membershipId !== passed.by)
  } else return
  const assess = event.kind === 'assess_asked'
  const kind = assess ? 'escalation.assess' : 'escalation.page'
  const lines = wanted.flatMap(({ membershipId, endpointId, methods }) =>
    methods.map(({ ruleIndex, channel, address }) =>
      JSON.stringify([membershipId, endpointId, ruleIndex, channel, address]),
    ),
  )
  const copies = plan.deliveries.filter((delivery) => delivery.kind === kind && order(delivery) === order(event))
  const planned = copies.map((d) => JSON.stringify([d.membershipId, d.endpointId, d.ruleIndex, d.channel, d.address]))
  assert.deepStrictEqual(planned.toSorted(), [...new Set(lines)].toSorted(), 'invariant 7')
  assert.equal(event.receivers, new Set(copies.map((copy) => copy.membershipId ?? copy.endpointId)).size)
  for (const { notBefore } of copies)
    assert(assess ? +notBefore === +now : notBefore >= now, 'told too early or too late')
}

/** A place as one number, for comparing. */
export function order({ epoch, loop, step }: Place): number {
  return epoch * 1e8 + loop * 1e4 + step
}

function freeze<T>(value: T): T {
  if (value && typeof value === 'object' && !(value instanceof Date) && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

const seconds = (min: number, max: number) => fc.integer({ min, max })
const who = fc.constantFrom(...PEOPLE)
const method = fc.record({
  ruleIndex: fc.nat(2),
  channel: fc.constantFrom('mail' as const, 'webhook' as const, 'push' as const),
  address: fc.constantFrom('night@nova.example', 'phone@nova.example'),
  // One rule of a person has one delay, so that duplicates are true duplicates.
  delaySeconds: fc.constantFrom(0, 120),
})
const hook = { ruleIndex: 0, channel: 'webhook' as const, address: 'https://pager.example/in', delaySeconds: 0 }
const person: fc.Arbitrary<Recipient> = fc.record({ membershipId: who, methods: fc.array(method, { maxLength: 2 }) })
const system: fc.Arbitrary<Recipient> = fc.record({
  membershipId: fc.constant(null),
  endpointId: fc.constantFrom('pager', 'statuspage'),
  methods: fc.array(fc.constant(hook), { maxLength: 1 }),
})
const recipient = fc.oneof({ weight: 5, arbitrary: person }, { weight: 1, arbitrary: system })
const recipients = fc.array(recipient, { maxLength: 3 })
export const policy: fc.Arbitrary<Policy> = fc.record({
  steps: fc.array(fc.record({ delaySeconds: seconds(1, 900) }), { maxLength: 4 }),
  repeat: fc.nat(3),
  ackExpirySeconds: fc.option(seconds(60, 3600)),
  assessTimeoutSeconds: seconds(60, 1800),
  catchAllEverySeconds: seconds(60, 1200),
})
export const roster: fc.Arbitrary<Roster> = fc.record({
  steps: fc.array(recipients, { minLength: 4, maxLength: 4 }),
  assess: recipients,
  catchAll: recipients,
})
export const setting: fc.Arbitrary<Setting> = fc.record({
  policy,
  roster,
  direction: fc.constantFrom('IN' as const, 'IN' as const, 'OUT' as const),
  staffed: fc.boolean(),
  isClaim: fc.boolean(),
})
const word = <T extends string>(...words: T[]) => fc.constantFrom(...words)
export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: word('wait'), seconds: seconds(0, 1200) }) },
  { weight: 1, arbitrary: fc.record({ do: word('jump'), seconds: seconds(-7200, 40_000_000) }) },
  { weight: 8, arbitrary: fc.record({ do: word('tick') }) },
  { weight: 3, arbitrary: fc.record({ do: word('claim') }) },
  { weight: 4, arbitrary: fc.record({ do: word('ack', 'confirm'), who }) },
  { weight: 3, arbitrary: fc.record({ do: word('unack', 'escalate'), who, stale: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: word('stepFailed'), stale: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: word('decline'), who }) },
  { weight: 1, arbitrary: fc.record({ do: word('resolve', 'touch', 'staffed', 'maintenance') }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: word('severity'), to: fc.constantFrom('P0' as const, 'P1' as const, 'P2' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: word('clockSetBack', 'lookAgain') }) },
  { weight: 1, arbitrary: fc.record({ do: word('roster'), roster }) },
  { weight: 1, arbitrary: fc.record({ do: word('note'), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: word('hold'),
      seconds: seconds(0, 100_000),
      why: fc.constantFrom('window' as const, 'nobody_on' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: word('editPolicy'), policy }) },
)

/** Plays a random story from its first claim to a night in which nobody does anything; every plan is checked. */
export function playStories(numRuns: number): void {
  fc.assert(
    fc.property(setting, fc.array(action, { maxLength: 40 }), (given, actions) => {
      const world = new World(given)
      world.play({ do: 'claim' })
      for (const each of actions) world.play(each)
      world.silentNight()
    }),
    { numRuns },
  )
}
