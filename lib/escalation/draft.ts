import type {
  Context,
  DeliveryKind,
  Escalation,
  EscalationEvent,
  Fact,
  Noop,
  Place,
  Plan,
  PlannedDelivery,
  Recipient,
  TransitionOutcome,
  TransitionRefusal,
} from './transition-types'

/** A decision in the making: the row as it will be, with the events and copies that lead there. Pure, like all that uses it. */
export type Draft = {
  before: Escalation | null
  row: Escalation
  now: Date
  context: Context
  events: EscalationEvent[]
  deliveries: PlannedDelivery[]
}

/** Plans each method of each recipient once, for the place where the row now stands; answers how many people or systems that is. */
export function tell(
  draft: Draft,
  kind: DeliveryKind,
  recipients: readonly Recipient[],
  pace: 'at once' | 'by rule',
): number {
  const seen = new Set<string>()
  const people = new Set<string>()
  for (const { methods, ...who } of recipients) {
    for (const { ruleIndex, channel, address, delaySeconds } of methods) {
      // Somebody may stand in a step twice, by name and through a schedule.
      const key = JSON.stringify([who, ruleIndex, channel, address])
      if (seen.has(key)) continue
      seen.add(key)
      people.add(JSON.stringify(who))
      const notBefore = pace === 'at once' ? draft.now : later(draft.now, delaySeconds)
      draft.deliveries.push({ kind, ...place(draft.row), ...who, ruleIndex, channel, address, notBefore })
    }
  }
  return people.size
}

export function record(draft: Draft, fact: Fact, by: string | null = null): void {
  draft.row.lastSeq += 1
  draft.events.push({ seq: draft.row.lastSeq, at: draft.now, by, ...fact })
}

export function begin(row: Escalation, now: Date, context: Context): Draft {
  return { before: row, row: { ...row }, now, context, events: [], deliveries: [] }
}

export function finish({ before, row, events, deliveries }: Draft): TransitionOutcome {
  const changed = Object.entries(row).filter(([field, value]) => !before || before[field as keyof Escalation] !== value)
  return { ok: true, value: { patch: Object.fromEntries(changed), events, deliveries } }
}

export function nothing(noop: Noop): TransitionOutcome {
  const plan: Plan = { patch: {}, events: [], deliveries: [], noop }
  return { ok: true, value: plan }
}

export function refusal(why: TransitionRefusal, details: Record<string, string | Date>): TransitionOutcome {
  return { ok: false, why, details }
}

export function isClosed({ state }: Escalation): boolean {
  return state === 'DECLINED' || state === 'RESOLVED'
}

export function samePlace(a: Place, b: Place): boolean {
  return a.epoch === b.epoch && a.loop === b.loop && a.step === b.step
}

export function place({ epoch, loop, step }: Place): Place {
  return { epoch, loop, step }
}

export function reaches(recipients: readonly Recipient[]): boolean {
  return recipients.some(({ methods }) => methods.length > 0)
}

export function later(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000)
}
