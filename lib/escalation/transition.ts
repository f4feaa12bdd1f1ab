import {
  begin,
  type Draft,
  finish,
  isClosed,
  later,
  nothing,
  place,
  reaches,
  record,
  refusal,
  samePlace,
  tell,
} from './draft'
import { climb, isHeld, passOn, patience, rest, startOver } from './ladder'
import { isWaiting } from './states'
import type { Command, Context, Escalation, Place, TransitionOutcome } from './transition-types'

/**
 * What becomes of an escalation when `command` arrives at `now`. The only author of escalation rows, their events and
 * their pages; it reads no clock and no table, so the same arguments always give the same plan. `row` is null for Open
 * and only then. Words and figures: "Assessing must not be silent", "Claims repeat", "Acknowledge" (000-04, 000-15).
 */
export function transition(row: Escalation | null, command: Command, now: Date, context: Context): TransitionOutcome {
  if (command.kind === 'Open')
    return row ? nothing(isClosed(row) ? 'already_closed' : 'already_open') : open(command, now, context)
  if (!row) throw new Error(`${command.kind} needs an escalation`)
  const draft = begin(row, now, context)
  switch (command.kind) {
    case 'Timer':
      return row.nextAt && row.nextAt <= now ? timer(draft) : nothing('not_due')
    case 'Resolve':
      return isClosed(row) ? nothing('already_closed') : resolve(draft, command.by)
    case 'StepFailed':
      return stepFailed(draft, command.place)
    case 'ClockSetBack':
      return hasten(draft)
    case 'LookAgain':
      return lookAgain(draft, command.asOf)
    case 'Decline':
      if (row.state === 'DECLINED') return nothing('already_closed')
  }
  if (isClosed(row)) return refusal('closed', { state: row.state })
  switch (command.kind) {
    case 'Confirm':
      return confirm(draft, command.by)
    case 'Decline':
      return decline(draft, command)
    case 'Ack':
      return acknowledge(draft, command.by)
    case 'Unack':
      if (row.state !== 'ACKED') return nothing('not_acked')
      if (command.asOf.epoch !== row.epoch) return nothing('stale')
      record(draft, { kind: 'unacked' }, command.by)
      return startOver(draft)
    case 'Escalate':
      // Taking it leaves the place as it was: a colleague's page from before must not take it from its owner.
      if (!samePlace(row, command.asOf) || (row.state === 'ACKED' && row.ackedBy !== command.by))
        return nothing('stale')
      record(draft, { kind: 'passed_on' }, command.by)
      return passOn(draft, command.by)
    case 'SeverityUp':
      // 'P0' < 'P1' < 'P2': the lower the text, the more severe.
      if (command.severity >= row.severity) return nothing('not_higher')
      return raise(draft, command)
    case 'Repeat':
      record(draft, { kind: 'repeated' }, command.by)
      // A second repeat in the same epoch plans the very same copy, so its owner is told once.
      if (row.state === 'ACKED' && context.owner) tell(draft, 'escalation.repeat', [context.owner], 'at once')
      return finish(draft)
    case 'Note':
      record(draft, { kind: 'noted', text: command.text }, command.by)
      return finish(draft)
  }
}

function open(command: Extract<Command, { kind: 'Open' }>, now: Date, context: Context): TransitionOutcome {
  const { direction, severity, by } = command
  const nobody = { ackedBy: null, ackedAt: null, confirmedBy: null, confirmedAt: null }
  const start = { epoch: 1, loop: 1, step: 0, nextAt: null, lastSeq: 0 }
  const draft = begin({ direction, severity, state: 'PAGING', ...start, ...nobody }, now, context)
  draft.before = null
  if (direction === 'OUT' && context.partnerInMaintenance) return rest(draft)
  record(draft, { kind: 'opened', direction, severity }, by)
  if (!context.isClaim || !context.staffed) return climb(draft)
  if (!reaches(context.assess)) {
    // Waiting for people who cannot be told would be silence.
    record(draft, { kind: 'nobody_to_assess' })
    return climb(draft)
  }
  draft.row.state = 'ASSESSING'
  draft.row.nextAt = later(now, context.policy.assessTimeoutSeconds)
  const receivers = tell(draft, 'escalation.assess', context.assess, 'at once')
  record(draft, { kind: 'assess_asked', ...place(draft.row), nextAt: draft.row.nextAt, receivers })
  return finish(draft)
}

