import * as z from 'zod/mini'
import type { DeliveryFate } from '@/lib/delivery/schema'
import { cleanText } from '@/lib/foundation/clean-text'
import type { DutyNow, PersonRef } from '@/lib/oncall/schema'
import { body, type Condition, cleaned } from '@/lib/tickets/schema'
import type { Direction, EscalationEvent, EscalationState, Fact, HoldReason, Place, Severity } from './transition-types'

export * from './call-types'
export * from './dry-run-types'
export * from './policy-form'
export * from './policy-schema'
export * from './policy-types'
export { ESCALATION_STATES } from './states'
export type { Condition, DeliveryFate, Direction, EscalationState, HoldReason, PersonRef, Place, Severity }

/* What forms send. */

const id = z.uuid()
const count = z.coerce.number().check(z.int(), z.gte(0))

export const escalationInput = z.strictObject({ escalationId: id })
/** The place is what the page showed; all three or none. */
export const passOnInput = z.strictObject({
  escalationId: id,
  epoch: z.optional(count),
  loop: z.optional(count),
  step: z.optional(count),
})
/** Characters of a decline's reason. */
export const DECLINE_REASON = { least: 3, most: 2000 } as const

export const declineInput = z.strictObject({
  escalationId: id,
  /** Read by the partner. */
  reason: cleaned(cleanText, DECLINE_REASON.least, DECLINE_REASON.most),
})
/** A question to the partner before it is decided whether its claim is urgent. */
export const askClaimInput = z.strictObject({
  escalationId: id,
  reason: cleaned(cleanText, DECLINE_REASON.least, DECLINE_REASON.most),
})
/** The partner's one objection to a decline. */
export const appealInput = z.strictObject({
  ticketId: id,
  body: cleaned(cleanText, DECLINE_REASON.least, DECLINE_REASON.most),
})
export const escalationNoteInput = z.strictObject({ escalationId: id, body })

/** Characters of what a run without a ticket is called, and of what is said about it. */
export const TITLE = { least: 3, most: 200 } as const
export const DETAIL = { least: 3, most: 4000 } as const

const severity = z.enum(['P0', 'P1', 'P2'])

/** "Page the engineer on call" from a ticket. */
export const pageOnCallInput = z.strictObject({
  ticketId: id,
  severity,
  reason: cleaned(cleanText, DETAIL.least, DETAIL.most),
})

/** "Call the partner" (000-13, 000-15). */
export const callPartnerInput = z.strictObject({
  partnerId: id,
  severity,
  title: cleaned(cleanText, TITLE.least, TITLE.most),
  detail: cleaned(cleanText, DETAIL.least, DETAIL.most),
  ticketId: z.optional(id),
})

/* What use cases answer and pages show. */

/**
 * Where a run comes from: a partner's claim, somebody's hand (IN from a ticket, OUT to a partner), an alert, a silent
 * heartbeat, a promise that was not kept, the monitoring of a partner.
 */
export const SOURCES = ['claim', 'hand', 'alert', 'heartbeat', 'breach', 'monitor'] as const
export type Source = (typeof SOURCES)[number]

/** How a run stands after a command. */
export type EscalationNow = { escalationId: string; state: EscalationState; owner: PersonRef | null }

/** What the engine does by itself, and when. */
export type Next = { at: Date; move: 'pages_next' | 'assess_ends' | 'repages' | 'ack_expires' | 'hold_ends' }

export type QueueItem = {
  id: string
  source: Source
  direction: Direction
  /** 'NV-2041'; null when it is about no ticket. */
  number: string | null
  ticketId: string | null
  /** The ticket's, or what the run is called itself. */
  subject: string
  /** Null when it is about no company. */
  partnerName: string | null
  deadlineAt: Date | null
  condition: Condition | null
  severity: Severity
  state: EscalationState
  openedAt: Date
  owner: PersonRef | null
  mine: boolean
  next: Next | null
}

/** Most urgent first: what nobody owns, then the most severe, then the oldest. */
export type OnCallQueue = { now: Date; items: QueueItem[] }
export type OnCallHome = OnCallQueue & DutyNow

export type EventKind = Fact['kind']
export type TimelineKind = Exclude<EventKind, 'noted'> | 'note' | 'left_out'

/** One line of a run's story, with the messages it sent and what became of each. */
export type TimelineEntry = {
  key: string
  at: Date
  kind: TimelineKind
  by: PersonRef | null
  data: EventData
  /** The words of an internal note. */
  note: string | null
  deliveries: ShownDelivery[]
}

