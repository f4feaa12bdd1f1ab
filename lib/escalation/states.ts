import type { EscalationState } from './transition-types'

export const ESCALATION_STATES = ['ASSESSING', 'PAGING', 'ACKED', 'UNANSWERED', 'DECLINED', 'RESOLVED'] as const

/** An open run holds its dedup key: a further claim of the same condition repeats it instead of opening another. */
export function isOpen(state: EscalationState): boolean {
  return state !== 'DECLINED' && state !== 'RESOLVED'
}

/** Somebody is being waited for, so the run has a `nextAt`. */
export function isWaiting(state: EscalationState): boolean {
  return state === 'ASSESSING' || state === 'PAGING' || state === 'UNANSWERED'
}