/** One due move, counted from now: a timer that comes hours late neither skips a step nor pages several at once. */
function timer(draft: Draft): TransitionOutcome {
  const { row, now, context } = draft
  if (row.state === 'ASSESSING') {
    record(draft, { kind: 'assess_timed_out' })
    return climb(draft)
  }
  if (row.state !== 'ACKED') return passOn(draft)
  const expiry = context.policy.ackExpirySeconds
  const expires = expiry !== null && context.ownerTouchedAt ? later(context.ownerTouchedAt, expiry) : now
  if (expires > now) {
    row.nextAt = expires
    record(draft, { kind: 'ack_extended', nextAt: expires })
    return finish(draft)
  }
  record(draft, { kind: 'ack_expired' })
  return startOver(draft)
}

function confirm(draft: Draft, by: string): TransitionOutcome {
  const { row, context } = draft
  if (!context.isClaim) return refusal('not_assessing', { state: row.state })
  if (row.confirmedBy) return nothing('already_confirmed')
  recordConfirmed(draft, by, 'decision')
  return row.state === 'ASSESSING' ? climb(draft) : finish(draft)
}

function decline(draft: Draft, command: Extract<Command, { kind: 'Decline' }>): TransitionOutcome {
  const { row } = draft
  if (row.confirmedBy && row.confirmedAt) {
    return refusal('already_confirmed', { by: row.confirmedBy, at: row.confirmedAt })
  }
  if (row.state !== 'ASSESSING') return refusal('not_assessing', { state: row.state })
  row.state = 'DECLINED'
  row.nextAt = null
  record(draft, { kind: 'declined', reason: command.reason, nextWorkingAt: command.nextWorkingAt }, command.by)
  return finish(draft)
}

function acknowledge(draft: Draft, by: string): TransitionOutcome {
  const { row, now, context } = draft
  if (row.state === 'ACKED') {
    if (row.ackedBy === by) return nothing('already_yours')
    return refusal('already_acked', { by: row.ackedBy ?? '', at: row.ackedAt ?? now })
  }
  // Whoever takes it agrees that it is urgent, whether or not anybody assessed it.
  if (context.isClaim && !row.confirmedBy) recordConfirmed(draft, by, 'ack')
  const expiry = context.policy.ackExpirySeconds
  row.state = 'ACKED'
  row.ackedBy = by
  row.ackedAt = now
  row.nextAt = expiry === null ? null : later(now, expiry)
  record(draft, { kind: 'acked', nextAt: row.nextAt }, by)
  return finish(draft)
}

/** More severe from now on; what was held back comes sooner when this severity is not. */
function raise(draft: Draft, { severity, by }: Extract<Command, { kind: 'SeverityUp' }>): TransitionOutcome {
  const { row, now, context } = draft
  row.severity = severity
  const latest = isHeld(draft) || row.state !== 'PAGING' ? null : later(now, patience(row, context.policy))
  if (latest && row.nextAt && row.nextAt > latest) {
    row.nextAt = latest
    record(draft, { kind: 'severity_raised', severity, nextAt: latest }, by)
  } else record(draft, { kind: 'severity_raised', severity }, by)
  return finish(draft)
}

function resolve(draft: Draft, by: string | null): TransitionOutcome {
  draft.row.state = 'RESOLVED'
  draft.row.nextAt = null
  record(draft, { kind: 'resolved' }, by)
  return finish(draft)
}

function stepFailed(draft: Draft, failed: Place): TransitionOutcome {
  const { row, now } = draft
  if ((row.state !== 'ASSESSING' && row.state !== 'PAGING') || !samePlace(row, failed)) {
    // The catch-all keeps its pace: when nothing at all gets out, re-paging at once would be a storm of failures.
    return nothing('stale')
  }
  if (row.nextAt && row.nextAt <= now) return nothing('already_due')
  row.nextAt = now
  record(draft, { kind: 'step_failed', nextAt: now })
  return finish(draft)
}

function hasten(draft: Draft): TransitionOutcome {
  const { row, now, context } = draft
  if (!isWaiting(row.state)) return nothing('stale')
  const wait = row.state === 'ASSESSING' ? context.policy.assessTimeoutSeconds : patience(row, context.policy)
  const nextAt = later(now, wait)
  if (row.nextAt && row.nextAt <= nextAt) return nothing('not_later')
  row.nextAt = nextAt
  record(draft, { kind: 'clock_set_back', nextAt })
  return finish(draft)
}

function lookAgain(draft: Draft, asOf: Place): TransitionOutcome {
  const { row, context } = draft
  if (row.state !== 'PAGING' || !samePlace(row, asOf)) return nothing('stale')
  if (isHeld(draft) && row.nextAt?.getTime() === context.holdUntil?.getTime()) return nothing('not_later')
  return passOn(draft)
}

function recordConfirmed(draft: Draft, by: string, how: 'decision' | 'ack'): void {
  draft.row.confirmedBy = by
  draft.row.confirmedAt = draft.now
  record(draft, { kind: 'confirmed', how }, by)
}
