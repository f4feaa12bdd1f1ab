import type { Tx } from '@/lib/db'
import type { Condition, Severity } from './conditions'
import { CLAIM_KINDS, type EventData, type EventKind, type HistoryStep } from './history'
import type { TicketState } from './states'
import type { ClaimPanel, ClaimState, Person } from './view-types'

export type Event = {
  id: string
  at: Date
  kind: EventKind
  authorId: string | null
  fromState: TicketState | null
  toState: TicketState | null
  data: EventData
}

/** A ticket's history as far as this side reads it (row security keeps the staff's lines from partners), oldest first. */
export async function eventsOf(tx: Tx, ticketId: string): Promise<Event[]> {
  const rows = await tx.ticketEvent.findMany({ where: { ticketId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, at, kind, authorId, fromState, toState, data }) => ({
    id,
    at,
    kind: kind as EventKind,
    authorId,
    fromState: fromState as TicketState | null,
    toState: toState as TicketState | null,
    data: data as EventData,
  }))
}

/** The lines of a request's history, with the names that its reader may see. */
export function historyOf(events: readonly Event[], person: (id: string) => Person): HistoryStep[] {
  return events.map(({ id, at, kind, authorId, toState, data }) => ({
    id,
    at,
    kind,
    author: authorId === null ? null : person(authorId),
    toState,
    data: named(data, person),
  }))
}

/** The name of whom a line concerns. */
function named(data: EventData, person: (id: string) => Person): EventData {
  const id = data.assigneeId ?? data.memberId
  return id === undefined ? data : { ...data, personName: person(id).name }
}

type ClaimRow = {
  id: string
  condition: string
  severity: string
  state: string
  claimedAt: Date
  claimedById: string
  repeats: number
  decidedAt: Date | null
  decidedById: string | null
  declineReason: string | null
  nextWorkingAt: Date | null
  appealedAt: Date | null
  appealText: string | null
}

/** The claim with its live line: which steps were taken, when and by whom. */
export function claimPanel(claim: ClaimRow, events: readonly Event[], person: (id: string) => Person): ClaimPanel {
  const { id, claimedAt, repeats, decidedAt, declineReason, nextWorkingAt, appealedAt, appealText } = claim
  const steps = events.filter((event) => (CLAIM_KINDS as readonly string[]).includes(event.kind))
  return {
    id,
    condition: claim.condition as Condition,
    severity: claim.severity as Severity,
    state: claim.state as ClaimState,
    claimedAt,
    claimedBy: person(claim.claimedById),
    repeats,
    decidedAt,
    decidedBy: claim.decidedById === null ? null : person(claim.decidedById),
    declineReason,
    // Declined while support is at work, work goes on in that minute: that is no time to be told.
    nextWorkingAt: nextWorkingAt && decidedAt && nextWorkingAt <= decidedAt ? null : nextWorkingAt,
    appealedAt,
    appealText,
    line: historyOf(
      steps.filter((event) => event.at >= claimedAt),
      person,
    ),
  }
}