/** What a sentence about an event may use; each is there for the kinds that have it. */
export type EventData = {
  epoch?: number
  loop?: number
  step?: number
  receivers?: number
  severity?: Severity
  direction?: Direction
  how?: 'decision' | 'ack'
  /** Why it was held back. */
  why?: HoldReason
  reason?: string
  nextAt?: Date | null
  nextWorkingAt?: Date
  /** How many events a long story leaves out here. */
  leftOut?: number
}

/** `endpoint`: the name of the other system, when it went to one. */
export type ShownDelivery = DeliveryFate & { recipient: PersonRef | null; endpoint: string | null }

/** What was known when a claim came in to be assessed (000-06); null where it was not looked at. */
export type ClaimEvidence = {
  lifecycle: string | null
  /** The company was in maintenance (000-08). */
  pause: { until: Date; reason: string } | null
  /** What had left for its people in the `hours` before. */
  ledger: { pages: number; mails: number; failed: number; hours: number } | null
  /** Other runs of it that were open: calls to it, and others. */
  openRuns: { calls: number; others: number } | null
  /** Its claims that were decided over `days`; `rate` is null when they are too few to tell. */
  falseUrgent: { declined: number; decided: number; days: number; rate: number | null } | null
  /** It objects to an earlier decline: the leads decide, and there is no further appeal. */
  appeal: {
    text: string
    by: PersonRef | null
    declinedBy: PersonRef | null
    declinedAt: Date | null
    reason: string | null
  } | null
}

export type EscalationPage = {
  id: string
  now: Date
  state: EscalationState
  severity: Severity
  openedAt: Date
  closedAt: Date | null
  place: Place
  /** Who has it, or had it when it was closed. */
  owner: PersonRef | null
  ownedSince: Date | null
  source: Source
  direction: Direction
  /** What it is about: the ticket's subject, or what the run is called itself; and what was said of it when it was opened. */
  title: string
  detail: string | null
  /** OUT: until when the company is expected to answer (000-16). */
  deadlineAt: Date | null
  ticket: { id: string; number: string; subject: string; state: string } | null
  partner: { id: string; name: string; timeZone: string } | null
  claim: {
    condition: Condition
    claimedAt: Date
    claimedBy: PersonRef
    repeats: number
    text: string
    textLocale: string
  } | null
  evidence: {
    sameTopic: { tickets: number; partners: number; windowMinutes: number } | null
    staffed: boolean | null
    breach: { kind: string; dueAt: Date } | null
  } & ClaimEvidence
  /** `people`: whom it would go to, were it now, each with the zone she is in when it is known. */
  next: (Next & { people: (PersonRef & { timeZone: string | null })[] }) | null
  timeline: TimelineEntry[]
  allowed: Record<'acknowledge' | 'passOn' | 'confirm' | 'decline' | 'resolve' | 'note', boolean>
}

type EventKey = TimelineKind | 'openedOut' | 'openedBySystem' | 'ownerLeft' | 'resolvedBySystem'

/** Which sentence of `event.*` tells of an entry: what nobody did is told differently. */
export function eventKey({ kind, by, data }: Pick<TimelineEntry, 'kind' | 'by' | 'data'>): EventKey {
  if (kind === 'opened' && by !== null && data.direction === 'OUT') return 'openedOut'
  if (by !== null) return kind
  if (kind === 'opened') return 'openedBySystem'
  if (kind === 'unacked') return 'ownerLeft'
  return kind === 'resolved' ? 'resolvedBySystem' : kind
}

/** In milliseconds. */
const FAR = 6 * 3_600_000

/** Whether a time alone would be misread: what lies this far ahead is told with its day. */
export function isFar(at: Date, now: Date): boolean {
  return at.getTime() - now.getTime() > FAR
}

/** The values of the sentence `event.<eventKey>` in the namespace `escalation`; `formats` writes instants for this reader. */
export function eventValues(
  entry: Pick<TimelineEntry, 'at' | 'by' | 'data'>,
  formats: { time(at: Date): string; promise(at: Date): string },
): Record<string, string | number> {
  const { at, by, data } = entry
  const next = data.nextAt ?? at
  return {
    name: by?.name ?? '',
    step: data.step ?? 0,
    loop: data.loop ?? 0,
    receivers: data.receivers ?? 0,
    severity: data.severity ?? '',
    how: data.how ?? '',
    reason: data.reason ?? '',
    why: data.why ?? '',
    leftOut: data.leftOut ?? 0,
    at: data.nextAt ? (isFar(next, at) ? formats.promise(next) : formats.time(next)) : '',
    when: data.nextWorkingAt ? formats.promise(data.nextWorkingAt) : '',
  }
}

/** What the timeline shows of an event: everything but its number, author and time. */
export function dataOf({ seq, at, by, kind, ...data }: EscalationEvent): EventData {
  return data as EventData
}
