import type { Channel } from '@/lib/delivery/schema'
import type { Outcome } from '@/lib/foundation/outcome'

/** ASSESSING, PAGING and UNANSWERED wait for somebody and always have a time at which the engine acts by itself. */
export type EscalationState = 'ASSESSING' | 'PAGING' | 'ACKED' | 'UNANSWERED' | 'DECLINED' | 'RESOLVED'
/** P0 is the most severe. */
export type Severity = 'P0' | 'P1' | 'P2'
/** IN: a partner calls the marketplace. OUT: the marketplace calls a partner's technical contacts. */
export type Direction = 'IN' | 'OUT'

/**
 * Where a run stands on its ladder. It never decreases, compared as (epoch, loop, step).
 * `epoch` starts at 1 and grows when an owner lets go; `loop` is the walk through the policy, from 1;
 * `step` 0 is the assessment, 1 to n the policy's steps, n + 1 the catch-all.
 */
export type Place = { epoch: number; loop: number; step: number }

/** The run as the engine decides about it: the columns of its row that only `transition` writes. */
export type Escalation = Place & {
  direction: Direction
  state: EscalationState
  severity: Severity
  /** When the engine acts by itself; null in ACKED without expiry and in the closed states. */
  nextAt: Date | null
  /** Membership of the owner; the last owner once closed. */
  ackedBy: string | null
  ackedAt: Date | null
  /** Membership that agreed it is urgent; null while nobody did, also when the assessment timed out. */
  confirmedBy: string | null
  confirmedAt: Date | null
  /** `seq` of the newest event. */
  lastSeq: number
}

/** A policy version, frozen into the run when it opens. All durations in seconds of elapsed time. */
export type Policy = {
  /** `delaySeconds`: how long a step waits for an acknowledgement before the next one. */
  steps: readonly { delaySeconds: number }[]
  /** How many times the ladder is walked in all before the catch-all; less than 1 counts as 1. */
  repeat: number
  /** How long an owner may leave a run untouched; null: for ever. */
  ackExpirySeconds: number | null
  assessTimeoutSeconds: number
  catchAllEverySeconds: number
}

export type { Channel }
/** One line of a person's notify rules; `delaySeconds` counts from the moment the step is entered. */
export type Method = { ruleIndex: number; channel: Channel; address: string; delaySeconds: number }
/**
 * Somebody to tell, with the methods that are verified and fit the severity; without methods nobody is reached. Another
 * system's address has an `endpointId` and no membership.
 */
export type Recipient = { membershipId: string | null; endpointId?: string; methods: readonly Method[] }

/** What the loader has read, under the run's lock and as of `now`. */
export type Context = {
  /** The marketplace's calendar is open. Read by Open. */
  staffed: boolean
  policy: Policy
  /** Who each step reaches now; `steps[0]` is step 1. As long as `policy.steps`. */
  steps: readonly (readonly Recipient[])[]
  /** The topic's team and the person on call. Read by Open. */
  assess: readonly Recipient[]
  /** The leads and the default schedule. */
  catchAll: readonly Recipient[]
  /** The present owner. Read by Repeat while ACKED. */
  owner: Recipient | null
  /** When the owner last did anything on the ticket. Read when an acknowledgement expires. */
  ownerTouchedAt: Date | null
  /** Read by OUT runs only. */
  partnerInMaintenance: boolean
  /** A partner says that it is urgent, so that somebody of the staff has to agree. No other run is assessed or confirmed. */
  isClaim: boolean
  /** Until when the policy holds pages of this severity back (paging-window.ts); null, or not after now: it does not. */
  holdUntil: Date | null
  /** What is waited for: the policy's hours, or somebody on call. Read with `holdUntil`. */
  holdWhy: HoldReason
}

export type HoldReason = 'window' | 'nobody_on'

