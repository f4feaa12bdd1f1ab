import { type Draft, finish, later, place, reaches, record, tell } from './draft'
import type { Place, Policy, TransitionOutcome } from './transition-types'

/* Where a run goes next, and whom that tells. Part of `transition`; pure. */

/** An owner let go: everybody's turn comes again, from the first step, in a new epoch. */
export function startOver(draft: Draft): TransitionOutcome {
  Object.assign(draft.row, { epoch: draft.row.epoch + 1, loop: 1, step: 0 })
  return climb(draft)
}

/**
 * The next place after this one; from ACKED in a new epoch, because the old epoch's copies are settled.
 * `by`: who just said that they can't take it; the next step is for the others.
 */
export function passOn(draft: Draft, by: string | null = null): TransitionOutcome {
  const { row, context } = draft
  if (row.state === 'ACKED') row.epoch += 1
  if (row.step <= context.policy.steps.length) return climb(draft, by)
  return by === null && isHeld(draft) ? hold(draft) : pageAgain(draft)
}

function pageAgain(draft: Draft): TransitionOutcome {
  draft.row.loop += 1
  return catchAll(draft)
}

/**
 * Enters the next step that reaches somebody. Steps that reach nobody are passed in the same tick and cost no time.
 * `except`: who passed it on, which no hours hold back.
 */
export function climb(draft: Draft, except: string | null = null): TransitionOutcome {
  const { row, now, context } = draft
  const { steps, repeat } = context.policy
  if (row.direction === 'OUT' && context.partnerInMaintenance) return rest(draft)
  if (except === null && isHeld(draft)) return hold(draft)
  const reached = steps.map((_, index) =>
    (context.steps[index] ?? []).filter((who) => except === null || who.membershipId !== except),
  )
  const anybody = reached.some(reaches)
  for (;;) {
    row.step += 1
    if (row.step > steps.length) {
      if (!anybody || row.loop >= repeat) return catchAll(draft)
      row.loop += 1
      row.step = 1
    }
    const recipients = reached[row.step - 1] ?? []
    if (reaches(recipients)) {
      row.nextAt = later(now, steps[row.step - 1]?.delaySeconds ?? 0)
      wait(draft, 'PAGING')
      const receivers = tell(draft, 'escalation.page', recipients, 'by rule')
      record(draft, { kind: 'step_entered', ...place(row), nextAt: row.nextAt, receivers })
      return finish(draft)
    }
    record(draft, { kind: 'step_skipped', ...place(row) })
  }
}

/** Nobody answered: the widest circle is told, again and again, until somebody does. */
function catchAll(draft: Draft): TransitionOutcome {
  const { row, now, context } = draft
  if (row.direction === 'OUT' && context.partnerInMaintenance) return rest(draft)
  row.nextAt = later(now, context.policy.catchAllEverySeconds)
  wait(draft, 'UNANSWERED')
  const receivers = tell(draft, 'escalation.page', context.catchAll, 'by rule')
  record(draft, { kind: 'unanswered', ...place(row), nextAt: row.nextAt, receivers })
  return finish(draft)
}

/** The partner said that it is working on its systems: one event, no page, and the next finding may open a new run. */
export function rest(draft: Draft): TransitionOutcome {
  const { row } = draft
  row.state = 'RESOLVED'
  row.nextAt = null
  record(draft, { kind: 'maintenance', direction: row.direction, severity: row.severity, ...place(row) })
  return finish(draft)
}

/** Whether the policy holds this run's pages back now. */
export function isHeld({ context, now }: Draft): boolean {
  return context.holdUntil !== null && context.holdUntil > now
}

/** It stays where it is, without an owner and without a page, until the policy lets it go on. */
function hold(draft: Draft): TransitionOutcome {
  const { row, context, now } = draft
  if (row.direction === 'OUT' && context.partnerInMaintenance) return rest(draft)
  const nextAt = context.holdUntil ?? now
  row.nextAt = nextAt
  wait(draft, 'PAGING')
  record(draft, { kind: 'held', ...place(row), nextAt, why: context.holdWhy })
  return finish(draft)
}

function wait(draft: Draft, state: 'PAGING' | 'UNANSWERED'): void {
  Object.assign(draft.row, { state, ackedBy: null, ackedAt: null })
}

/** How long a run that is not held back stays where it is, in seconds; before the first step not at all. */
export function patience({ step }: Place, policy: Policy): number {
  if (step === 0) return 0
  return policy.steps[step - 1]?.delaySeconds ?? policy.catchAllEverySeconds
}
