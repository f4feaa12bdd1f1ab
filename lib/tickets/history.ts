import type { TicketState } from './states'
import type { Person } from './view-types'

/* What may happen to a request, each with a sentence in the namespace `tickets` (history.<kind>). Browser-safe. */

/** The steps of an urgent claim, as the partner follows them live (000-06). */
export const CLAIM_KINDS = [
  'claim_made',
  'claim_repeated',
  'assessment_asked',
  'claim_confirmed',
  'claim_declined',
  'claim_appealed',
  'oncall_paged',
  'oncall_acknowledged',
  'oncall_unanswered',
  'escalation_resolved',
] as const

export const EVENT_KINDS = [
  'opened',
  'replied',
  'taken',
  'assigned',
  'released',
  'answered',
  'asked',
  'try_asked',
  'noted',
  'cancelled',
  'solved',
  'closed',
  'rated',
  'try_worked',
  'try_failed',
  /** Nobody went on with it: told first, closed then (003-25). */
  'reminded',
  'auto_closed',
  'topic_changed',
  'priority_changed',
  'team_changed',
  /** Whether it could be reproduced, and what was done on the partner's behalf (002-12). */
  'findings_changed',
  /** Several companies report the same at once (002-09). */
  'general_fault',
  'follower_added',
  'follower_removed',
  'follow_up_opened',
  ...CLAIM_KINDS,
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Ids and short facts, never a sentence. Times are ISO strings. */
export type EventData = {
  messageId?: string
  noteId?: string
  claimId?: string
  condition?: string
  repeats?: number
  /** What somebody gave as the reason; read by the partner. */
  reason?: string
  nextWorkingAt?: string
  assigneeId?: string
  /** The colleague who follows, or no longer does. */
  memberId?: string
  /** Whom it concerns, where that is not the author: the new owner, who was paged. */
  personName?: string
  /** What a change was from and to: keys of priorities, ids of topics and teams. */
  from?: string
  to?: string
  stars?: number
  /** Companies with open requests on the topic, and the minutes within which they came. */
  partners?: number
  minutes?: number
  /** The number of a request that follows this one. */
  number?: string
}

/** One line of a request's history. `toState` only where this step changed the state. `author` null: the system. */
export type HistoryStep = {
  id: string
  at: Date
  kind: EventKind
  author: Person | null
  toState: TicketState | null
  data: EventData
}

/** The values of the sentence `history.<kind>` or `claim.line.<kind>`; `promise` writes an instant for this reader. */
export function historyValues(
  step: Pick<HistoryStep, 'author' | 'data'>,
  formats: { promise(at: Date): string },
): Record<string, string | number> {
  const { author, data } = step
  return {
    who: author === null ? 'system' : author.mine ? 'you' : 'other',
    name: author?.name ?? '',
    person: data.personName ?? '',
    hasPerson: data.personName ? 'yes' : 'no',
    reason: data.reason ?? '',
    hasReason: data.reason ? 'yes' : 'no',
    when: data.nextWorkingAt ? formats.promise(new Date(data.nextWorkingAt)) : '',
    hasWhen: data.nextWorkingAt ? 'yes' : 'no',
    stars: data.stars ?? 0,
    partners: data.partners ?? 0,
    minutes: data.minutes ?? 0,
    number: data.number ?? '',
  }
}