export type Command =
  | { kind: 'Open'; direction: Direction; severity: Severity; by: string | null }
  | { kind: 'Confirm'; by: string }
  | { kind: 'Decline'; by: string; reason: string; nextWorkingAt: Date }
  /** The time in `nextAt` has come. Does one move, however late it is. */
  | { kind: 'Timer' }
  | { kind: 'Ack'; by: string }
  /**
   * `asOf`: the epoch that the person saw, so that a late duplicate never takes a run from its next owner.
   * `by` null: its owner is no longer here.
   */
  | { kind: 'Unack'; by: string | null; asOf: { epoch: number } }
  /**
   * "Can't take it, pass on now": does at once what the timer would do later, and leaves `by` out of the next step. Once
   * somebody has taken it, only she passes it on: a colleague's page from before then is stale. Never held back by the
   * policy's hours: who has been woken decides that somebody else shall be.
   */
  | { kind: 'Escalate'; by: string; asOf: Place }
  /**
   * The clock stands earlier than when the run last moved: whoever is waited for gets the time of her place from now on, and
   * not also the time by which the clock went back.
   */
  | { kind: 'ClockSetBack' }
  /**
   * Who is on call, or when, has changed. Given only to a run that is held back (its newest time is that of a `held`): it is
   * held until another time, or goes on now. `asOf`: where it is held.
   */
  | { kind: 'LookAgain'; asOf: Place }
  /** Every delivery of that place has failed for good. */
  | { kind: 'StepFailed'; place: Place }
  /** `by` null: the ticket was closed. */
  | { kind: 'Resolve'; by: string | null }
  | { kind: 'SeverityUp'; by: string | null; severity: Severity }
  /** The same was found or claimed again while the run is open. */
  | { kind: 'Repeat'; by: string | null }
  /** Somebody writes into the story of the run itself; where a partner is called it reads along. */
  | { kind: 'Note'; by: string; text: string }

/** What happened, with all that `fold` needs to rebuild the row. */
export type Fact =
  | { kind: 'opened'; direction: Direction; severity: Severity }
  /** An OUT run met a partner in maintenance: it is closed without a page. */
  | ({ kind: 'maintenance'; direction: Direction; severity: Severity } & Place)
  | ({ kind: 'assess_asked'; nextAt: Date; receivers: number } & Place)
  | { kind: 'nobody_to_assess' }
  | { kind: 'assess_timed_out' }
  | { kind: 'confirmed'; how: 'decision' | 'ack' }
  | { kind: 'declined'; reason: string; nextWorkingAt: Date }
  | ({ kind: 'step_entered'; nextAt: Date; receivers: number } & Place)
  | ({ kind: 'step_skipped' } & Place)
  /** The policy lets nobody be paged before `nextAt`. */
  | ({ kind: 'held'; nextAt: Date; why: HoldReason } & Place)
  | { kind: 'step_failed'; nextAt: Date }
  | { kind: 'clock_set_back'; nextAt: Date }
  /** The catch-all was told; each re-page is one more of these with a higher loop. */
  | ({ kind: 'unanswered'; nextAt: Date; receivers: number } & Place)
  | { kind: 'acked'; nextAt: Date | null }
  | { kind: 'ack_extended'; nextAt: Date }
  | { kind: 'ack_expired' }
  | { kind: 'unacked' }
  | { kind: 'passed_on' }
  /** `nextAt`: it was held back, and this severity does not wait so long. */
  | { kind: 'severity_raised'; severity: Severity; nextAt?: Date }
  | { kind: 'repeated' }
  | { kind: 'noted'; text: string }
  | { kind: 'resolved' }

/** `seq` is dense from 1. `by` is a membership, or null for the engine itself. */
export type EscalationEvent = { seq: number; at: Date; by: string | null } & Fact

export type DeliveryKind = 'escalation.assess' | 'escalation.page' | 'escalation.repeat'
/** One copy to one address. With the run's id these fields (except `notBefore`) are its identity: `deliveryId`. */
export type PlannedDelivery = Place & {
  kind: DeliveryKind
  /** Null when it goes to another system: then `endpointId` says to which. */
  membershipId: string | null
  endpointId?: string
  ruleIndex: number
  channel: Channel
  address: string
  notBefore: Date
}

/** Why nothing had to be done; the person who asked is told the present state, not an error. */
export type Noop =
  | 'not_due'
  | 'stale'
  | 'already_due'
  | 'not_later'
  | 'already_open'
  | 'already_confirmed'
  | 'already_yours'
  | 'already_closed'
  | 'not_acked'
  | 'not_higher'

/** What to write: `patch` over the row (all columns for Open), the new events, the copies to insert if absent. */
export type Plan = {
  patch: Partial<Escalation>
  events: EscalationEvent[]
  deliveries: PlannedDelivery[]
  noop?: Noop
}

/** Details: `already_acked` {by, at}; `already_confirmed` {by, at}; `closed` and `not_assessing` {state}. */
export type TransitionRefusal = 'already_acked' | 'already_confirmed' | 'not_assessing' | 'closed'
export type TransitionOutcome = Outcome<Plan, TransitionRefusal>
