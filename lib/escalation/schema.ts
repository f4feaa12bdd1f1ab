import * as z from 'zod/mini'
import type { DeliveryFate } from '@/lib/delivery/schema'
import { cleanText } from '@/lib/foundation/clean-text'
import type { DutyNow, PersonRef } from '@/lib/oncall/schema'
import { body, type Condition, cleaned } from '@/lib/tickets/schema'
import type { EscalationEvent, EscalationState, Fact, Place, Severity } from './transition-types'

export { ESCALATION_STATES } from './states'
export type { Condition, DeliveryFate, EscalationState, PersonRef, Place, Severity }

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
export const escalationNoteInput = z.strictObject({ escalationId: id, body })

/* What use cases answer and pages show. */

/** How a run stands after a command. */
export type EscalationNow = { escalationId: string; state: EscalationState; owner: PersonRef | null }

/** What the engine does by itself, and when. */
export type Next = { at: Date; move: 'pages_next' | 'assess_ends' | 'repages' | 'ack_expires' }

export type QueueItem = {
  id: string
  /** 'NV-2041' */
  number: string
  ticketId: string
  subject: string
  partnerName: string
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
export type TimelineKind = EventKind | 'note'

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
  how?: 'decision' | 'ack'
  reason?: string
  nextAt?: Date | null
  nextWorkingAt?: Date
}

export type ShownDelivery = DeliveryFate & { recipient: PersonRef | null }

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
  ticket: { id: string; number: string; subject: string; state: string }
  partner: { id: string; name: string; timeZone: string }
  claim: {
    condition: Condition
    claimedAt: Date
    claimedBy: PersonRef
    repeats: number
    text: string
    textLocale: string
  } | null
  evidence: { sameTopic: { tickets: number; partners: number; windowMinutes: number } | null; staffed: boolean | null }
  /** `people`: whom it would go to, were it now, each with the zone she is in when it is known. */
  next: (Next & { people: (PersonRef & { timeZone: string | null })[] }) | null
  timeline: TimelineEntry[]
  allowed: Record<'acknowledge' | 'passOn' | 'confirm' | 'decline' | 'resolve' | 'note', boolean>
}

/** Which sentence of `event.*` tells of an entry: what nobody did is told differently. */
export function eventKey({ kind, by }: Pick<TimelineEntry, 'kind' | 'by'>): TimelineKind | 'resolvedBySystem' {
  return kind === 'resolved' && by === null ? 'resolvedBySystem' : kind
}

/** The values of the sentence `event.<eventKey>` in the namespace `escalation`; `formats` writes instants for this reader. */
export function eventValues(
  entry: Pick<TimelineEntry, 'by' | 'data'>,
  formats: { time(at: Date): string; promise(at: Date): string },
): Record<string, string | number> {
  const { by, data } = entry
  return {
    name: by?.name ?? '',
    step: data.step ?? 0,
    loop: data.loop ?? 0,
    receivers: data.receivers ?? 0,
    severity: data.severity ?? '',
    how: data.how ?? '',
    reason: data.reason ?? '',
    at: data.nextAt ? formats.time(data.nextAt) : '',
    when: data.nextWorkingAt ? formats.promise(data.nextWorkingAt) : '',
  }
}

/** What the timeline shows of an event: everything but its number, author and time. */
export function dataOf({ seq, at, by, kind, ...data }: EscalationEvent): EventData {
  return data
}
