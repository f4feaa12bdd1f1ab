import type { Escalation, EscalationEvent } from './transition-types'

/**
 * The row that these events tell of, from the first one on. Written apart from `transition` on purpose: the two must
 * agree for every run, and an auditor can rebuild a row without trusting it. Throws when the events are not 1, 2, 3 ...
 * or do not begin with the opening.
 */
export function fold(events: readonly EscalationEvent[]): Escalation {
  const [first, ...rest] = events
  if (!first || (first.kind !== 'opened' && first.kind !== 'maintenance')) throw new Error('no opening event')
  const opened: Escalation = {
    direction: first.direction,
    severity: first.severity,
    state: first.kind === 'opened' ? 'PAGING' : 'RESOLVED',
    epoch: 1,
    loop: 1,
    step: 0,
    nextAt: null,
    ackedBy: null,
    ackedAt: null,
    confirmedBy: null,
    confirmedAt: null,
    lastSeq: 0,
  }
  return foldOn(follow(opened, first, {}), rest)
}

/** The row after these further events: what is written beside them, so that row and events never part (invariant 3). */
export function foldOn(row: Escalation, events: readonly EscalationEvent[]): Escalation {
  return events.reduce((before, event) => follow(before, event, change(event)), row)
}

function follow(row: Escalation, { seq, kind }: EscalationEvent, changed: Partial<Escalation>): Escalation {
  if (seq !== row.lastSeq + 1) throw new Error(`event ${kind} is number ${seq}, expected ${row.lastSeq + 1}`)
  return { ...row, ...changed, lastSeq: seq }
}

function change(event: EscalationEvent): Partial<Escalation> {
  switch (event.kind) {
    case 'opened':
      throw new Error('opened twice')
    case 'assess_asked':
      return { state: 'ASSESSING', ...placeOf(event), nextAt: event.nextAt }
    case 'step_entered':
      return { state: 'PAGING', ...placeOf(event), nextAt: event.nextAt, ackedBy: null, ackedAt: null }
    case 'held':
      return { state: 'PAGING', ...placeOf(event), nextAt: event.nextAt, ackedBy: null, ackedAt: null }
    case 'unanswered':
      return { state: 'UNANSWERED', ...placeOf(event), nextAt: event.nextAt, ackedBy: null, ackedAt: null }
    case 'confirmed':
      return { confirmedBy: event.by, confirmedAt: event.at }
    case 'acked':
      return { state: 'ACKED', ackedBy: event.by, ackedAt: event.at, nextAt: event.nextAt }
    case 'ack_extended':
    case 'step_failed':
    case 'clock_set_back':
      return { nextAt: event.nextAt }
    case 'severity_raised':
      return { severity: event.severity, ...(event.nextAt && { nextAt: event.nextAt }) }
    case 'declined':
      return { state: 'DECLINED', nextAt: null }
    case 'maintenance':
      return { state: 'RESOLVED', ...placeOf(event), nextAt: null }
    case 'resolved':
      return { state: 'RESOLVED', nextAt: null }
    case 'step_skipped':
      return placeOf(event)
    case 'unacked':
    case 'ack_expired':
    case 'passed_on':
    case 'assess_timed_out':
    case 'nobody_to_assess':
    case 'repeated':
    case 'noted':
      return {}
  }
}

function placeOf({ epoch, loop, step }: { epoch: number; loop: number; step: number }) {
  return { epoch, loop, step }
}
